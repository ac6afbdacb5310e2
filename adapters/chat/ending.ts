import { codeOf, type Log } from './log.ts';
import type { Running } from './running.ts';

const LONGEST_END = 5_500; // milliseconds: a platform that hangs must not delay the exit

/**
 * SIGTERM and Ctrl-C deliver the answers in progress, then exit with 0; an uncaught error exits with 1. Returns a function
 * that ends the process the same way with any code.
 */
export function endCleanly(
  running: Pick<ReadonlyMap<string, Running>, 'values'>,
  log: Log,
): (code: number) => void {
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code), LONGEST_END);
    const stopped = [...running.values()].map((one) => one.stop());
    void Promise.allSettled(stopped).then(() => process.exit(code));
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  process.stderr.on('error', () => {}); // the log's reader is gone: no reason to stop
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      if (!ending) log('ended by an error', { code: codeOf(error) });
      end(1);
    });
  }
  return end;
}

/** For one-off commands: SIGTERM exits at once, and the data folder is released. */
export function endOnSignal(): void {
  for (const [signal, number] of [
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
}
