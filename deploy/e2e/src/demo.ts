import { parseArgs } from 'node:util';
import { openDemo } from './demo/demo.ground.ts';
import { play } from './demo/play.ts';
import { reckon } from './demo/reckoning.ts';
import { ownComplaints } from './inputs/own.complaints.ts';
import { readComplaints } from './inputs/csv.complaints.ts';
import { normalEngines } from './story.installation.ts';

/** Four days a second, at most. */
const RATE = 345_600;

const HELP = `npm run demo [-- options]
  --from FILE   file the complaints of a CSV instead of our own (its column mapping is found by its header)
  --limit N     how many complaints (default 30)
  --keep        leave the installation up to look around, until Ctrl-C
`;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    limit: { type: 'string', default: '30' },
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
  const startedAt = performance.now();
  const engines = await normalEngines(say);
  try {
    const own = await openDemo(engines, { rate: RATE, say });
    try {
      const lives = await play(own.session, own.company, complaints, { say });
      const code = await reckon(own, lives, { say });
      say(`It took ${Math.round((performance.now() - startedAt) / 1_000)} s.`);
      if (values.keep) await keep(own.ground.story.urls);
      return code;
    } finally {
      await own.close();
    }
  } finally {
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
