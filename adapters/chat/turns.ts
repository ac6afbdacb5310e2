/** Looks for an answer when it is its turn. */
export type Turns = <T>(look: () => Promise<T>) => Promise<T>;

/** How many events have come so far: counted where they come in, before anything is done with them. */
export interface Arrivals {
  count: number;
}

const AT_ONCE = 3; // answers looked for: the reader has the next one ready when it is done with one
const STEP = 5; // milliseconds
const QUIET = 2; // steps without an arrival: whoever waits for an acknowledgement has it, and sends no more
const LONGEST = 400; // steps that a question waits for that: an endless stream holds up no answer

/**
 * Lets questions begin in the order they came, a few at once, and only when no event is coming in: looking
 * for answers takes the loop, and what arrives meanwhile would wait for its acknowledgement. Null where nobody
 * waits for one.
 */
export function createTurns(arrivals: Readonly<Arrivals> | null = { count: 0 }): Turns {
  const inHand = new Set<Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();
  return async (look) => {
    const begun = last.then(async () => {
      while (inHand.size >= AT_ONCE) await Promise.race(inHand);
      if (arrivals !== null) await quiet(arrivals);
      const found = look();
      const ended: Promise<unknown> = found.then(noop, noop).then(() => inHand.delete(ended));
      inHand.add(ended);
      return { found };
    });
    last = begun.catch(noop);
    return (await begun).found;
  };
}

async function quiet(arrivals: Readonly<Arrivals>): Promise<void> {
  let seen = arrivals.count;
  for (let still = 0, steps = 0; still < QUIET && steps < LONGEST; steps += 1) {
    await new Promise((resolve) => setTimeout(resolve, STEP));
    still = arrivals.count === seen ? still + 1 : 0;
    seen = arrivals.count;
  }
}

function noop(): void {}
