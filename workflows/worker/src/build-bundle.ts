import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { bundleWorkflows } from '@redress/temporal/node';
import { bundlePath } from './bundle.path.ts';
import { WORKFLOWS_PATH } from './workflows.path.ts';

/** Bundles the workflows beside the worker's build, once a build: the worker then starts without webpack. */
const path = bundlePath();
const { code } = await bundleWorkflows(WORKFLOWS_PATH);
await mkdir(dirname(path), { recursive: true });
await writeFile(`${path}.new`, code);
await rename(`${path}.new`, path);
