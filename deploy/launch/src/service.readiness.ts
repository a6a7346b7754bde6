import { LOOPBACK } from '@redress/engines';
import { z } from 'zod';

const ANSWER_WITHIN_MS = 5_000;
const report = z.object({ checks: z.record(z.string(), z.string()) });

/** Undefined when the process on this port is ready; else what it lacks, in a few words. */
export async function missingForReady(port: number): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(`http://${LOOPBACK}:${port}/health/ready`, { signal });
    const body = await answer.text();
    return answer.status === 200 ? undefined : failingChecks(body);
  } catch {
    return 'no answer';
  }
}

/** `kafka: no-fetch` from a readiness report; whatever else was answered is only "not ready". */
function failingChecks(body: string): string {
  try {
    const { checks } = report.parse(JSON.parse(body));
    const failing = Object.entries(checks).filter(([, outcome]) => outcome !== 'ok');
    return failing.map(([name, outcome]) => `${name}: ${outcome}`).join(', ') || 'not ready';
  } catch {
    return 'not ready';
  }
}
