import { describe, expect, it } from '@jest/globals';
import { Findings } from '../run/findings.ts';
import { readStory } from '../story/read-story.ts';
import { NOT_REACHED, shownStory } from './shown.story.ts';
import { storyLines } from './story.lines.ts';

const story = readStory(
  `title: Sample
people:
  Anna: { role: handler }
receipt: { channel: hotline, description: A kettle leaks. }
shift: { field: survey.closeAfter }
story:
  - at: +0
    expect:
      - stage received [PRC-1]
  - at: +10m
    by: Anna
    do: accept
    expect:
      - owner is Anna [PRC-2]
      - stage investigating
`,
  { file: 'sample.yaml', pack: 'levels' },
);
const startedAt = '2026-11-23T01:00:00.000Z';
const [receipt, accept] = story.items as [(typeof story.items)[0], (typeof story.items)[0]];

function found(): Findings {
  const findings = new Findings(story, startedAt);
  for (const item of story.items) findings.lookedAt.add(item);
  findings.seen = [];
  return findings;
}

const played = (findings: Findings | null) => shownStory(story, findings);
const seenOf = (findings: Findings | null) =>
  played(findings).items.flatMap(({ expects }) => expects.map(({ text, seen }) => `${seen ? '✓' : '✗'} ${text}`));

describe('a story as it was played', () => {
  it('has seen every line where nothing was found', () => {
    expect(seenOf(found())).toEqual(['✓ stage received', '✓ owner is Anna', '✓ stage investigating']);
  });

  it('has not seen the line that a finding belongs to, and says what was there', () => {
    const findings = found();
    findings.differs(accept, { line: 14, text: 'owner is Anna' }, 'it is Ben');
    expect(seenOf(findings)).toEqual(['✓ stage received', '✗ owner is Anna', '✓ stage investigating']);
    expect(played(findings).items[1]?.expects[0]?.instead).toEqual(['it is Ben']);
  });

  it('says what is listed nowhere at the line of its instant, and what belongs to none at the end', () => {
    const findings = found();
    findings.seen = [
      { at: startedAt, text: 'told Anna: serious' },
      { at: '2026-11-23T02:00:00.000Z', text: 'stage ended' },
    ];
    const { items, faults } = played(findings);
    expect(items.map((one) => one.faults)).toEqual([
      ['"told Anna: serious" happened, and the story does not list it'],
      [],
    ]);
    expect(faults).toEqual(['at +1h "stage ended" happened, and the story does not list it']);
  });

  it('has seen nothing that it did not come to', () => {
    const findings = found();
    findings.lookedAt.delete(receipt);
    expect(seenOf(findings)[0]).toBe('✗ stage received');
    expect(seenOf(null)).toEqual(['✗ stage received', '✗ owner is Anna', '✗ stage investigating']);
    expect(played(null).items[0]?.expects[0]?.instead).toEqual([NOT_REACHED]);
    findings.seen = null;
    expect(seenOf(findings).filter((text) => text.startsWith('✓'))).toEqual([]);
  });

  it('is read line by line', () => {
    const findings = found();
    findings.differs(accept, { line: 14, text: 'owner is Anna' }, 'it is Ben');
    const verdict = { story, shown: played(findings), failures: ['one'], copied: false } as never;
    expect(storyLines(verdict)).toEqual([
      'Sample',
      '  sample.yaml, under levels; with Anna (handler)',
      '  +0        A complaint comes in by hotline: “A kettle leaks.”',
      '            ✓ stage received   [PRC-1]',
      '  +10m      Anna: accept',
      '            ✗ owner is Anna   [PRC-2]',
      '              but it is Ben',
      '            ✓ stage investigating',
    ]);
  });
});
