import { isMainThread } from 'node:worker_threads';

/** Loaded before a service's program: the service ends when the launcher is gone, however the launcher ended. */
if (isMainThread && process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
