import type { Database } from '@redress/db';
import { GenerationRepository } from './generation.repository.ts';

/**
 * Empties the read model and answers the new generation. The consumers that run take up its group by themselves and
 * read the topic from its beginning; figures grow back meanwhile.
 */
export function rebuildFigures(database: Database): Promise<number> {
  return database.tx((tx) => new GenerationRepository().begin(tx));
}
