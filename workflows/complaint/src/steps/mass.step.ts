import { massPlaces } from '@redress/policy';
import { upheldInPart } from './decide.step.ts';
import { marked } from './grade.step.ts';
import { toBeAssigned } from './places.ts';
import { entry, no, stageAfter, step, type TakeCommand } from './step.ts';
import { entering } from './task.step.ts';

/** A person has confirmed it: these complaints are handled as one, which this one leads under its owner (INT-4). */
export const leadMass: TakeCommand<'leadMass'> = (state, terms, command) => {
  const { members } = command.facts;
  if (state.mass === 'member' || state.mass === 'decided') return no('in-a-mass');
  const joins = members.map((complaintId) => ({ complaintId, name: 'joinMass', facts: massPlaces(state) }) as const);
  const led = entry('mass-led', { members: members.length });
  if (state.mass === 'lead') return step({}, [led], { others: joins });
  if (state.marks.includes('mass')) return step({ mass: 'lead' }, [led], { others: joins });
  const { changes, entries, ...more } = marked(state, terms, 'mass');
  return step({ ...changes, mass: 'lead' }, [led, ...entries], { ...more, others: joins });
};

/** It follows from now on: its clocks run, its customer is spoken with, its duties are those of the lead's owner (INT-4). */
export const joinMass: TakeCommand<'joinMass'> = (state, _terms, command) => {
  const { from, owner, backup, head } = command.facts;
  if (state.mass !== 'none') return no('in-a-mass');
  const people = owner === null ? {} : { owner, backup, head, accepted: true, assignmentDuty: null };
  const begins = owner !== null && (state.stage === 'received' || state.stage === 'assigned');
  return step(
    { mass: 'member', massLead: from, ...people, ...(begins ? { stage: 'investigating' } : {}) },
    [entry('mass-joined', { lead: from, owner })],
    {
      duties: [...(begins ? [{ kind: 'accept', does: 'dropped' } as const] : []), { kind: 'backup', does: 'dropped' }],
      notices: [{ to: { kind: 'owner' }, code: 'joined-mass' }],
    },
  );
};

/** Decided once, on the lead: the finding holds for each of its matters, the proposal is put to this customer (INT-4, PRC-5). */
export const massDecided: TakeCommand<'massDecided'> = (state, terms, command) => {
  const { finding, proposal, approvedBy, decidedRank, from, owner, backup, head } = command.facts;
  if (state.mass !== 'member') return no('not-in-a-mass');
  const findings = Object.fromEntries(state.matters.map((id) => [id, finding]));
  const next = upheldInPart({ findings }) ? stageAfter('approving', terms) : 'informing';
  const enters = entering(state, next);
  // Nobody is asked any more to accept it; where nobody had it yet, it belongs to who owns the lead.
  const people = state.owner === null ? { owner, backup, head } : {};
  const { isTrue, upheld, responsibility } = finding;
  const decided = { findings, proposal, approvedBy, decidedRank, optionAt: 0, offer: null };
  return step(
    { ...enters.changes, ...people, ...decided, mass: 'decided', accepted: true, assignmentDuty: null },
    [
      ...state.matters.map((matterId) => ({ ...entry('found', { isTrue, upheld, responsibility }), matterId })),
      entry('mass-decided', { lead: from }),
      ...enters.entries,
    ],
    {
      duties: [...(['accept', 'request', 'approval', 'ruling'] as const).map(dropped), ...enters.duties],
      notices: [{ to: { kind: 'owner' }, code: 'mass-decided' }],
    },
  );
};

/** It does not belong: its own owner is looked for, its own finding is owed again; both histories stay (INT-4). */
export const leaveMass: TakeCommand<'leaveMass'> = (state) => {
  if (state.mass !== 'member' && state.mass !== 'decided') return no('not-in-a-mass');
  if (state.offer !== null) return no('offer-out', { option: state.offer.option + 1 });
  return step(
    { ...toBeAssigned(state), mass: 'none', massLead: null, findings: {}, proposal: null, approvedBy: null },
    [entry('mass-left', { lead: state.massLead })],
    { duties: (['task', 'offer'] as const).map(dropped) },
  );
};

const dropped = <Kind extends string>(kind: Kind) => ({ kind, does: 'dropped' }) as const;
