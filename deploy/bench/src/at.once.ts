/** Does something `times` times, `hands` at once; the first fault ends it. */
export async function atOnce(hands: number, times: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < times) await act(next++);
  };
  await Promise.all(Array.from({ length: Math.min(hands, times) }, hand));
}

/** Does something again and again, `hands` at once, for `seconds`; answers how often a second. */
export async function perSecondOf(hands: number, seconds: number, act: () => Promise<void>): Promise<number> {
  const from = performance.now();
  const until = from + seconds * 1000;
  let done = 0;
  const hand = async (): Promise<void> => {
    while (performance.now() < until) {
      await act();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return done / ((performance.now() - from) / 1000);
}
