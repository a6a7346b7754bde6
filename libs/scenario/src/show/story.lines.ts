import { proofOf } from '../run/verdict.lines.ts';
import type { StoryVerdict } from '../run/story.double.ts';
import { offsetText } from '../story/offset.ts';
import type { Story, StoryAct, StoryItem } from '../story/story.ts';
import type { ShownExpectation, ShownItem } from './shown.story.ts';

const INDENT = '            ';

/** A story as it was played, to be read aloud: when, who does what, what was seen (✓) and what was not (✗). */
export function storyLines(verdict: StoryVerdict): string[] {
  const { story, shown } = verdict;
  return [
    story.title,
    ...peopleLines(story),
    ...shown.items.flatMap((one) => itemLines(one, story)),
    ...shown.faults.map((fault) => `  ✗ ${fault}`),
    ...(verdict.copied && verdict.failures.length === 0 ? [`  It can fail: ${proofOf(verdict)}.`] : []),
  ];
}

function peopleLines({ people, file, pack }: Story): string[] {
  const named = people.map(({ name, roles }) => `${name} (${roles.join(', ')})`);
  return [`  ${file}, under ${pack}${named.length === 0 ? '' : `; with ${named.join(', ')}`}`];
}

function itemLines({ item, expects, faults }: ShownItem, story: Story): string[] {
  return [
    `  ${offsetText(item.atMs).padEnd(9)} ${sentenceOf(item, story)}`,
    ...expects.flatMap(expectationLines),
    ...faults.map((fault) => `${INDENT}✗ ${fault}`),
  ];
}

function expectationLines({ seen, text, ids, instead }: ShownExpectation): string[] {
  const shows = ids.length === 0 ? '' : `   [${ids.join(', ')}]`;
  return [`${INDENT}${seen ? '✓' : '✗'} ${text}${shows}`, ...instead.map((one) => `${INDENT}  but ${one}`)];
}

/** Who does what; where nobody does anything, that something falls due. */
function sentenceOf(item: StoryItem, { receipt, items }: Story): string {
  const about = item.about === 'first' ? '' : ` (${item.about})`;
  if (item.act !== null) return `${actText(item.act)}${about}`;
  if (item !== items[0] || item.atMs > 0) return `nobody does anything${about}`;
  const { channel, description } = receipt.body;
  const said = typeof description === 'string' ? `: “${description.trim()}”` : '';
  return `A complaint comes in${typeof channel === 'string' ? ` by ${channel}` : ''}${said}`;
}

function actText({ by, does, with: given, of, as }: StoryAct): string {
  const details = Object.entries(given).map(([field, value]) => `${field} ${valueText(value)}`);
  const more = [of === null ? [] : [`of ${of}`], as === null ? [] : [`the ${as}`], details].flat();
  return `${by === '' ? '' : `${by}: `}${does}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(/[<>]/g, '');
  if (Array.isArray(value)) return value.map(valueText).join(' and ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([field, one]) => `${field} ${valueText(one)}`)
    .join(', ');
}
