// Asks the simulation for runs, and only ever hands on the newest answer. While one run is being computed, a newer
// wish replaces the one that waits behind it, so a slider that is dragged never builds up a queue, and an answer
// that was overtaken is dropped unseen.

import type { LabClient, Run, RunKey } from '../../worker/api.ts';

export type Wish = { readonly key: RunKey; readonly done: (run: Run) => void };

export type Recompute = {
  wish(wish: Wish): void;
};

export function recompute(
  client: () => LabClient | Promise<LabClient>,
  says: {
    readonly progress: (share: number | null) => void;
    readonly failed: (error: unknown) => void;
  },
): Recompute {
  let waiting: Wish | null = null;
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    while (waiting !== null) {
      const mine: Wish = waiting;
      waiting = null;
      const newest = (): boolean => waiting === null;
      try {
        says.progress(0);
        const lab = await client();
        const run = await lab.run(mine.key, (share) => {
          if (newest()) says.progress(share);
        });
        if (newest()) mine.done(run);
      } catch (error) {
        if (newest()) says.failed(error);
      }
    }
    busy = false;
    says.progress(null);
  }

  return {
    wish(wish) {
      waiting = wish;
      if (!busy) void work();
    },
  };
}
