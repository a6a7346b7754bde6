import { CheckStatus, type Checker, type CheckResult } from '@stryker-mutator/api/check';
import type { Mutant } from '@stryker-mutator/api/core';
import {
  commonTokens,
  declareClassPlugin,
  PluginKind,
  tokens,
  type Injector,
  type PluginContext,
} from '@stryker-mutator/api/plugin';
import { createTypescriptChecker } from '@stryker-mutator/typescript-checker';
import { drawCompiling } from './mutant.draw.ts';

/** How the runner tells the checker, which lives in a process of its own: how many, and by which seed. */
export const SAMPLE_ENVIRONMENT = 'REDRESS_MUTATION_SAMPLE';

export interface SampleOrder {
  readonly sample: number;
  readonly seed: number;
}

/**
 * Lets only a random sample of the mutants that compile pass: the compiler sees the others whatever the tests do. Stryker
 * itself knows no sampling, but asks a checker about each.
 */
class SampleChecker implements Checker {
  static readonly inject = tokens(commonTokens.injector);
  private readonly order = JSON.parse(process.env[SAMPLE_ENVIRONMENT] ?? 'null') as SampleOrder;
  private readonly compiler;

  constructor(injector: Injector<PluginContext>) {
    this.compiler = createTypescriptChecker(injector);
  }

  init(): Promise<void> {
    return this.compiler.init();
  }

  /** One group of all, since a sample is drawn from all. */
  group(mutants: Mutant[]): Promise<string[][]> {
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }

  async check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    const drawn = await drawCompiling(mutants, this.order, (some) => this.compiling(some));
    const passed: CheckResult = { status: CheckStatus.Passed };
    const left: CheckResult = { status: CheckStatus.CompileError, reason: 'not in the sample, or it does not compile' };
    return Object.fromEntries(mutants.map(({ id }) => [id, drawn.has(id) ? passed : left]));
  }

  private async compiling(mutants: readonly Mutant[]): Promise<string[]> {
    const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
    const ids: string[] = [];
    for (const group of await this.compiler.group([...mutants])) {
      const results = await this.compiler.check(group.flatMap((id) => byId.get(id) ?? []));
      ids.push(...group.filter((id) => results[id]?.status === CheckStatus.Passed));
    }
    return ids;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
