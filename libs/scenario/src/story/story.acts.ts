import { COMMAND_CONTRACTS, type CommandContract } from '@redress/contracts';
import { COMMAND_NAMES, SYSTEM_COMMANDS, type CommandName } from '@redress/policy';

/** What people do; the product's own commands are nobody's. */
const ACTS = COMMAND_NAMES.filter((name) => !SYSTEM_COMMANDS.includes(name));

/** Acts that are no command of a complaint. */
export const OTHER_ACTS = ['report absence', 'report return', 'register complaint'] as const;
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

function contractOf(name: CommandName): CommandContract {
  return COMMAND_CONTRACTS[name] as CommandContract;
}

/** `recordFinding` is `record finding`. */
function wordsOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
