interface RecordedEvent {
  readonly eventType: string;
  readonly activityTaskScheduledEventAttributes?: {
    readonly activityType: { readonly name: string };
    readonly input?: { readonly payloads?: readonly { readonly json?: unknown }[] };
  };
}

/** A recorded history, as far as its length is judged. */
export interface RecordedHistory {
  readonly events: readonly RecordedEvent[];
}

/** Number of events. */
export function eventsOf(history: RecordedHistory): number {
  return history.events.length;
}

/** The design's budget: 60 + 16 a command + 12 a run of fireDue + 6 a due instant that moves a stage + 12 a hand-over. */
export function eventsAllowed({ events }: RecordedHistory): number {
  const commands = events.filter((event) => event.eventType === 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED').length;
  const scheduled = events.flatMap((event) => event.activityTaskScheduledEventAttributes ?? []);
  const fireDue = scheduled.filter((activity) => activity.activityType.name === 'fireDue').length;
  const causes = scheduled.filter((activity) => activity.activityType.name === 'recordStep').map(causeOf);
  const moves = causes.filter((cause) => cause === 'passed').length;
  const assignments = scheduled.filter((activity) => activity.activityType.name === 'assign').length;
  return 60 + 16 * commands + 12 * fireDue + 6 * moves + 12 * assignments;
}

function causeOf(activity: NonNullable<RecordedEvent['activityTaskScheduledEventAttributes']>): string {
  const input = activity.input?.payloads?.[0]?.json as { cause: { kind: string } };
  return input.cause.kind;
}
