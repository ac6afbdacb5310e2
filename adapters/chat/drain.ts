/** The answers in progress, so that a shutdown can wait for them. */
export interface Drain {
  /** Runs a task and counts it as in progress until it settles. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** Waits until nothing is in progress, or for `deadline` milliseconds: true when all was delivered. */
  readonly settle: (deadline: number) => Promise<boolean>;
}

/** Counts tasks from their start to their end, failed ones too. */
export function createDrain(): Drain {
  const inHand = new Set<Promise<unknown>>();
  return {
    run: (task) => {
      const running = task();
      const ended: Promise<unknown> = running.then(noop, noop).then(() => inHand.delete(ended));
      inHand.add(ended);
      return running;
    },
    settle: (deadline) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(resolve, deadline, false);
      });
      return Promise.race([allEnded(inHand), late]).finally(() => clearTimeout(timer));
    },
  };
}

/** An answer may start another one (a second part), so this checks again until none is left. */
async function allEnded(inHand: ReadonlySet<Promise<unknown>>): Promise<boolean> {
  while (inHand.size > 0) await Promise.all(inHand);
  return true;
}

function noop(): void {}
