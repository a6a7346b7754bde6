import { readFileSync, writeFileSync } from 'node:fs';
import { CheckStatus, type Checker, type CheckResult } from '@stryker-mutator/api/check';
import type { Mutant } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { highestDrawn, lotOf } from './mutant.draw.ts';

/** How the runner tells the checker, which lives in a process of its own: how many, by which seed, and where to write. */
export const SAMPLE_ENVIRONMENT = 'REDRESS_MUTATION_SAMPLE';

export interface SampleOrder {
  readonly sample: number;
  readonly seed: number;
  /** Holds the highest lot of the sample once it has been drawn. */
  readonly file: string;
}

/** Lets only the mutants of a random sample pass: Stryker itself knows no sampling, but asks a checker about each. */
class SampleChecker implements Checker {
  private readonly order = JSON.parse(process.env[SAMPLE_ENVIRONMENT] ?? 'null') as SampleOrder;

  init(): Promise<void> {
    return Promise.resolve();
  }

  /** Is asked once, with all of them. */
  group(mutants: Mutant[]): Promise<string[][]> {
    const { sample, seed, file } = this.order;
    writeFileSync(file, highestDrawn(mutants, sample, seed));
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }

  check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    const { seed, file } = this.order;
    const highest = readFileSync(file, 'utf8');
    const results = mutants.map((mutant) => [mutant.id, this.resultOf(lotOf(mutant, seed) <= highest)] as const);
    return Promise.resolve(Object.fromEntries(results));
  }

  private resultOf(drawn: boolean): CheckResult {
    return drawn
      ? { status: CheckStatus.Passed }
      : { status: CheckStatus.CompileError, reason: 'it is not in the sample' };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
