import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { isPortFree, isPortOpen, pickFreePort, requireFreePort } from './port.ts';

describe('ports', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
  });

  const occupy = (): Promise<number> =>
    new Promise((resolve) => {
      const listening = createServer().listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
      server = listening;
    });

  it('names the taken port and the remedy', async () => {
    const port = await occupy();
    expect(await isPortFree(port)).toBe(false);
    expect(await isPortOpen(port)).toBe(true);
    await expect(requireFreePort(port, 'PostgreSQL', 'choose another')).rejects.toThrow(
      `Port ${port}, wanted for PostgreSQL, is in use by another program: stop it, or choose another.`,
    );
  });

  it('hands out neighbouring free ports, never twice', async () => {
    const first = await pickFreePort(8);
    const second = await pickFreePort(8);
    expect(Math.abs(first - second)).toBeGreaterThanOrEqual(8);
    expect(await isPortFree(first + 7)).toBe(true);
  });
});
