import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids, codes and figures only: never a person's words. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

const context = new AsyncLocalStorage<Record<string, LogFields[string]>>();

/** Every line written inside `run` carries `fields`. */
export function withLogContext<T>(fields: LogFields, run: () => T): T {
  return context.run({ ...context.getStore(), ...fields }, run);
}

/** Every further line written inside the running `withLogContext` carries `fields` as well; without one nothing happens. */
export function noteInLog(fields: LogFields): void {
  Object.assign(context.getStore() ?? {}, fields);
}

/** The fields of the lines written here. */
export function logContext(): LogFields {
  return context.getStore() ?? {};
}
