import { parseArgs } from 'node:util';
import { DocumentRefused } from '@redress/packs';
import type { Words } from '@redress/policy';
import { isForPeople } from '../api/api.error.ts';
import { accessOf } from '../api/installation.api.ts';
import { checkCommand } from './check.command.ts';
import { diffCommand } from './diff.command.ts';
import { explainCommand } from './explain.command.ts';
import { PolicyError } from './policy.error.ts';
import { POLICY_HELP } from './policy.help.ts';
import { tryCommand, type TryOptions } from './try.command.ts';
import { wholeCommand } from './whole.command.ts';

type Say = (line: string) => void;

const options = {
  strict: { type: 'boolean', default: false },
  facts: { type: 'string', default: '' },
  received: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  user: { type: 'string', default: 'alex.stone' },
  'port-base': { type: 'string', default: '4100' },
  language: { type: 'string', default: 'en' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs a command about packs; answers the exit code. What is wrong is said without a stack. */
export async function runPolicy(args: readonly string[], say: Say): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, ...names] = positionals;
    if (values.help || command === undefined) {
      say(POLICY_HELP);
      return values.help ? 0 : 1;
    }
    return await run(command, names, { ...values, language: languageOf(values.language) }, say);
  } catch (error) {
    if (!isForPeople(error) && !isOfPacks(error)) throw error;
    say(error.message);
    return 1;
  }
}

interface Values {
  readonly strict: boolean;
  readonly facts: string;
  readonly received?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly user: string;
  readonly 'port-base': string;
  readonly language: keyof Words;
}

async function run(command: string, names: readonly string[], values: Values, say: Say): Promise<number> {
  const [first = '', second = ''] = names;
  switch (command) {
    case 'check':
      demand(names.length > 0, 'Name a file: policy check FILE...');
      return checkCommand(names, values.strict, say);
    case 'explain':
      demand(names.length === 1, "Name one pack: policy explain FILE --facts 'urgency=3,severity=2'");
      return explainCommand(first, { ...values, received: values.received }, say);
    case 'diff':
      demand(names.length === 2, 'Name two packs: policy diff A B');
      return diffCommand(first, second, values.language, say);
    case 'try':
      demand(names.length === 1, 'Name one pack: policy try FILE --since 2026-11-01');
      return tryCommand(first, tryOptions(values), say);
    case 'whole':
      demand(names.length === 1, 'Name one pack: policy whole FILE');
      return wholeCommand(first, say);
    default:
      throw new PolicyError(`There is no command "policy ${command}".\n${POLICY_HELP}`);
  }
}

/** The demo company's administrator, unless somebody else is named. */
function tryOptions({ since, until, user, language, ...values }: Values): TryOptions {
  return { since, until, language, ...accessOf(values['port-base'], user) };
}

function demand(given: boolean, sentence: string): void {
  if (!given) throw new PolicyError(sentence);
}

function languageOf(text: string): keyof Words {
  if (text === 'zh' || text === 'en') return text;
  throw new PolicyError(`There is no language ${text}; write zh or en.`);
}

function isOfPacks(error: unknown): error is Error {
  return error instanceof PolicyError || error instanceof DocumentRefused;
}
