// What pages tell the site's shell.

declare global {
  namespace App {
    type Neighbour = { readonly id: string; readonly title: string; readonly question: string };
    interface PageData {
      /** Where the reader is, for the header, from the outside in: part of the course, then lesson. */
      trail?: readonly { readonly label: string; readonly href?: string }[];
      /** Before and after this lesson in the order of the course. */
      neighbours?: { readonly previous: Neighbour | null; readonly next: Neighbour | null };
    }
  }
}

export {};
