import type { Topic } from '@redress/bus';
import { DEPARTMENT_TOPIC, DIRECTORY_TOPIC, PERSON_TOPIC } from '@redress/contracts';

/** What this service produces. */
export const STAFFING_TOPICS: readonly Topic[] = [
  { name: DIRECTORY_TOPIC, partitions: 4, compacted: true },
  { name: DEPARTMENT_TOPIC, partitions: 1 },
  { name: PERSON_TOPIC, partitions: 4 },
];
