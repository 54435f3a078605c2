// Something that an instrument asks of the simulation about the run that is shown: asked anew when what it depends on
// changes, and until the answer comes the last one stays, so that nothing blinks. An answer that was overtaken is
// dropped.

import type { LabClient, RunKey } from '../../worker/api.ts';
import type { LabState } from '../lab/lab.svelte.ts';

export class Asked<T> {
  answer = $state.raw<T | null>(null);
  failed = $state(false);

  /** `ask` is called with the run's key, or another's, and reads what it depends on before it first waits. */
  constructor(
    labOf: () => LabState,
    ask: (client: LabClient | Promise<LabClient>, key: RunKey) => Promise<T>,
    keyOf: () => RunKey | null = () => labOf().run?.key ?? null,
  ) {
    $effect(() => {
      const lab = labOf();
      const key = keyOf();
      if (key === null) {
        if (lab.run !== null) this.answer = null;
        return;
      }
      let wanted = true;
      const asked = ask(lab.client(), key);
      void (async () => {
        try {
          const answer = await asked;
          if (wanted) [this.answer, this.failed] = [answer, false];
        } catch {
          if (wanted) this.failed = true;
        }
      })();
      return () => (wanted = false);
    });
  }
}
