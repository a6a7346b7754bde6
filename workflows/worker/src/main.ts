import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { COMPLAINT_QUEUE } from '@redress/contracts/workflow';
import { readConfig, rootLogger } from '@redress/service-kit';
import { z } from 'zod';
import { quietRuntime, runWorker } from '@redress/temporal/node';
import { bundlePath } from './bundle.path.ts';

const config = readConfig({
  REDRESS_WORKFLOW_CACHE: z.coerce
    .number()
    .int()
    .min(0)
    .default(500)
    .describe('how many processes stay in memory; 0 replays each'),
});
const log = rootLogger('worker', config.logLevel);
quietRuntime((line) => log.warn({ sdk: line.slice(0, 200) }, 'temporal'));

const codePath = bundlePath();
readFileSync(codePath);
const worker = runWorker(
  { ...config.temporal, payloadKey: config.payloadKey },
  {
    taskQueue: COMPLAINT_QUEUE,
    workflowBundle: { codePath },
    maxCachedWorkflows: config.extra.REDRESS_WORKFLOW_CACHE,
    reuseV8Context: true,
  },
  (err) => log.warn({ err }, 'the worker begins again'),
);

const health = createServer((request, response) => {
  const ready = request.url === '/health/live' || worker.ready();
  response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ ready }));
}).listen(config.port, config.host);
log.info({ port: config.port }, 'started');

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    health.close();
    void worker.stop().then(() => process.exit(0));
  });
}
