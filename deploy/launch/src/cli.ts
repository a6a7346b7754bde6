import { EngineError } from '@redress/engines';
import { calendarCommand } from './calendar.command.ts';
import { parseCli } from './cli.arguments.ts';
import type { CliCommand } from './cli.arguments.ts';
import { logsCommand } from './logs.command.ts';
import { repairCommand } from './repair.command.ts';
import { resetCommand } from './reset.command.ts';
import { scriptCommand } from './script.command.ts';
import { startCommand } from './start.command.ts';
import { statusCommand } from './status.command.ts';
import { stopCommand } from './stop.command.ts';

const say = (line: string): void => console.log(line);

/** Runs a command line to its end; answers the exit code. An error for people is printed without its stack. */
export async function runCli(args: readonly string[]): Promise<number> {
  // A closed terminal or pipe must not keep the rest from being stopped in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    return await run(parseCli(args));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function run(command: CliCommand): number | Promise<number> {
  switch (command.command) {
    case 'start':
      return startCommand(command, say);
    case 'status':
      return statusCommand(say);
    case 'stop':
      return stopCommand(say);
    case 'repair':
      return repairCommand(say);
    case 'logs':
      return logsCommand(command, (text) => process.stdout.write(text));
    case 'reset':
      return resetCommand(command.yes, say);
    case 'calendar':
      return calendarCommand(command.rest, (text) => process.stdout.write(text));
    case 'stories':
      return scriptCommand('scenario', ['run', '--brief', ...command.rest]);
    case 'bench':
    case 'bulk':
    case 'demo':
    case 'model':
    case 'scenario':
    case 'spec':
    case 'mutation':
    case 'test':
      return scriptCommand(command.command, command.rest);
  }
}
