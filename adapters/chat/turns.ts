/** Waits for a turn of the event loop of one's own. */
export type Turns = () => Promise<void>;

/**
 * Lets one question begin in each turn of the event loop, in the order they came: between two of them
 * the acknowledgements go out, so that many questions at once never hold one up.
 */
export function createTurns(): Turns {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
