import { whenNpmIsGone } from './npm.parent.ts';

/** Ctrl-C reaches a program under npm twice within moments: from the terminal and from npm. */
const SAME_PRESS_MS = 1_000;

export interface Shutdown {
  /** Aborted by the first SIGINT, SIGTERM or SIGHUP, or when npm, which ran this, is gone. */
  asked: AbortSignal;
  /** Aborted by a later one. */
  forced: AbortSignal;
  /** Resolves with the first. */
  promise: Promise<void>;
}

/** Listens for the signals that end a program. */
export function untilSignal(): Shutdown {
  const asked = new AbortController();
  const forced = new AbortController();
  let firstAt = 0;
  const promise = new Promise<void>((resolve) => {
    const onSignal = (): void => {
      if (asked.signal.aborted) {
        if (Date.now() - firstAt > SAME_PRESS_MS) forced.abort();
        return;
      }
      firstAt = Date.now();
      asked.abort();
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
    whenNpmIsGone(onSignal);
  });
  return { asked: asked.signal, forced: forced.signal, promise };
}
