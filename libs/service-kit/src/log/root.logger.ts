import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { describeFault } from './fault-line.ts';
import { logContext } from './log-context.ts';

/** The log of a process. Give faults as `{ err }`; what was said in them is left out (describeFault). */
export type ServiceLog = Logger;

/** One JSON line per event on stdout. */
export function rootLogger(name: string, level: string, out?: DestinationStream): ServiceLog {
  const options = {
    base: { service: name, pid: process.pid },
    level,
    timestamp: stdTimeFunctions.isoTime,
    mixin: logContext,
    serializers: { err: describeFault },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { logMethod: withoutMessageOfFault },
  };
  return out === undefined ? pino(options) : pino(options, out);
}

/** pino would take the text of an error given as the first argument, or as `err` without a text, for the line's message. */
function withoutMessageOfFault(this: Logger, args: unknown[], method: (...args: never[]) => void): void {
  const [first, ...rest] = args;
  const fields = first instanceof Error ? { err: first } : first;
  const carriesFault = typeof fields === 'object' && fields !== null && 'err' in fields;
  const spoken = rest.length > 0 || !carriesFault ? rest : ['fault'];
  Reflect.apply(method, this, [fields, ...spoken]);
}
