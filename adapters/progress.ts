/** A progress line on a terminal's error output: `120 of 1,000 kept`. */
export interface Progress {
  readonly show: (done: number, all: number) => void;
  /** Erases the line, so that another can be written. */
  readonly clear: () => void;
}

const MANY = 200; // stories or files: more are sure to take long
const LONG = 2_000; // milliseconds after which people wonder what is happening

/** Shows progress once it takes long; on a terminal only. */
export function createProgress(what: string): Progress {
  const since = Date.now();
  let isShown = false;
  const clear = (): void => {
    if (isShown) process.stderr.write('\r\u001b[K');
    isShown = false;
  };
  const show = (done: number, all: number): void => {
    const isLong = all >= MANY || Date.now() - since > LONG;
    if (!process.stderr.isTTY || all < 2 || !isLong) return;
    clear();
    process.stderr.write(`${done.toLocaleString('en')} of ${all.toLocaleString('en')} ${what}`);
    isShown = true;
  };
  return { show, clear };
}
