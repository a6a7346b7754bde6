import { parseArgs } from 'node:util';
import { openStorySession } from '@redress/scenario';
import { Company } from './demo/company.ts';
import { play } from './demo/play.ts';
import { judge, summary } from './demo/verdict.ts';
import { ownComplaints } from './inputs/own.complaints.ts';
import { readComplaints } from './inputs/csv.complaints.ts';
import { normalEngines, prepareGround } from './story.installation.ts';

const HELP = `npm run demo [-- options]
  --from FILE   file the complaints of a CSV instead of our own (its column mapping is found by its header)
  --limit N     how many complaints (default 50)
  --keep        leave the installation up to look around, until Ctrl-C
`;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    limit: { type: 'string', default: '50' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const say = (line: string) => console.log(line);

async function demo(): Promise<number> {
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1) {
    say('--limit is a whole number from 1.');
    return 2;
  }
  const complaints = values.from === undefined ? ownComplaints(limit) : await readComplaints(values.from, limit);
  const engines = await normalEngines(say);
  const ground = await prepareGround(engines, {
    name: `demo_${process.pid}`,
    startsAt: '2026-11-23T01:00:00.000Z',
    say,
  });
  const session = await openStorySession(ground.story);
  try {
    const company = await Company.open(ground.story);
    const lives = await play(session, company, complaints, { say });
    const differences = await judge(
      session,
      company,
      lives.map((life) => life.id),
    );
    say('');
    for (const [name, value] of await summary(session.database))
      say(`  ${name.padEnd(28)} ${String(value).padStart(6)}`);
    say('');
    for (const difference of differences) say(`  DIFFERENCE  ${difference}`);
    const verdict = `${lives.length} complaints, four readers (register, Temporal, topic, analytics)`;
    say(differences.length === 0 ? `${verdict}: no difference.` : `${verdict}: ${differences.length} differences.`);
    if (values.keep) await keep(ground.story.urls);
    return differences.length === 0 ? 0 : 1;
  } finally {
    await session.close();
    await ground.clear();
    await engines.stop();
  }
}

/** Leaves everything up until Ctrl-C. */
async function keep(urls: Record<string, string>): Promise<void> {
  for (const [name, url] of Object.entries(urls)) say(`  ${name.padEnd(12)} ${url}/docs`);
  say('Look around; Ctrl-C ends it and takes the demo away.');
  const asleep = setInterval(() => {}, 60_000);
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  clearInterval(asleep);
}

if (values.help) say(HELP);
else process.exitCode = await demo();
