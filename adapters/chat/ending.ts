import { codeOf, type Log } from './log.ts';
import type { Running } from './running.ts';

const LONGEST_END = 5_500; // milliseconds: who asked for the end is not kept waiting by a platform that hangs

/**
 * SIGTERM and Ctrl-C deliver what is in hand, then end with 0; an error nobody caught ends with 1. Returns what ends
 * the process with a code in the same way.
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
  process.stderr.on('error', () => {}); // whoever read the log has gone: that ends nothing
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      if (!ending) log('ended by an error', { code: codeOf(error) });
      end(1);
    });
  }
  return end;
}

/** SIGTERM ends what nobody but the asker waits for at once, and the data folder is given back. */
export function endOnSignal(): void {
  for (const [signal, number] of [
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
}
