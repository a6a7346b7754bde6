import type { LoggerService } from '@nestjs/common';
import { framesOf } from './fault-line.ts';
import type { ServiceLog } from './root.logger.ts';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Nest's own lines through the log of the process. */
export class NestLogger implements LoggerService {
  constructor(private readonly out: ServiceLog) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest hands an error over as its text and its stack: only the places of the stack are kept. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const stack = [message, ...rest].find((part) => typeof part === 'string' && framesOf(part).length > 0);
    const scope = typeof rest.at(-1) === 'string' && rest.at(-1) !== stack ? String(rest.at(-1)) : undefined;
    if (message instanceof Error) this.out[level]({ scope, err: message }, 'fault');
    else if (typeof stack === 'string') this.out[level]({ scope, stack: framesOf(stack) }, 'fault');
    else if (typeof message === 'string')
      this.out[level]({ scope }, /^\w*(Error|Exception)\b/.test(message) ? 'fault' : message);
    else this.out[level]({ scope }, 'fault of another kind');
  }
}
