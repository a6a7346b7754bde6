import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestIntake } from './intake.fixture.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: object;
}

describe('the description of the API', () => {
  let intake: TestIntake;
  let operations: (readonly [string, Operation])[];

  beforeAll(async () => {
    intake = await TestIntake.open('api');
    const { body } = await intake.get<{ paths: Record<string, Record<string, Operation>> }>('/openapi.json');
    operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
    );
  });
  afterAll(() => intake?.close());

  it('names every part of an address', () => {
    const unnamed = operations.filter(([name, { parameters = [] }]) =>
      [...name.matchAll(/\{(\w+)\}/g)].some(
        ([, part]) => !parameters.some((one) => one.in === 'path' && one.name === part),
      ),
    );
    expect(operations.length).toBeGreaterThan(100);
    expect(unnamed.map(([name]) => name)).toEqual([]);
  });

  it('shows what each act takes', () => {
    const acts = operations.filter(([name]) => /^post .(complaints|tracking).\{/.test(name));
    expect(acts.length).toBeGreaterThan(50);
    expect(acts.filter(([, { requestBody }]) => requestBody === undefined).map(([name]) => name)).toEqual([]);
  });

  it('asks for no header that need not be sent', () => {
    const optional = ['idempotency-key', 'if-match'];
    const asked = operations.filter(([, { parameters = [] }]) =>
      parameters.some(({ name, required }) => optional.includes(name.toLowerCase()) && required),
    );
    expect(asked.map(([name]) => name)).toEqual([]);
  });
});
