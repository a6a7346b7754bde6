import type { Topic } from '@redress/bus';
import { DIRECTORY_TOPIC } from '@redress/contracts';

/** What this service produces. */
export const STAFFING_TOPICS: readonly Topic[] = [{ name: DIRECTORY_TOPIC, partitions: 4, compacted: true }];
