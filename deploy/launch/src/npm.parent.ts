const LOOK_EVERY_MS = 500;

/**
 * Calls back when this program was run by npm and npm is gone: npm passes SIGTERM on to its shell only, which dies
 * without a word and would leave everything running.
 */
export function whenNpmIsGone(callback: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}
