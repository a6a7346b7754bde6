import { workflowIdOf } from '@redress/contracts/workflow';
import { play } from './demo/play.ts';
import { STORYLINES } from './demo/storylines.ts';
import { recordStories } from './histories/record.stories.ts';
import { ownComplaints } from './inputs/own.complaints.ts';

/** Plays every storyline once and keeps the history of each: `node deploy/e2e/dist/record-histories.js`. */
await recordStories('complaint', async ({ company, session, say, keep }) => {
  const lives = await play(session, company, ownComplaints(STORYLINES.length), { say });
  for (const [index, life] of lives.entries()) {
    await keep(workflowIdOf(life.id), `${STORYLINES[index]?.name.replaceAll(/[^a-z]+/gi, '-')}`);
  }
});
