// A file of a run dropped onto a stage opens there. Anything else that is dragged over the page is left alone.

import type { LabState } from '../lab/lab.svelte.ts';

/** For `{@attach}`: takes files while the lab may be changed. */
export function takesFiles(lab: LabState, still: boolean): (stage: HTMLElement) => (() => void) | undefined {
  return (stage) => {
    if (still) return undefined;
    const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!carries(event)) return;
      event.preventDefault();
      stage.classList.add('dropping');
    };
    const leave = (event: DragEvent): void => {
      const to = event.relatedTarget;
      if (!(to instanceof Node && stage.contains(to))) stage.classList.remove('dropping');
    };
    const drop = (event: DragEvent): void => {
      stage.classList.remove('dropping');
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void take(lab, file);
    };
    stage.addEventListener('dragover', over);
    stage.addEventListener('dragleave', leave);
    stage.addEventListener('drop', drop);
    return () => {
      stage.removeEventListener('dragover', over);
      stage.removeEventListener('dragleave', leave);
      stage.removeEventListener('drop', drop);
    };
  };
}

async function take(lab: LabState, file: File): Promise<void> {
  try {
    const { openRun } = await import('./run-files.ts');
    await openRun(lab, file);
  } catch {
    lab.say(
      'problem',
      'The file could not be opened',
      'Drop it again when the connection is back; your run is as it was.',
    );
  }
}
