// Runs another program of this project and keeps what it says. The Node that runs this file runs the program too,
// whatever `node` the machine has, because the tools' own folder comes first in the path.

import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export type Ran = { readonly code: number; readonly output: string };

type How = {
  /** Show what it says while it says it. */
  readonly loud?: boolean;
  readonly env?: NodeJS.ProcessEnv;
};

export function run(program: string, args: readonly string[], { loud = false, env = {} }: How = {}): Promise<Ran> {
  const path = [join(ROOT, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH'] ?? ''];
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env, PATH: path.join(delimiter) },
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
    if (loud) process.stdout.write(chunk);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 127, output: `${output}${program}: ${error.message}\n` }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
