import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds of each call. */
export async function time(
  times: number,
  call: (n: number) => unknown,
): Promise<readonly number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const started = performance.now();
    await call(n);
    all.push(performance.now() - started);
  }
  return all;
}

/** The value that a share of all lies under: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `1.23 / 4.56 ms`: the median and the 99th percentile. */
export function showTimes(values: readonly number[]): string {
  return `${quantile(values, 0.5).toFixed(2)} / ${quantile(values, 0.99).toFixed(2)} ms`;
}

/** `2.1x`: how often one median fits into another. */
export function ratio(values: readonly number[], base: readonly number[]): string {
  return `${(quantile(values, 0.5) / quantile(base, 0.5)).toFixed(1)}x`;
}

/** Of the heap and of what lies beside it, where our index is; what was let go is gone by then. */
export async function memory(): Promise<number> {
  for (let i = 0; i < 3; i += 1) {
    await new Promise((next) => setImmediate(next));
    globalThis.gc?.();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes of this process at its largest: what `resourceUsage` gives includes that of the process that started it. */
export function largest(): number {
  const isLinux = existsSync('/proc/self/status');
  const status = isLinux ? readFileSync('/proc/self/status', 'utf8') : '';
  const found = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return (found === undefined ? process.resourceUsage().maxRSS : Number(found)) * 1_024;
}

/** `12 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
