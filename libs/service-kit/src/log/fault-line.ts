/** What a log line says of a fault: never its text when somebody's words could be in it. */
export interface FaultLine {
  readonly class: string;
  readonly code?: string;
  readonly message?: string;
  readonly place?: string;
  readonly stack: readonly string[];
  readonly cause?: FaultLine;
}

const MOST_FRAMES = 20;
const MOST_CAUSES = 3;

/**
 * Class, code and stack frames of a fault. The message is left out unless it is known to hold no value of the input:
 * drivers, parsers and schema checks quote what they were given (a pg error in `message`, `detail`, `where`, parameters).
 */
export function describeFault(fault: unknown, depth = 0): FaultLine {
  if (!(fault instanceof Error)) return { class: typeof fault, stack: [] };
  const code = textOf(fault, 'code');
  const message = harmlessMessage(fault, code);
  const place = placeOf(fault);
  return {
    class: fault.constructor.name,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(place === '' ? {} : { place }),
    stack: framesOf(fault.stack ?? ''),
    ...(fault.cause === undefined || depth >= MOST_CAUSES ? {} : { cause: describeFault(fault.cause, depth + 1) }),
  };
}

/** A fault whose message the author wrote without any value of the input; it may be logged. */
export class StatedFault extends Error {}

/** The lines of a stack trace that name places in code; the lines before them are the message. */
export function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}

/** Messages of the operating system, of kafkajs and of V8 about the code itself name no input. */
function harmlessMessage(fault: Error, code: string | undefined): string | undefined {
  const harmless =
    fault instanceof StatedFault ||
    textOf(fault, 'syscall') !== undefined ||
    fault.constructor.name.startsWith('KafkaJS') ||
    (code === undefined && (fault instanceof ReferenceError || fault.constructor === TypeError));
  return harmless ? fault.message : undefined;
}

/** Where in the database: names of the schema only, never values. */
function placeOf(fault: Error): string {
  return ['schema', 'table', 'column', 'constraint', 'routine']
    .map((part) => [part, textOf(fault, part)] as const)
    .filter(([, name]) => name !== undefined)
    .map(([part, name]) => `${part} ${name}`)
    .join(', ');
}

function textOf(fault: Error, property: string): string | undefined {
  const value: unknown = (fault as unknown as Record<string, unknown>)[property];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
