import {
  TEXT_CODES,
  type Addressee,
  type Budget,
  type OnSiteStep,
  type Pack,
  type Rung,
  type TextCode,
} from '@redress/policy';
import { categoryFaults } from './category.checks.ts';
import { suggestion } from './nearest.ts';
import { calendarsNamedBy } from './pack.calendars.ts';
import { statutoryFaults } from './statutory.checks.ts';
import { thresholdFaults } from './threshold.checks.ts';

/** Something wrong between parts of a pack that are right by themselves. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a text may ask for: the places that the product fills. Every text may name the number and the tracking link. */
const OWN_PLACES: Partial<Record<TextCode, readonly string[]>> = {
  acknowledgement: ['respondBy', 'solveBy', 'deadlines'],
  timetable: ['respondBy', 'solveBy', 'deadlines'],
  extended: ['respondBy', 'solveBy', 'deadlines', 'words'],
  'ways-outside': ['deadlines'],
  news: ['solveBy', 'deadlines'],
  handler: ['handler'],
  question: ['words'],
  offer: ['words', 'answerBy', 'compensation', 'goodwill'],
  appointment: ['appointmentAt', 'words'],
  result: ['result', 'reopenUntil'],
  letter: ['result', 'reopenUntil'],
  survey: ['answerBy'],
  'survey-reminder': ['answerBy'],
  transferred: ['words'],
  mediation: ['words'],
};

export function placesOf(text: TextCode): readonly string[] {
  return ['number', 'trackingLink', ...(OWN_PLACES[text] ?? [])];
}

/** Checks what one part of a pack says of another: names that lead nowhere, ranks and codes given twice, times turned round. */
export function faultsOf(pack: Pack, calendars: readonly string[] | null): Fault[] {
  return [
    ...twice(pack),
    ...gradingFaults(pack),
    ...categoryFaults(pack),
    ...clockFaults(pack),
    ...ladderFaults(pack),
    ...handlingFaults(pack),
    ...textFaults(pack),
    ...statutoryFaults(pack),
    ...thresholdFaults(pack),
    ...calendarFaults(pack, calendars),
  ];
}

function twice(pack: Pack): Fault[] {
  const lists = ['levels', 'classes', 'ladder', 'roles', 'categories'] as const;
  const codes = lists.flatMap((list) =>
    repeated(
      pack[list].map((one) => one.code),
      [list],
      'code',
    ),
  );
  const ranks = (['levels', 'classes'] as const).flatMap((list) =>
    repeated(
      pack[list].map((one) => one.rank),
      [list],
      'rank',
    ),
  );
  return [...codes, ...ranks];
}

function repeated(values: readonly (string | number)[], path: readonly PropertyKey[], field: string): Fault[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ path: [...path, index, field], message: `${field} \`${value}\` is given twice; each has its own` }],
  );
}

function gradingFaults(pack: Pack): Fault[] {
  const levels = pack.levels.map((level) => level.code);
  const classes = pack.classes.map((one) => one.code);
  const { grading } = pack;
  return [
    ...grading.levels.flatMap((rule, index) =>
      unknown(rule.gives, levels, 'level', ['grading', 'levels', index, 'gives']),
    ),
    ...grading.classes.flatMap((rule, index) =>
      unknown(rule.gives, classes, 'class', ['grading', 'classes', index, 'gives']),
    ),
    ...unknown(grading.defaultLevel, levels, 'level', ['grading', 'defaultLevel']),
  ];
}

/** Pairs of lengths of time of which the first may not be longer than the second, since it lies inside it. */
function clockFaults(pack: Pack): Fault[] {
  const { survey, fastLane } = pack;
  return [
    ...pack.levels.flatMap(({ respond, solve, accept }, index) => [
      ...longer(
        respond,
        solve,
        ['levels', index, 'solve'],
        'solve ends before respond; give solve at least as long as respond',
      ),
      ...longer(
        accept,
        respond,
        ['levels', index, 'accept'],
        'accept ends after respond; nobody could keep both, give it less',
      ),
    ]),
    ...longer(
      fastLane.accept,
      fastLane.firstContact,
      ['fastLane', 'accept'],
      'accept ends after firstContact; nobody could keep both, give it less',
    ),
    ...longer(
      survey.sendAfter,
      survey.remindAfter,
      ['survey', 'remindAfter'],
      'the reminder goes out before the survey',
    ),
    ...longer(survey.remindAfter, survey.closeAfter, ['survey', 'closeAfter'], 'the survey closes before its reminder'),
  ];
}

const UNIT_MINUTES = { minutes: 1, hours: 60, days: 1440, 'working-days': 1440 } as const;

function longer(first: Budget, second: Budget, path: readonly PropertyKey[], message: string): Fault[] {
  const alike = first.time === second.time && first.calendar === second.calendar;
  const daysOnly = [first, second].filter(({ unit }) => unit === 'working-days').length;
  if (!alike || daysOnly === 1) return [];
  const minutes = ({ amount, unit }: Budget) => amount * UNIT_MINUTES[unit];
  return minutes(first) > minutes(second) ? [{ path, message }] : [];
}

function ladderFaults(pack: Pack): Fault[] {
  const roles = pack.roles.map((role) => role.code);
  const named = [
    ...pack.ladder.flatMap((rung, at) => rolesNamed(pack, rung.tells, ['ladder', at, 'tells'])),
    ...pack.classes.flatMap((its, at) => rolesNamed(pack, its.tellsAtOnce, ['classes', at, 'tellsAtOnce'])),
    ...pack.classes.flatMap((its, at) => rolesNamed(pack, its.tellsResult, ['classes', at, 'tellsResult'])),
    ...(pack.rounds.under === null ? [] : unknown(pack.rounds.under, roles, 'role', ['rounds', 'under'])),
  ];
  const late = pack.ladder.flatMap((rung, at) =>
    rung.warning && rung.atFraction >= 1
      ? [{ path: ['ladder', at, 'atFraction'], message: 'a warning comes before the deadline; write less than 1' }]
      : [],
  );
  return [...named, ...late];
}

/** On-site grades, strategies, levels that are left out of approval: whom and what they name. */
function handlingFaults(pack: Pack): Fault[] {
  const levels = pack.levels.map(({ code }) => code);
  const grades = pack.onSite.map(({ grade }) => grade);
  return [
    ...repeated(grades, ['onSite'], 'grade'),
    ...pack.onSite.flatMap(({ steps }, at) => [
      ...repeated(
        steps.map(({ code }) => code),
        ['onSite', at, 'steps'],
        'code',
      ),
      ...steps.flatMap(({ by }, step) => roleNamed(pack, by, ['onSite', at, 'steps', step, 'by'])),
    ]),
    ...misconductFaults(pack),
    ...rolesNamed(pack, pack.report.tells ?? [], ['report', 'tells']),
    ...(pack.assessment.by === undefined ? [] : roleNamed(pack, pack.assessment.by, ['assessment', 'by'])),
    ...pack.categories.flatMap(({ strategy }, at) =>
      rolesNamed(pack, strategy?.takesPart ?? [], ['categories', at, 'strategy', 'takesPart']),
    ),
    ...pack.approval.neverAtLevels.flatMap((level, at) =>
      unknown(level, levels, 'level', ['approval', 'neverAtLevels', at]),
    ),
  ];
}

/** Who owns the record of misconduct must be able to see it (INT-15). */
function misconductFaults(pack: Pack): Fault[] {
  if (pack.misconduct === undefined) return [];
  const { to, tells } = pack.misconduct;
  return [
    ...roleNamed(pack, to, ['misconduct', 'to']),
    ...rolesNamed(pack, tells, ['misconduct', 'tells']),
    ...blind(pack, to, ['misconduct', 'to']),
    ...pack.ladder.flatMap((rung, at) => (rung.duties.includes('misconduct') ? recordRung(pack, rung, at) : [])),
  ];
}

/** Its rungs speak to its owner and to roles that may see it, and the complaint stays whose it is. */
function recordRung(pack: Pack, { tells, movesOwnershipTo }: Rung, at: number): Fault[] {
  const message = 'a record of misconduct stays with its owner; give it a rung of its own that moves nothing';
  return [
    ...tells.flatMap((one, index) => blind(pack, one, ['ladder', at, 'tells', index])),
    ...(movesOwnershipTo === null ? [] : [{ path: ['ladder', at, 'movesOwnershipTo'], message }]),
  ];
}

function blind(pack: Pack, to: Addressee, path: readonly PropertyKey[]): Fault[] {
  if (to.kind === 'holder') return [];
  const role = to.kind === 'role' ? to.role : to.kind;
  const named = pack.roles.find(({ code }) => code === role);
  if (to.kind === 'role' && (named === undefined || named.capabilities.includes('read-restricted'))) return [];
  const right = to.kind === 'role' ? 'give it the capability `read-restricted`' : 'write `holder` or `role <code>`';
  return [{ path, message: `\`${role}\` may not see what is restricted; ${right}` }];
}

function rolesNamed(pack: Pack, told: readonly Addressee[], path: readonly PropertyKey[]): Fault[] {
  return told.flatMap((one, index) => roleNamed(pack, one, [...path, index]));
}

function roleNamed(pack: Pack, addressee: OnSiteStep['by'], path: readonly PropertyKey[]): Fault[] {
  if (addressee.kind !== 'role' && addressee.kind !== 'department-role') return [];
  return unknown(
    addressee.role,
    pack.roles.map(({ code }) => code),
    'role',
    path,
  );
}

function textFaults(pack: Pack): Fault[] {
  return TEXT_CODES.flatMap((text) =>
    (['zh', 'en'] as const).flatMap((language) =>
      [...(pack.texts[text]?.[language] ?? '').matchAll(/\{([^{}]*)\}/g)].flatMap(([, place = '']) =>
        unknown(place, placesOf(text), 'place that this text may ask for', ['texts', text, language]),
      ),
    ),
  );
}

function calendarFaults(pack: Pack, calendars: readonly string[] | null): Fault[] {
  if (calendars === null) return [];
  return calendarsNamedBy(pack).flatMap(({ calendar, path }) =>
    unknown(calendar, calendars, 'calendar in force', path),
  );
}

function unknown(name: string, known: readonly string[], what: string, path: readonly PropertyKey[]): Fault[] {
  return known.includes(name) ? [] : [{ path, message: `\`${name}\` is no ${what}; ${suggestion(name, known)}` }];
}
