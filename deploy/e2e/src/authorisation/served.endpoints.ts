import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../../../..');
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** What a service serves beside what its description lists. */
const BESIDE = ['GET /metrics', 'GET /docs', 'GET /openapi.json'];

/** Every endpoint that the service at `url` says it serves, as `METHOD /path/:part`, sorted. */
export async function servedEndpoints(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/openapi.json`);
  const { paths } = document.parse(await answer.json());
  const listed = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => METHODS.includes(method))
      .map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  return [...new Set([...listed, ...BESIDE])].sort();
}

/** Source files with an address that the description leaves out: nobody would miss it in the table. */
export function hiddenFromDescription(): string[] {
  return ['services', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.controller.ts') && !path.includes('node_modules'))
      .filter((path) => /@ApiExclude/.test(readFileSync(join(ROOT, folder, path), 'utf8')))
      .map((path) => join(folder, path)),
  );
}
