// What a page hands over as a file, and what it is called. Names can be spoken and sorted:
// fault-lab-<lesson>-<seed>, then what it holds.

import type { LabState } from '../lab/lab.svelte.ts';

/** Only what every file system and every shell takes without quotes. */
function plain(text: string): string {
  return (
    text
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'run'
  );
}

/** `ending`: '.json', '-trace.json', '-silence.png'. */
export function fileName(lab: Pick<LabState, 'options' | 'key'>, ending: string): string {
  const [lesson = 'lab'] = lab.options.id.split('/');
  return `fault-lab-${plain(lesson)}-${plain(lab.key.seed)}${ending}`;
}

/** Long enough for the browser to have begun. Milliseconds. */
const KEPT_FOR = 10_000;

export function download(name: string, parts: readonly (string | Blob)[], type: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}
