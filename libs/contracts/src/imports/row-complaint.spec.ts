import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnMapping, type ColumnMapping } from './column-mapping.ts';
import { readRow, type Row } from './row-complaint.ts';
import { mappingFor, SHIPPED_MAPPINGS } from './shipped-mappings.ts';

const OWN = SHIPPED_MAPPINGS[0] as ColumnMapping;
const ROW: Row = { channel: 'hotline', category: 'delivery', description: 'Lost.', name: 'Grace Okafor' };
const faultsOf = (row: Row, history = false) => {
  const reading = readRow(OWN, row, history);
  return 'faults' in reading ? reading.faults.map(({ column }) => column) : [];
};
const receiptOf = (mapping: ColumnMapping, row: Row) => {
  const reading = readRow(mapping, row, false);
  if (!('receipt' in reading)) throw new Error(JSON.stringify(reading));
  return reading.receipt;
};

describe('a row of a file', () => {
  it('is a complaint with one matter, in the product’s own columns', () => {
    const row = {
      ...ROW,
      severity: '2',
      danger: '否',
      lossClaimed: '1,299.50',
      receivedAt: '2026/11/3 9:30',
      wish: '',
    };
    expect(receiptOf(OWN, row)).toMatchObject({
      ...{ channel: 'hotline', description: 'Lost.', receivedAt: '2026-11-03T09:30:00.000Z' },
      ...{ complainant: { name: 'Grace Okafor' }, assessment: { severity: 2, danger: false } },
      matters: [{ category: 'delivery', lossClaimed: 1299.5 }],
    });
  });

  it.each([
    [{ description: '' }, ['description']],
    [{ channel: 'pigeon', category: '' }, ['channel', 'category']],
    [{ severity: 'very', email: 'at home' }, ['email', 'severity']],
    [{ receivedAt: '2026-02-30' }, ['receivedAt']],
    [{ receivedAt: 'yesterday' }, ['receivedAt']],
  ])('with %j names its columns', (change, columns) => {
    expect(faultsOf({ ...ROW, ...change } as Row)).toEqual(columns);
  });

  it('is refused, never cut, when it says more than there is room for', () => {
    expect(faultsOf({ ...ROW, description: 'a'.repeat(20_001) })).toEqual(['description']);
  });

  it('of history says how it ended', () => {
    expect(faultsOf(ROW, true)).toEqual(['closing']);
    const row = { ...ROW, closing: 'solved', closedAt: '2020年6月18日', level: '2' };
    expect(readRow(OWN, row, true)).toMatchObject({
      ending: { closing: 'solved', closedAt: '2020-06-18T00:00:00.000Z', level: '2' },
    });
  });

  it('never repeats what stands in it when something is wrong', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(OWN.columns)), fc.constant('canary-7f3a')), (row) => {
        expect(JSON.stringify(readRow(OWN, row, true))).not.toContain('canary-7f3a');
      }),
    );
  });
});

describe('a mapping', () => {
  it('joins columns, translates codes and says what rows leave open', () => {
    const mapping = mappingFor(['complaint_id', 'product', 'sub_product', 'issue', 'narrative', 'submitted_via']);
    const row = { complaint_id: '7', product: 'Mortgage', sub_product: 'FHA', issue: 'Delay', submitted_via: 'Fax' };
    expect(receiptOf(mapping as ColumnMapping, row)).toMatchObject({
      ...{ channel: 'letter', language: 'en', description: 'Delay' },
      matters: [{ category: 'service-quality', product: 'Mortgage, FHA', reference: '7' }],
    });
  });

  it('leaves out rows that are not meant', () => {
    const reviews = mappingFor(['label', 'review']) as ColumnMapping;
    expect(readRow(reviews, { label: '1', review: '很好' }, false)).toEqual({ leftOut: true });
    expect(receiptOf(reviews, { label: '0', review: '太差' }).description).toBe('太差');
  });

  it('reads midnight where it says the day begins', () => {
    const cars = mappingFor(['id', '投诉品牌', '投诉车系', '问题简述']) as ColumnMapping;
    expect(receiptOf(cars, { 问题简述: '漏气', 投诉时间: '2020-06-18' }).receivedAt).toBe('2020-06-17T16:00:00.000Z');
  });

  it('knows columns and codes of any name', () => {
    const columns = { description: 'constructor', wish: '__proto__', channel: 'toString' };
    const codes = { channel: { Tel: 'hotline' } };
    const mapping = columnMapping.parse({ name: 'x', needs: ['a'], columns, codes, always: { category: 'price' } });
    const faults = readRow(mapping, { toString: 'constructor' }, false);
    expect(faults).toMatchObject({ faults: [{ column: 'toString' }, { column: 'constructor' }] });
    const row = JSON.parse('{"constructor": "Lost.", "__proto__": "Found.", "toString": "Tel"}') as Row;
    expect(receiptOf(mapping, row)).toMatchObject({ description: 'Lost.', wish: 'Found.', channel: 'hotline' });
  });

  it('is refused when it names a field that there is not', () => {
    const columns = { nonsense: 'a' };
    expect(columnMapping.safeParse({ name: 'x', needs: ['a'], columns }).success).toBe(false);
  });

  it('fits no file without its columns', () => {
    expect(mappingFor(['a', 'b'])).toBeUndefined();
  });
});
