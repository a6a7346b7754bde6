/**
 * What a person may do, as code knows it. Packs name roles and give each its capabilities; code never asks for a role.
 */
export const CAPABILITIES = [
  'register',
  'read-department',
  'read-all',
  'handle',
  'track',
  'approve',
  'decide-hand-overs',
  'coordinate',
  'lead',
  'speak-to-media',
  'advise-on-law',
  'read-restricted',
  'see-figures',
  'plan-staff',
  'audit',
  'administer',
] as const;

export type Capability = (typeof CAPABILITIES)[number];
