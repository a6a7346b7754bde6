import { accessOf, InstallationApi } from './installation.api.ts';

/** What every command takes that asks a running installation. */
export const API_OPTIONS = {
  json: { type: 'boolean', default: false },
  user: { type: 'string', default: 'wei.liu' },
  'port-base': { type: 'string', default: '4100' },
  intake: { type: 'string' },
  staffing: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The installation that was named. Throws as `InstallationApi.open`. */
export function openApi(values: {
  readonly user: string;
  readonly 'port-base': string;
  readonly intake?: string | undefined;
  readonly staffing?: string | undefined;
}): Promise<InstallationApi> {
  return InstallationApi.open(accessOf(values['port-base'], values.user, values.intake, values.staffing));
}
