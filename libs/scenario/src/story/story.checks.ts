import { suggestion } from '@redress/packs';
import { isOutage } from './story.acts.ts';
import { FIRST_COMPLAINT } from './story.ts';
import type { ItemDocument, StoryDocument } from './story.schema.ts';

/** Something wrong between parts of a story that are right by themselves. */
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Checks what one part of a story says of another: names that nobody bears, times that go back, nothing to fail by. */
export function faultsOf(document: StoryDocument): Fault[] {
  return [
    ...peopleFaults(document),
    ...document.story.flatMap((item, index) => [
      ...nameFaults(document, item, index),
      ...shapeFaults(item).map((message) => ({ path: ['story', index], message })),
    ]),
    ...orderFaults(document),
    ...aboutFaults(document),
    ...outageFaults(document),
    ...proofFaults(document),
  ];
}

function peopleFaults({ people, departments }: StoryDocument): Fault[] {
  const names = Object.keys(people);
  return Object.entries(people).flatMap(([name, { backup, department }]) => [
    ...(backup === null || names.includes(backup) ? [] : [nobody(['people', name, 'backup'], backup, names)]),
    ...(department === null || departments.includes(department)
      ? []
      : [{ path: ['people', name, 'department'], message: `\`${department}\` is none of the departments` }]),
  ]);
}

/** Names begin with a capital letter; places and roles are looked up while the story runs. */
function nameFaults({ people }: StoryDocument, { by, of, expect }: ItemDocument, index: number): Fault[] {
  const names = Object.keys(people);
  const told = expect.flatMap(({ says }, place) =>
    says.kind === 'told' ? says.who.map((who) => [['expect', place], who] as const) : [],
  );
  return [[['by'], by] as const, [['of'], of] as const, ...told].flatMap(([path, who]) =>
    who != null && /^[A-Z]/.test(who) && !names.includes(who) ? [nobody(['story', index, ...path], who, names)] : [],
  );
}

/** What is wrong with a line as a whole. */
function shapeFaults(item: ItemDocument): string[] {
  const { by, expect, every, until, as } = item;
  const acts = item.do !== undefined;
  const outage = item.do !== undefined && isOutage(item.do);
  const refused = expect.some(({ says }) => says.kind === 'refused');
  const rules: readonly (readonly [boolean, string])[] = [
    [acts && !outage && by === undefined, 'write `by:` and who does it'],
    [outage && by !== undefined, `nobody does this; leave out \`by:\``],
    [!acts && refused, 'only what somebody does is refused; write `by:` and `do:`'],
    [!acts && expect.length === 0, 'nothing is done and nothing is seen; write `do:` or `expect:`'],
    [(every === undefined) !== (until === undefined), 'what comes round again has both `every:` and `until:`'],
    [every === 0 || (every !== undefined && acts), 'only what falls due comes round again, after some time'],
    [
      (item.do === 'register complaint' || item.do === 'change policy') !== (as !== null),
      '`as:` names the complaint that `register complaint` brings, or the version that `change policy` puts in force',
    ],
  ];
  return rules.filter(([wrong]) => wrong).map(([, message]) => message);
}

function orderFaults({ story }: StoryDocument): Fault[] {
  return story.flatMap(({ at }, index) =>
    at < (story[index - 1]?.at ?? 0)
      ? [{ path: ['story', index, 'at'], message: 'this lies before the line above; a story goes forward' }]
      : [],
  );
}

function aboutFaults({ story }: StoryDocument): Fault[] {
  const complaints = [
    FIRST_COMPLAINT,
    ...story.flatMap(({ as, do: does }) => (does === 'register complaint' && as !== null ? [as] : [])),
  ];
  return story.flatMap(({ about }, index) => {
    if (complaints.includes(about)) return [];
    const message = `\`${about}\` is no complaint of this story; ${suggestion(about, complaints)}`;
    return [{ path: ['story', index, 'about'], message }];
  });
}

/** What stops resumes, and in between nothing can be seen to fall due. */
function outageFaults({ story }: StoryDocument): Fault[] {
  const faults: Fault[] = [];
  let stopped = false;
  for (const [index, item] of story.entries()) {
    const fault = (message: string) => faults.push({ path: ['story', index], message });
    if (item.do === (stopped ? 'delivery stops' : 'delivery resumes'))
      fault(`delivery ${stopped ? 'stands still' : 'goes on'} already`);
    if (stopped && item.do === undefined)
      fault('nothing falls due while delivery stands still; write it after `delivery resumes`');
    stopped = item.do === 'delivery stops' || (stopped && item.do !== 'delivery resumes');
  }
  if (stopped) faults.push({ path: ['story'], message: 'delivery never resumes; add `do: delivery resumes`' });
  return faults;
}

/** Without a due instant no number of the pack matters, and without a requirement the story shows nothing. */
function proofFaults({ story, shift }: StoryDocument): Fault[] {
  const fails = shift !== null || story.some((item) => item.do === undefined && item.at > 0);
  const shows = story.some(({ expect }) => expect.some(({ ids }) => ids.length > 0));
  return [
    [fails, 'the story expects nothing at a due instant; add one, or name the number to shift by `shift:`'] as const,
    [shows, 'no line names a requirement, as `stage assigned [PRC-2]`'] as const,
  ].flatMap(([right, message]) => (right ? [] : [{ path: ['story'], message }]));
}

function nobody(path: readonly PropertyKey[], name: string, names: readonly string[]): Fault {
  return { path, message: `nobody in this story is called \`${name}\`; ${suggestion(name, names)}` };
}
