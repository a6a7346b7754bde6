import { writeFileSync } from 'node:fs';
import { findStories } from '@redress/scenario';
import { playOnOwnGround } from '../stories/own.ground.ts';
import { normalEngines } from '../story.installation.ts';
import { playedLines } from './spec.table.ts';

/** Plays stories in a changed copy and writes what became of their lines: `node proof.run.js OUTPUT STORY...`. */
const [output = '', ...stories] = process.argv.slice(2);
const say = () => {};

const engines = await normalEngines(say);
try {
  const verdicts = await playOnOwnGround(engines, findStories(stories, process.cwd()), { say, copies: false });
  writeFileSync(output, JSON.stringify(playedLines(verdicts)));
} finally {
  await engines.stop();
}
