import type { StoryGroundAddresses } from '@redress/testkit';
import { z } from 'zod';
import type { OwnCompany } from '../authorisation/own.company.ts';
import { sendRaw } from '../hostile-input/raw.request.ts';
import type { CanaryWords } from './canary.words.ts';

const loaded = z.object({ loaded: z.number(), refused: z.number() });

/** Says canaries in a file: in a row that is loaded, in one that is refused, and in a column that nobody reads. */
export async function sayInAFile(
  { urls }: StoryGroundAddresses,
  company: OwnCompany,
  words: CanaryWords,
): Promise<z.output<typeof loaded>> {
  const rows = [
    ['channel', 'category', 'departmentId', 'description', 'name', 'mobile', words.word('column')],
    ['web-form', 'price', company.department, words.text('imported'), words.text('imported name'), words.number(), ''],
    ['pigeon', words.text('row code'), company.department, words.text('row'), '', '', words.text('ignored')],
  ];
  const authorization = await company.called('manager').authorization();
  const answer = await sendRaw({
    method: 'POST',
    url: `${urls.intake}/imports`,
    headers: { authorization, 'content-type': 'text/csv' },
    body: rows.map((row) => row.join(',')).join('\r\n'),
  });
  return loaded.parse(JSON.parse(answer.body));
}
