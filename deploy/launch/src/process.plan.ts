import { pickFreePort } from '@redress/engines';
import { SERVICES } from './installation.types.ts';
import type { InstallationOptions, ServiceName } from './installation.types.ts';

/** Where `npm start` listens, unless told otherwise. */
export const DEFAULT_PORT_BASE = 4100;

const ROLES: Record<ServiceName, readonly string[]> = {
  intake: ['api', 'activities', 'relay', 'consumers'],
  staffing: ['api', 'activities', 'relay', 'consumers'],
  analytics: ['api', 'consumers'],
  improvement: ['api', 'activities', 'relay', 'consumers'],
};

/** One process to run. */
export interface PlannedProcess {
  name: string;
  role: string;
  /** Path of its program from the root of the repository. */
  program: string;
  /** Value of REDRESS_ROLES; undefined for the worker. */
  roles: string | undefined;
}

/** The processes of an installation; with `split` the one that serves a service's API keeps the service's name. */
export function planProcesses(split: boolean, services: readonly ServiceName[] = SERVICES): PlannedProcess[] {
  const planned = services.flatMap((service) => {
    const program = `services/${service}/dist/main.js`;
    if (!split) return [{ name: service, role: 'all', program, roles: ROLES[service].join(',') }];
    return ROLES[service].map((role) => ({
      name: role === 'api' ? service : `${service}-${role}`,
      role,
      program,
      roles: role,
    }));
  });
  return [...planned, { name: 'worker', role: 'worker', program: 'workflows/worker/dist/main.js', roles: undefined }];
}

/** Fixed ports from a base: the services at +1 … +4, the worker at +9, further processes from +10 on. */
export function fixedPorts(base: number): Record<string, number> {
  const main = [
    ...SERVICES.map((service, index) => [service, base + 1 + index] as const),
    ['worker', base + 9] as const,
  ];
  const named = new Set<string>(main.map(([name]) => name));
  const further = planProcesses(true).filter(({ name }) => !named.has(name));
  return Object.fromEntries([...main, ...further.map(({ name }, index) => [name, base + 10 + index] as const)]);
}

/** The port of every planned process: the given one, or a free one. */
export async function assignPorts(
  planned: readonly PlannedProcess[],
  given: InstallationOptions['ports'] = {},
): Promise<Record<string, number>> {
  const ports: Record<string, number> = {};
  for (const { name } of planned) ports[name] = given[name] ?? (await pickFreePort());
  return ports;
}
