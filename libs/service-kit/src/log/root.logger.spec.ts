import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { noteInLog, withLogContext } from './log-context.ts';
import { NestLogger } from './nest.logger.ts';
import { rootLogger } from './root.logger.ts';

const CANARY = 'my-phone-is-13912345678';

function linesOf(write: (log: ReturnType<typeof rootLogger>) => void): string {
  const lines: string[] = [];
  write(rootLogger('spec', 'trace', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

function thrownBy(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

const faults: [string, Error][] = [
  ['of the JSON parser', thrownBy(() => JSON.parse(`{"a":${CANARY}}`))],
  ['of a schema', thrownBy(() => z.strictObject({}).parse({ [CANARY]: 1 }))],
  [
    'of PostgreSQL',
    Object.assign(new Error(`invalid input: "${CANARY}"`), {
      code: '22P02',
      detail: CANARY,
      where: CANARY,
      parameters: [CANARY],
      table: 'people',
    }),
  ],
  ['of node', thrownBy(() => Buffer.from({ toString: 1, words: CANARY } as never))],
  ['with a cause', new Error(CANARY, { cause: new Error(`${CANARY}\n and more`) })],
];

describe('the log', () => {
  it.each(faults)('does not repeat the words in an error %s', (_, fault) => {
    const written = linesOf((log) => {
      log.error(fault);
      log.error({ err: fault });
      log.error({ err: fault }, 'broken');
      new NestLogger(log).error(fault);
      new NestLogger(log).error(fault.message.length > 1_000 ? 'long' : `${fault.stack ?? ''}`, 'Scope');
    });
    expect(written).not.toContain(CANARY);
    expect(written.split('\n').filter((line) => line !== '')).toHaveLength(5);
  });

  it('keeps class, code, table and the places in the code', () => {
    const written = linesOf((log) => log.error({ err: faults[2]?.[1] }, 'broken'));
    expect(JSON.parse(written)).toMatchObject({
      level: 'error',
      msg: 'broken',
      err: { class: 'Error', code: '22P02', place: 'table people' },
    });
    expect(JSON.parse(written).err.stack[0]).toContain('root.logger.spec');
  });

  it('puts the context on every line written inside', async () => {
    const lines: string[] = [];
    const log = rootLogger('spec', 'info', { write: (line) => void lines.push(line) });
    await withLogContext({ complaintId: 'c-1' }, async () => {
      await Promise.resolve();
      log.info('inside');
    });
    log.info('outside');
    expect(lines.map((line) => JSON.parse(line).complaintId)).toEqual(['c-1', undefined]);
  });

  it('carries what was noted on the way, and only there', () => {
    const written = linesOf((log) => {
      withLogContext({ requestId: 'one' }, () => {
        noteInLog({ complaint: 'R26-0000001' });
        log.info('inside');
      });
      noteInLog({ complaint: 'R26-0000002' });
      log.info('outside');
    });
    const [inside, outside] = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(inside).toMatchObject({ msg: 'inside', requestId: 'one', complaint: 'R26-0000001' });
    expect(outside).not.toHaveProperty('complaint');
  });
});
