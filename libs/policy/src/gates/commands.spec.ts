import { describe, expect, it } from '@jest/globals';
import { STAGES, type Stage } from '../stage.ts';
import { COMMAND_NAMES, COMMANDS, SYSTEM_COMMANDS, type CommandName, type CommandRule } from './commands.ts';

/** Command | any one of these capabilities | place in the case | stages: what is written here is meant, what differs is a slip. */
const TABLE = `
accept | handle | owner | assigned
decline | handle | owner | assigned
assign | handle coordinate lead | above | received…surveying
takeOver | handle coordinate lead | above | assigned…surveying
handOver | handle | handler | assigned…investigating
refuseHandOver | handle | handler | assigned
ruleOnHandOver | decide-hand-overs | anybody | assigned…investigating
ownerAway | - | system | received…closed
logContact | handle | handler | assigned…closed
askCustomer | handle | handler | assigned…informing
markUnreachable | handle | handler | informing
addNote | handle approve coordinate lead speak-to-media advise-on-law track | anybody | received…closed
completeRecord | register handle | anybody | received…surveying
correctField | register handle | anybody | received…closed
changeGrading | handle coordinate lead | handler-or-above | received…surveying
confirmGrading | handle coordinate lead | handler-or-above | received…informing
mark | handle approve coordinate lead speak-to-media advise-on-law | anybody | received…surveying
markExtortion | handle lead | handler | assigned…informing
ownMisconduct | read-restricted | anybody | received…closed
noteMisconduct | read-restricted | anybody | received…closed
concludeMisconduct | read-restricted | anybody | received…closed
identifyPerson | handle | handler | investigating
requestFrom | handle coordinate lead | handler-or-above | investigating…deciding resolving
answerRequest | handle | asked | assigned…informing
recordFinding | handle | handler | investigating…deciding
declareUnsolvable | handle | handler | assigned…approving resolving
propose | handle approve | handler | deciding
approve | approve | judge | approving
returnProposal | approve | judge | approving
giveDate | handle | handler | assigned…approving
settleByReply | handle | handler | assigned…investigating
pauseClock | handle | handler | assigned…informing
resumeClock | handle | handler | assigned…informing
putOffer | handle | handler | offering
takeOfferBack | handle | handler | offering
answerOffer | register handle | customer | offering informing…closed
giveInterim | handle | handler | assigned…informing
setTask | handle coordinate lead | handler-or-above | investigating resolving
completeTask | handle | asked | assigned…closed
agreeAppointment | handle | asked | investigating resolving
fileOutsideOutcome | handle | handler | assigned…closed
tellResult | handle | handler | informing
answerSurvey | register handle | customer | surveying
recordFollowUp | handle | handler | informing…closed
recordAnalysis | handle | handler | informing…closed
planAction | handle | handler | assigned…closed
recordAssessment | handle coordinate lead | head | informing…closed
endEvent | handle lead | above | received…closed
fileReport | handle | handler | received…closed
close | handle | handler | informing…surveying
message | register handle | customer | received…closed
withdraw | register handle | customer | received…surveying
reopen | register handle | customer | informing…closed
complainAgain | register handle | customer | received…surveying
ruleOnNewFacts | coordinate lead | anybody | informing…closed
merge | handle coordinate | handler | received…informing
absorb | - | system | received…closed
part | handle coordinate | handler | closed
release | - | system | received…closed
survivorEnded | - | system | closed
transferOut | handle coordinate | handler | received…informing
moveToPack | administer coordinate | anybody | received…closed
`;

function rowOf(name: string): string {
  const { needs, place, stages }: CommandRule = COMMANDS[name as CommandName];
  return [name, needs.join(' ') || '-', place, spans(stages)].join(' | ');
}

/** `assigned…deciding` for stages that follow each other. */
function spans(stages: readonly Stage[]): string {
  const runs: Stage[][] = [];
  for (const stage of STAGES.filter((one) => stages.includes(one))) {
    const last = runs.at(-1);
    const follows = STAGES.indexOf(stage) - 1 === STAGES.indexOf(last?.at(-1) ?? 'ended');
    if (last !== undefined && follows) last.push(stage);
    else runs.push([stage]);
  }
  return runs.map((run) => (run.length === 1 ? run[0] : `${run[0]}…${run.at(-1)}`)).join(' ');
}

const rows = TABLE.trim().split('\n');

describe('who may take which step, and when (PRC-31)', () => {
  it.each(rows)('%s', (row) => {
    expect(rowOf(row.split(' | ')[0] ?? '')).toBe(row);
  });

  it('stands here in the order of the process', () => {
    const listed = rows.map((row) => row.split(' | ')[0]);
    expect(COMMAND_NAMES.filter((name) => listed.includes(name))).toEqual(listed);
  });

  it('is the product’s own where nobody sends it', () => {
    expect(SYSTEM_COMMANDS).toEqual(COMMAND_NAMES.filter((name) => COMMANDS[name].place === 'system'));
    expect(SYSTEM_COMMANDS).toEqual(expect.arrayContaining(['ownerAway', 'absorb', 'release', 'survivorEnded']));
    for (const name of SYSTEM_COMMANDS) expect(COMMANDS[name].needs).toEqual([]);
  });
});
