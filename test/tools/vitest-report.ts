// Reads Vitest's JSON report: how many tests passed and failed, and what the failed ones said. A file that could
// not even be loaded has no tests to count, so it counts as one failure itself. A skipped test counts as failed:
// here nothing may be skipped.

export type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

export type Sum = { readonly passed: number; readonly failed: number; readonly detail: string };

const LINES_SHOWN = 12;

export function summarise(report: Report): Sum {
  let passed = 0;
  const failures: string[] = [];
  for (const file of report.testResults) {
    const bad = file.assertionResults.filter((test) => test.status !== 'passed');
    passed += file.assertionResults.length - bad.length;
    for (const test of bad) {
      const why = test.failureMessages.join('\n') || `it was ${test.status}`;
      failures.push(`${file.name}: ${test.fullName}\n${firstLines(why)}`);
    }
    if (bad.length === 0 && file.status === 'failed') failures.push(`${file.name}\n${firstLines(file.message)}`);
  }
  return { passed, failed: failures.length, detail: failures.join('\n\n') };
}

/** What it said, and where in this project; not how it came there through the runner. */
function firstLines(text: string): string {
  const own = text.split('\n').filter((line) => !line.includes('node_modules') && !/^\s+at new Promise/.test(line));
  return own.slice(0, LINES_SHOWN).join('\n').replace(/^/gm, '  ');
}
