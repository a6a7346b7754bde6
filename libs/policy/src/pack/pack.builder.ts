import type { Words } from '../words.ts';
import type { Budget, ClassRule, LevelRule, Pack, RoleRule, Rung } from './pack.ts';

/** For specs: a small pack in the shape of `levels`, with whatever the sentence under test says otherwise. */
export function aPack(other: Partial<Pack> = {}): Pack {
  return {
    code: 'sample',
    version: '1',
    title: words('sample'),
    currency: 'CNY',
    stagesLeftOut: [],
    levels: [
      aLevel('1', 1, hours(2), hours(24), minutes(30)),
      aLevel('2', 2, hours(4), hours(48), minutes(30)),
      aLevel('3', 3, hours(8), hours(72), hours(2)),
      aLevel('4', 4, hours(24), workingDays(10, 'office'), hours(2)),
    ],
    classes: [1, 2, 3].map((rank) => aClass(rank)),
    grading: aGrading(),
    fastLane: { accept: minutes(10), firstContact: minutes(15), words: ['fire', '着火'] },
    ladder: aLadder(),
    roles: [aRole('handler', 500), aRole('department-head', 5_000), aRole('leader', null)],
    approval: { due: 'above-limit', whenSerious: true, neverAtLevels: [] },
    rounds: { most: 2, under: 'department-head' },
    handOver: hours(4),
    ruling: workingDays(1, 'office'),
    pause: { most: days(5) },
    offer: { answerWithin: days(5), unanswered: 'tell' },
    attempts: { most: 3, letter: true },
    survey: { sendAfter: days(1), remindAfter: days(4), closeAfter: days(10) },
    followUp: days(14),
    report: { within: days(3), when: { fact: 'agitation', atLeast: 2 } },
    onSite: [],
    tracking: { every: days(1) },
    writeUp: { within: days(10) },
    mass: { atLeast: 5, within: days(7) },
    assessment: { due: 'never', fromGrade: 0, within: days(10), deduction: null },
    byWordOfMouth: false,
    arbitrationFrom: 'extortion',
    guidance: [],
    preparedLines: [],
    reopening: { amount: 30, unit: 'days', time: 'calendar', calendar: null },
    mandatory: [],
    categories: [],
    texts: { acknowledgement: words('received'), result: words('result') },
    ...other,
  };
}

export function minutes(amount: number): Budget {
  return { amount, unit: 'minutes', time: 'calendar', calendar: null };
}

export function hours(amount: number): Budget {
  return { amount, unit: 'hours', time: 'calendar', calendar: null };
}

export function days(amount: number): Budget {
  return { amount, unit: 'days', time: 'calendar', calendar: null };
}

export function workingHours(amount: number, calendar: string): Budget {
  return { amount, unit: 'hours', time: 'working', calendar };
}

export function workingDays(amount: number, calendar: string): Budget {
  return { amount, unit: 'working-days', time: 'working', calendar };
}

function words(text: string): Words {
  return { zh: text, en: text };
}

function aLevel(code: string, rank: number, respond: Budget, solve: Budget, accept: Budget): LevelRule {
  return {
    code,
    rank,
    title: words(`level ${code}`),
    respond,
    solve,
    accept,
    news: hours(rank === 1 ? 8 : 24),
    progress: hours(rank === 1 ? 2 : 24),
    attemptsInOneDay: rank === 1,
    statutory: false,
    solveDateGivenByHandler: rank === 4,
    settledByReply: rank === 4,
    upAtOnceWhenUnsolvable: rank <= 2,
  };
}

function aClass(rank: number): ClassRule {
  const head = { kind: 'department-head' } as const;
  return {
    code: String(rank),
    rank,
    title: words(`class ${rank}`),
    tellsAtOnce: rank === 3 ? [{ kind: 'role', role: 'leader' }] : [],
    tellsResult: rank === 1 ? [] : [head],
    tracked: rank === 3,
    writtenUp: rank === 3,
  };
}

function aRole(code: string, compensation: number | null): RoleRule {
  const goodwill = compensation === null ? null : compensation / 5;
  return { code, title: words(code), capabilities: ['handle'], limits: { compensation, goodwill } };
}

function aGrading(): Pack['grading'] {
  const [urgent, severe, many] = ['urgency', 'severity', 'prevalence'].map((fact) => ({ fact, atLeast: 3 }));
  if (!urgent || !severe || !many) throw new Error('three figures');
  const known = ['urgency', 'severity', 'prevalence'].map((fact) => ({ fact, known: true }));
  return {
    levels: [
      { code: 'urgent-and-severe', when: { any: [{ all: [urgent, severe] }, yes('coreInterest')] }, gives: '1' },
      { code: 'urgent', when: urgent, gives: '2' },
      { code: 'severe-or-many', when: { any: [severe, many] }, gives: '3' },
      { code: 'light', when: { all: known }, gives: '4' },
    ],
    classes: [
      { code: 'media', when: yes('hasComplainedToMedia'), gives: '3' },
      { code: 'again', when: { any: [yes('repeated'), yes('threatensToGoOutside')] }, gives: '2' },
    ],
    serious: { any: [yes('media'), yes('danger'), yes('importantCustomer')] },
    fastLane: { any: [yes('danger'), { all: [yes('wordsOfDanger'), { fact: 'danger', known: false }] }] },
    defaultLevel: '3',
  };
}

function yes(fact: string) {
  return { fact, is: true };
}

function aLadder(): Rung[] {
  const rung = (code: string, atFraction: number, tells: Rung['tells'], moves: Rung['movesOwnershipTo']): Rung => ({
    code,
    duties: ['respond', 'solve'],
    atFraction,
    warning: atFraction < 1,
    tells,
    movesOwnershipTo: moves,
  });
  return [
    rung('warning', 0.75, [{ kind: 'owner' }], null),
    rung('backup', 1, [{ kind: 'backup' }], 'backup'),
    rung('department-head', 1.25, [{ kind: 'department-head' }], 'department-head'),
    rung('complaint-manager', 1.5, [{ kind: 'role', role: 'complaint-manager' }], null),
    rung('leader', 2, [{ kind: 'role', role: 'leader' }], null),
  ];
}
