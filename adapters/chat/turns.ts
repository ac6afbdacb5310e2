/** Runs the search for an answer in its turn; `asked` is the time of asking, by one clock for all. */
export type Turns = <T>(asked: number, look: () => Promise<T>) => Promise<T>;

/** How many events have arrived so far, counted on arrival before anything is done with them. */
export interface Arrivals {
  count: number;
}

const AT_ONCE = 3; // answers at once: enough to keep the reader busy
const STEP = 5; // milliseconds
const QUIET = 2; // steps without an arrival: then every acknowledgement is out
const LONGEST = 400; // steps a question waits at most, so that an endless stream holds up no answer

/**
 * Starts questions in the order they were asked, a few at once, and only when no event is arriving: searching
 * blocks the event loop, and arrivals would wait for their acknowledgement. Over several connections
 * events arrive out of order. Null if nobody waits for an acknowledgement.
 */
export function createTurns(arrivals: Readonly<Arrivals> | null = { count: 0 }): Turns {
  const waiting: Waiting[] = [];
  const inHand = new Set<Promise<unknown>>();
  const quiet = arrivals && createQuiet(arrivals);
  let isBeginning = false;
  const beginAll = async (): Promise<void> => {
    if (isBeginning) return;
    isBeginning = true;
    while (waiting.length > 0) {
      while (inHand.size >= AT_ONCE) await Promise.race(inHand);
      await quiet?.();
      const found = takeFirst(waiting)?.begin();
      const ended: Promise<unknown> = Promise.resolve(found).then(() => inHand.delete(ended));
      inHand.add(ended);
    }
    isBeginning = false;
  };
  return (asked, look) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, begin: () => look().then(resolve, reject) });
      void beginAll();
    });
}

interface Waiting {
  readonly asked: number;
  /** Never rejects. */
  readonly begin: () => Promise<void>;
}

/** Of those asked at the same time, the first to arrive. */
function takeFirst(waiting: Waiting[]): Waiting | undefined {
  const first = waiting.reduce((best, { asked }, i) => {
    return asked < (waiting[best]?.asked ?? asked) ? i : best;
  }, 0);
  return waiting.splice(first, 1)[0];
}

/** Waits until nothing arrives; if nothing has since the last wait, for one turn of the loop to be sure. */
function createQuiet(arrivals: Readonly<Arrivals>): () => Promise<void> {
  let seen = arrivals.count;
  return async () => {
    for (let turn = 0; turn < QUIET; turn += 1) await new Promise((end) => setImmediate(end));
    if (arrivals.count === seen) return;
    for (let still = 0, steps = 0; still < QUIET && steps < LONGEST; steps += 1) {
      await new Promise((end) => setTimeout(end, STEP));
      still = arrivals.count === seen ? still + 1 : 0;
      seen = arrivals.count;
    }
  };
}
