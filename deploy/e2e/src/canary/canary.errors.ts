import type { StoryGroundAddresses } from '@redress/testkit';
import type { OwnCompany } from '../authorisation/own.company.ts';
import { sendRaw, type RawRequest } from '../hostile-input/raw.request.ts';
import { fullReceipt, type CanaryLife } from './canary.life.ts';
import type { CanaryWords } from './canary.words.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Says canaries where they are refused: in bodies, names of fields, ids, questions, headers, names and passwords. */
export async function sayWhereItIsRefused(
  { urls }: StoryGroundAddresses,
  company: OwnCompany,
  life: CanaryLife,
  words: CanaryWords,
): Promise<number[]> {
  const word = (field: string) => words.word(field);
  const authorization = await company.called('clerk').authorization();
  const owner = await (await life.owner()).authorization();
  const post = (url: string, body: string, headers: Record<string, string> = {}): RawRequest => ({
    ...{ method: 'POST', url, body },
    headers: { ...JSON_TYPE, authorization, ...headers },
  });
  const get = (url: string, headers: Record<string, string> = {}): RawRequest => ({
    ...{ method: 'GET', url },
    headers: { authorization: owner, ...headers },
  });
  const receipts = `${urls.intake}/complaints`;
  const full = fullReceipt(words);
  const track = `${urls.intake}/tracking/${life.number}`;
  const requests: RawRequest[] = [
    post(receipts, `{"description": "${word('broken json')}`),
    post(receipts, `${word('no json')}`),
    post(receipts, JSON.stringify({ ...full, [word('unknown field')]: word('unknown value') })),
    post(receipts, JSON.stringify({ ...full, channel: words.text('wrong code') })),
    post(receipts, JSON.stringify({ ...full, description: [words.text('wrong type')] })),
    post(receipts, JSON.stringify({ ...full, receivedAt: words.text('wrong instant') })),
    post(receipts, JSON.stringify({ ...full, departmentId: word('wrong department') })),
    post(receipts, JSON.stringify({ ...full, complainant: { email: words.text('wrong mail') } })),
    post(receipts, JSON.stringify({ ...full, description: `${words.text('nul')}\u0000` })),
    post(receipts, words.text('plain'), { 'content-type': 'text/plain' }),
    post(receipts, JSON.stringify(full), { 'content-type': word('content type') }),
    post(receipts, JSON.stringify(full), { 'idempotency-key': `${word('key')} with a blank` }),
    post(receipts, JSON.stringify(full), { authorization: `Bearer ${word('token')}` }),
    post(
      life.url('contacts'),
      JSON.stringify({ channel: 'phone', outcome: 'reached', note: words.text('not theirs') }),
    ),
    ...['analysis', 'result', 'proposals', 'findings', 'return'].map((path) =>
      post(life.url(path), JSON.stringify(OUT_OF_ORDER[path]?.(words.text(`refused ${path}`))), {
        authorization: owner,
      }),
    ),
    post(life.url('contacts'), JSON.stringify({ channel: 'phone', outcome: 'reached', note: words.text('stale') }), {
      authorization: owner,
      'if-match': word('revision'),
    }),
    post(`${track}/messages`, JSON.stringify({ text: words.text('wrong secret') }), {
      'x-tracking-secret': word('secret'),
    }),
    post(`${track}/reopenings`, JSON.stringify({ reason: words.text('too early') }), {
      'x-tracking-secret': life.secret,
    }),
    post(`${urls.staffing}/sessions`, JSON.stringify({ username: word('username'), password: words.text('password') })),
    post(
      `${urls.staffing}/sessions`,
      JSON.stringify({ username: [word('username list')], password: word('password') }),
    ),
    post(
      `${urls.staffing}/people`,
      JSON.stringify({ username: 'new.one', phone: words.number(), password: word('new password') }),
    ),
    post(`${urls.intake}/imports`, `${word('header')},${words.text('cell')}`, { 'content-type': 'text/csv' }),
    get(`${receipts}?q=${encodeURIComponent(words.text('search'))}&phone=${words.number()}&stage=none`),
    get(`${receipts}/${word('id')}`),
    get(`${receipts}?after=${word('cursor')}&stage=${encodeURIComponent(words.text('stage'))}`),
    get(`${urls.intake}/${word('address')}/${encodeURIComponent(words.text('address'))}?q=${word('question')}`),
    get(`${urls.intake}/tracking/${word('number')}`, {
      'x-tracking-secret': word('secret'),
      'user-agent': word('agent'),
    }),
    get(`${urls.staffing}/people/${word('person')}`),
    get(`${urls.analytics}/figures/complaints?category=${'a'.repeat(65)}&channel=${word('channel')}`),
  ];
  const statuses: number[] = [];
  for (const request of requests) statuses.push((await sendRaw(request)).status);
  return statuses;
}

/** Bodies that are in order, at a stage that takes none of these steps. */
const OUT_OF_ORDER: Readonly<Record<string, (words: string) => unknown>> = {
  analysis: (analysis) => ({ cause: 'process', analysis }),
  result: (answer) => ({ channel: 'phone', answer }),
  proposals: (remedy) => ({ options: [{ compensation: 1, remedy }] }),
  findings: (reasons) => ({
    matterId: '0b9f6d4e-3b9a-4d50-9a4e-0d6a0c1d2e3f',
    ...{ isTrue: 'yes', upheld: true, responsibility: 'ours', reasons },
  }),
  return: (reasons) => ({ to: 'deciding', reasons }),
};
