import { suggestion } from '@redress/packs';
import { FIRST_COMPLAINT, isDue, type Story, type StoryItem } from './story.ts';

/** Something wrong between parts of a story that are right by themselves. */
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export const PLACES = ['owner', 'backup', 'head', 'customer'] as const;

/** Checks what one part of a story says of another: names that nobody bears, times that go back, nothing to fail by. */
export function faultsOf(story: Story): Fault[] {
  return [
    ...peopleFaults(story),
    ...story.items.flatMap((item, index) => itemFaults(story, item, index)),
    ...orderFaults(story),
    ...aboutFaults(story),
    ...proofFaults(story),
  ];
}

function peopleFaults(story: Story): Fault[] {
  const names = story.people.map(({ name }) => name);
  return story.people.flatMap(({ name, backup, department }) => [
    ...(backup === null || names.includes(backup) ? [] : [nobody(['people', name, 'backup'], backup, names)]),
    ...(department === null || story.departments.includes(department)
      ? []
      : [{ path: ['people', name, 'department'], message: `\`${department}\` is none of the departments` }]),
  ]);
}

function itemFaults(story: Story, item: StoryItem, index: number): Fault[] {
  const names = story.people.map(({ name }) => name);
  const unknown = (who: string | null) => who !== null && /^[A-Z]/.test(who) && !names.includes(who);
  const told = item.expects.flatMap(({ says }, place) =>
    says.kind === 'told'
      ? says.who.filter(unknown).map((who) => nobody(['story', index, 'expect', place], who, names))
      : [],
  );
  const { act } = item;
  if (act === null) return [...told, ...withoutAct(item, index)];
  const by = act.by === '' ? [{ path: ['story', index], message: 'write `by:` and who does it' }] : [];
  const people = (
    [
      ['by', act.by],
      ['of', act.of],
    ] as const
  ).flatMap(([field, who]) => (unknown(who) ? [nobody(['story', index, field], who as string, names)] : []));
  const registers = act.does === 'register complaint';
  const as =
    registers === (act.as !== null)
      ? []
      : [{ path: ['story', index], message: '`as:` names the complaint that `register complaint` brings' }];
  return [...told, ...by, ...people, ...as];
}

function withoutAct({ expects }: StoryItem, index: number): Fault[] {
  const refused = expects.findIndex(({ says }) => says.kind === 'refused');
  if (refused >= 0)
    return [
      {
        path: ['story', index, 'expect', refused],
        message: 'only what somebody does is refused; write `by:` and `do:`',
      },
    ];
  return expects.length > 0
    ? []
    : [{ path: ['story', index], message: 'nothing is done and nothing is seen; write `do:` or `expect:`' }];
}

function orderFaults({ items }: Story): Fault[] {
  return items.flatMap((item, index) =>
    item.atMs < (items[index - 1]?.atMs ?? 0)
      ? [{ path: ['story', index, 'at'], message: 'this lies before the line above; a story goes forward' }]
      : [],
  );
}

function aboutFaults({ items }: Story): Fault[] {
  const complaints = [FIRST_COMPLAINT, ...items.flatMap(({ act }) => act?.as ?? [])];
  return items.flatMap(({ about }, index) =>
    complaints.includes(about)
      ? []
      : [
          {
            path: ['story', index, 'about'],
            message: `\`${about}\` is no complaint of this story; ${suggestion(about, complaints)}`,
          },
        ],
  );
}

/** Without a due instant no number of the pack matters, and without a requirement the story shows nothing. */
function proofFaults({ items, shift }: Story): Fault[] {
  const fails = shift !== null || items.some(isDue);
  const shows = items.some(({ expects }) => expects.some(({ ids }) => ids.length > 0));
  return [
    [fails, 'the story expects nothing at a due instant; add one, or name the number to shift by `shift:`'] as const,
    [shows, 'no line names a requirement, as `stage assigned [PRC-2]`'] as const,
  ].flatMap(([right, message]) => (right ? [] : [{ path: ['story'], message }]));
}

function nobody(path: readonly PropertyKey[], name: string, names: readonly string[]): Fault {
  return { path, message: `nobody in this story is called \`${name}\`; ${suggestion(name, names)}` };
}
