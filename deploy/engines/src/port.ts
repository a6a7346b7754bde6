import { connect, createServer } from 'node:net';
import { randomInt } from 'node:crypto';
import { EngineError } from './engine.error.ts';

/** All engines and services of one machine listen here only. */
export const LOOPBACK = '127.0.0.1';

/** True when nothing listens on the port of the loopback interface. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: LOOPBACK, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** True when something accepts connections there within two seconds. */
export function isPortOpen(port: number, host: string = LOOPBACK): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2_000 });
    const answer = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

/** Throws one sentence when the port is taken; `remedy` says what to do. */
export async function requireFreePort(port: number, wantedFor: string, remedy: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new EngineError(`Port ${port}, wanted for ${wantedFor}, is in use by another program: stop it, or ${remedy}.`);
}

// Below the range from which operating systems take ports for outgoing connections: an engine that
// is down for a test must find its port free when it comes back.
const LOWEST_PORT = 20_000;
const HIGHEST_PORT = 32_000;
const handedOut = new Set<number>();

/** The first of `span` neighbouring free ports that this process has not given away before. */
export async function pickFreePort(span = 1): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const first = randomInt(LOWEST_PORT, HIGHEST_PORT - span);
    const ports = Array.from({ length: span }, (_, index) => first + index);
    if (ports.some((port) => handedOut.has(port))) continue;
    const free = await Promise.all(ports.map((port) => isPortFree(port)));
    if (!free.every(Boolean)) continue;
    ports.forEach((port) => handedOut.add(port));
    return first;
  }
  throw new EngineError(`No free port was found between ${LOWEST_PORT} and ${HIGHEST_PORT}: stop what is not needed.`);
}
