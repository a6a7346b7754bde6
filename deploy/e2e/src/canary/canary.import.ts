import type { StoryGroundAddresses } from '@redress/testkit';
import type { OwnCompany } from '../authorisation/own.company.ts';
import { loadFile, type LoadedFile } from '../inputs/loaded.file.ts';
import type { CanaryWords } from './canary.words.ts';

/** Says canaries in a file: in a row that is loaded, in one that is refused, and in a column that nobody reads. */
export function sayInAFile(
  { urls }: StoryGroundAddresses,
  company: OwnCompany,
  words: CanaryWords,
): Promise<LoadedFile> {
  const rows = [
    ['channel', 'category', 'departmentId', 'description', 'name', 'mobile', words.word('column')],
    ['web-form', 'price', company.department, words.text('imported'), words.text('imported name'), words.number(), ''],
    ['pigeon', words.text('row code'), company.department, words.text('row'), '', '', words.text('ignored')],
  ];
  return loadFile(urls.intake, company.called('manager'), rows.map((row) => row.join(',')).join('\r\n'));
}
