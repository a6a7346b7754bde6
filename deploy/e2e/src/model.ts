import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `npm run model [-- OPTIONS]
  plays random sequences of acts, pauses, levels and calendars on the ledger of clocks and on a plain watch beside it;
  both must fire the same, to the minute. A sequence that tells them apart is made as short as it can be

  --sequences N   so many (2000)
  --seed S        which; a seed is drawn and printed
`;
const ROOT = join(import.meta.dirname, '../../..');

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    sequences: { type: 'string', default: '2000' },
    seed: { type: 'string' },
  },
});

function model(): number {
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const jest = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--testTimeout=86400000',
  ];
  const env = {
    ...process.env,
    REDRESS_MODEL_SEQUENCES: values.sequences,
    ...(values.seed === undefined ? {} : { REDRESS_MODEL_SEED: values.seed }),
  };
  const { status } = spawnSync(process.execPath, [...jest, 'ledger.model'], { cwd: ROOT, stdio: 'inherit', env });
  return status ?? 1;
}

process.exitCode = model();
