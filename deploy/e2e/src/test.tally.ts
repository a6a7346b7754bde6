import { z } from 'zod';

const jestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

/** Counts what was run. What was skipped, and what could not run, has failed. */
export class Tally {
  passed = 0;
  failed = 0;
  private readonly faults: string[] = [];
  private readonly times: string[] = [];

  one(name: string, ok: boolean): void {
    if (ok) this.passed += 1;
    else this.fail(name, 1);
  }

  /** Takes the report of a Jest run; null is a run that left none. */
  jest(name: string, report: string | null, exitCode: number): void {
    const parsed = report === null ? null : jestReport.parse(JSON.parse(report));
    const failed =
      parsed === null ? 1 : parsed.numFailedTests + parsed.numPendingTests + parsed.numRuntimeErrorTestSuites;
    this.passed += parsed?.numPassedTests ?? 0;
    if (failed > 0) this.fail(name, failed);
    else if (exitCode !== 0) this.fail(`${name} ended with ${exitCode}`, 1);
  }

  /** Fewer tests than are known to exist means that some were not found. */
  atLeast(fewest: number): void {
    if (this.passed + this.failed < fewest)
      this.fail(`only ${this.passed + this.failed} tests were found, ${fewest} are known`, 1);
  }

  /** How long a part of the run took, for whoever wants to make it shorter. */
  took(name: string, ms: number): void {
    this.times.push(`${(ms / 1000).toFixed(0).padStart(6)} s  ${name}`);
  }

  lines(): string[] {
    return [
      '',
      ...this.times,
      '',
      ...this.faults.map((fault) => `FAILED  ${fault}`),
      `${this.passed} passed, ${this.failed} failed`,
    ];
  }

  private fail(name: string, count: number): void {
    this.failed += count;
    this.faults.push(count === 1 ? name : `${name}: ${count}`);
  }
}
