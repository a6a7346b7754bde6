import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { ConsumeOptions } from './bus.types.ts';
import { deliver, type Patience } from './delivery.ts';
import { PoisonError } from './poison.error.ts';

const TYPE = 'redress.thing.changed.v1';
const at = { topic: 'things', partition: 0, offset: '0', key: 'a' };

function eventValue(change: object = {}): Buffer {
  const event = {
    specversion: '1.0',
    id: 'e-1',
    source: '/redress/spec',
    type: TYPE,
    subject: 'a',
    time: '2026-11-23T08:00:00.000Z',
    datacontenttype: 'application/json',
    sequence: 1,
    access: 'open',
    data: { n: 1 },
    ...change,
  };
  return Buffer.from(JSON.stringify(event));
}

function optionsWith(handle: ConsumeOptions['handle']): ConsumeOptions {
  const schema = z.strictObject({ n: z.number() });
  return { group: 'g', topics: ['things'], schemaOf: (type) => (type === TYPE ? schema : undefined), handle };
}

/** Waits for nothing, and gives up after `mostRetries`. */
function patienceFor(mostRetries: number): Patience & { readonly retries: () => number } {
  let retries = 0;
  return {
    isStopping: () => retries > mostRetries,
    pause: () => Promise.resolve(),
    onRetry: () => void (retries += 1),
    retries: () => retries,
  };
}

const never = () => Promise.reject(new Error('must not be called'));
const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });

describe('a delivery', () => {
  it.each([
    ['no JSON', Buffer.from('{'), 'no-json'],
    ['no CloudEvent', Buffer.from('{"id":1}'), 'no-cloud-event'],
    ['an event without its sequence', eventValue({ sequence: undefined }), 'no-cloud-event'],
    ['data of another shape', eventValue({ data: { n: 'one' } }), 'data-not-valid'],
  ])('is poison for %s', async (_, value, poison) => {
    expect(await deliver(value, at, optionsWith(never), patienceFor(0))).toEqual({ poison });
  });

  it('passes over types that the consumer does not know', async () => {
    expect(await deliver(eventValue({ type: 'redress.other.done.v1' }), at, optionsWith(never), patienceFor(0))).toBe(
      'done',
    );
  });

  it('takes an event of a producer that is a version ahead', async () => {
    const taken: unknown[] = [];
    const options = optionsWith(async (event) => void taken.push(event.data));
    expect(
      await deliver(eventValue({ data: { n: 1, since: 'v1.1' }, traceparent: 'x' }), at, options, patienceFor(0)),
    ).toBe('done');
    expect(taken).toEqual([{ n: 1, since: 'v1.1' }]);
  });

  it('waits out an outage, however long', async () => {
    let outages = 100;
    const options = optionsWith(() => ((outages -= 1) > 0 ? Promise.reject(away) : Promise.resolve()));
    expect(await deliver(eventValue(), at, options, patienceFor(1000))).toBe('done');
  });

  it('stops when the consumer stops, without taking the event', async () => {
    expect(
      await deliver(
        eventValue(),
        at,
        optionsWith(() => Promise.reject(away)),
        patienceFor(3),
      ),
    ).toBe('stopped');
  });

  it('gives a fault that does not pass five tries', async () => {
    const patience = patienceFor(1000);
    const options = optionsWith(() => Promise.reject(new RangeError('bug')));
    expect(await deliver(eventValue(), at, options, patience)).toEqual({ poison: 'handler-failed' });
    expect(patience.retries()).toBe(4);
  });

  it('believes a handler that says poison', async () => {
    const options = optionsWith(() => Promise.reject(new PoisonError('no-such-complaint')));
    expect(await deliver(eventValue(), at, options, patienceFor(0))).toEqual({ poison: 'no-such-complaint' });
  });

  it('passes over a removed key when the consumer keeps nothing by key', async () => {
    expect(await deliver(null, at, optionsWith(never), patienceFor(0))).toBe('done');
  });
});
