/**
 * A pack's text with its `{places}` filled. A place that has no value stays as it stands, so that it is seen; places
 * inside a filled value are left alone.
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}
