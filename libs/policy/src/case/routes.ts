import type { Mark } from './case-state.ts';
import type { Notice } from './decision.ts';

/** Who takes part when something is marked (PRC-26, INT-15, INT-23). */
const ROUTES: Partial<Record<Mark, Notice>> = {
  media: { to: { kind: 'capability', capability: 'speak-to-media' }, code: 'media' },
  network: { to: { kind: 'capability', capability: 'speak-to-media' }, code: 'media' },
  legal: { to: { kind: 'capability', capability: 'advise-on-law' }, code: 'legal' },
  'core-interest': { to: { kind: 'capability', capability: 'lead' }, code: 'core-interest' },
  'public-figure': { to: { kind: 'department-head' }, code: 'public-figure' },
  danger: { to: { kind: 'capability', capability: 'lead' }, code: 'danger' },
  misconduct: { to: { kind: 'capability', capability: 'read-restricted' }, code: 'misconduct' },
};

/** The notices that a mark brings about. */
export function routesOf(marks: readonly Mark[]): Notice[] {
  return marks.flatMap((mark) => ROUTES[mark] ?? []);
}
