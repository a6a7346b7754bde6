import { COMMAND_CONTRACTS, type CommandContract } from '@redress/contracts';
import { COMMAND_NAMES, SYSTEM_COMMANDS, type CommandName } from '@redress/policy';

/** What people do; the product's own commands are nobody's. */
const ACTS = COMMAND_NAMES.filter((name) => !SYSTEM_COMMANDS.includes(name));

/** What happens to the installation: commands are accepted and do not reach their process until delivery resumes. */
export const OUTAGES = ['delivery stops', 'delivery resumes'] as const;
export type Outage = (typeof OUTAGES)[number];

/** Acts that are no command of a complaint. */
const OTHER_ACTS = [
  ...(['report absence', 'report return', 'register complaint', 'change policy', 'send'] as const),
  ...OUTAGES,
] as const;
export type OtherAct = (typeof OTHER_ACTS)[number];

/** A command by its name (`logContact`), its path (`contacts`) or its words (`log contact`); null where there is none. */
export function commandCalled(words: string): CommandContract | null {
  const name = ACTS.find((one) => [one, contractOf(one).path, wordsOf(one)].includes(words));
  return name === undefined ? null : contractOf(name);
}

/** Every act that a story can name, in words. */
export function knownActs(): string[] {
  return [...ACTS.map(wordsOf), ...OTHER_ACTS];
}

export function isOtherAct(words: string): words is OtherAct {
  return OTHER_ACTS.some((one) => one === words);
}

/** True for what nobody does: it happens to the installation. */
export function isOutage(words: string): words is Outage {
  return OUTAGES.some((one) => one === words);
}

function contractOf(name: CommandName): CommandContract {
  return COMMAND_CONTRACTS[name] as CommandContract;
}

/** `recordFinding` is `record finding`. */
function wordsOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
