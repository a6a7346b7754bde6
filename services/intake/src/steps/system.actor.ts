import type { Actor } from '@redress/policy';

/** The product itself, where it acts on a complaint. */
export const SYSTEM_ACTOR: Actor = {
  id: '00000000-0000-4000-8000-000000000000',
  kind: 'system',
  roles: [],
  capabilities: [],
  departmentId: null,
  limits: null,
};
