/** Answers null when the part works, else a code that says what is wrong. */
export type ReadinessCheck = () => Promise<string | null> | string | null;

/** Outcome of each check by name: `ok` or a code. */
export interface ReadinessReport {
  /** May be given work. */
  readonly ready: boolean;
  /** Every part works, also those that an outage may take away for a while. */
  readonly complete: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

interface Registered {
  readonly name: string;
  readonly check: ReadinessCheck;
  readonly required: boolean;
}

const CHECK_TIMEOUT_MS = 2_000;

/**
 * What must work before this process may be given work. Parts register themselves. A process with an API stays ready
 * while a background part waits for Kafka or Temporal: receipts are accepted without them.
 */
export class Readiness {
  private readonly registered: Registered[] = [];

  constructor(private readonly servesApi: boolean) {}

  /** A background part: decides in a process that has nothing else to do. */
  register(name: string, check: ReadinessCheck): void {
    this.registered.push({ name, check, required: !this.servesApi });
  }

  /** What nothing works without. */
  require(name: string, check: ReadinessCheck): void {
    this.registered.push({ name, check, required: true });
  }

  async report(): Promise<ReadinessReport> {
    const outcomes = await Promise.all(
      this.registered.map(async ({ name, check, required }) => ({ name, required, outcome: await outcomeOf(check) })),
    );
    return {
      ready: outcomes.every(({ required, outcome }) => !required || outcome === 'ok'),
      complete: outcomes.every(({ outcome }) => outcome === 'ok'),
      checks: Object.fromEntries(outcomes.map(({ name, outcome }) => [name, outcome])),
    };
  }
}

async function outcomeOf(check: ReadinessCheck): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no-answer'), CHECK_TIMEOUT_MS);
  });
  try {
    return (await Promise.race([Promise.resolve().then(check), late])) ?? 'ok';
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
