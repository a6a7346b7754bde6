/** The installation that many stories share: its addresses, as the runner of the tests tells them. */
export interface StoryGroundAddresses {
  readonly urls: Readonly<Record<'intake' | 'staffing' | 'analytics' | 'improvement', string>>;
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly payloadKey: Buffer };
  readonly kafka: { readonly brokers: readonly string[]; readonly topicPrefix: string };
  /** Log files of its processes. */
  readonly logFiles: readonly string[];
}

const VARIABLE = 'REDRESS_TEST_GROUND';

/** The shared installation. Throws when there is none: it fails, it never skips. */
export function storyGround(): StoryGroundAddresses {
  const told = process.env[VARIABLE];
  if (told === undefined)
    throw new Error(`${VARIABLE} is not set: run the tests by "npm test", which starts an installation`);
  const ground = JSON.parse(told) as Omit<StoryGroundAddresses, 'temporal'> & {
    temporal: { address: string; namespace: string; payloadKey: string };
  };
  return { ...ground, temporal: { ...ground.temporal, payloadKey: Buffer.from(ground.temporal.payloadKey, 'base64') } };
}
