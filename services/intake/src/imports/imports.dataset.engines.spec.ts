import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, TestIntake } from '../intake.fixture.ts';
import { loadFile } from './import.fixture.ts';

const folder = process.env['REDRESS_DATASETS'];
const MANAGER = person();
/** As many lines of a long file as a suite has time for. */
const MOST_LINES = 301;

if (folder === undefined) {
  it('says that no file was met', () => {
    process.stdout.write('imports: 6 files not loaded (REDRESS_DATASETS is not set)\n');
    expect(folder).toBeUndefined();
  });
} else {
  describe('files as they are met', () => {
    let intake: TestIntake;

    beforeAll(async () => void (intake = await TestIntake.open('api,consumers')));
    afterAll(() => intake?.close());

    /** Lines are counted as bytes: the encoding is for the import to find. */
    function beginningOf(path: string): Buffer {
      const lines = readFileSync(join(folder ?? '', path), 'latin1')
        .split('\n')
        .slice(0, MOST_LINES);
      return Buffer.from(`${lines.join('\n')}\n`, 'latin1');
    }

    it.each([
      ['cn-consumer/given/car_a_gbk_crawl.csv', '', 'gb18030', '汽车投诉', [149, 151, 0, 0]],
      ['cn-consumer/given/car_a.csv', '', 'utf-8', 'complaints about cars', [149, 0, 0, 0]],
      ['cn-consumer/given/heimao_a.csv', '', 'utf-8', 'a complaint platform on the web', [50, 0, 0, 0]],
      ['cn-consumer/given/takeaway_a.csv', '', 'utf-8', 'reviews with a label', [0, 0, 300, 0]],
      ['cfpb-complaints/given/complaints.csv', '', 'utf-8', 'complaints to a financial regulator', [300, 0, 0, 0]],
      [
        'cfpb-complaints/given/complaints.csv',
        '?history=true&name=old',
        'utf-8',
        'complaints to a financial regulator',
        [299, 0, 0, 1],
      ],
    ])('%s%s', async (path, query, encoding, mapping, counts) => {
      const view = await loadFile(intake, MANAGER, beginningOf(path), { query });
      expect(view).toMatchObject({ encoding, mapping });
      expect([view.loaded, view.known, view.leftOut, view.refused]).toEqual(counts);
    });
  });
}
