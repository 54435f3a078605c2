// What pages tell the site's shell.

declare global {
  namespace App {
    interface PageData {
      /** Where the reader is, for the header, from the outside in: part of the course, then lesson. */
      trail?: readonly { readonly label: string; readonly href?: string }[];
    }
  }
}

export {};
