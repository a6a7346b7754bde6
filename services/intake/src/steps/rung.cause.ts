/** The cause of a step that a due instant brings about by itself. */
export function rungCause(id: string) {
  return { kind: 'rung', id, actorId: null, actorKind: 'system', textIds: [] } as const;
}
