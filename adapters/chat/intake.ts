/** Takes on a piece of work, and begins it later. */
export type Intake = (begin: () => void) => void;

/**
 * Begins one piece in each turn of the loop, in the order they came: between two of them whatever arrives is
 * taken in, so that nobody's acknowledgement waits until all of them have begun.
 */
export function createIntake(): Intake {
  const waiting: (() => void)[] = [];
  let isDue = false;
  const beginNext = (): void => {
    isDue = false;
    const begin = waiting.shift();
    plan();
    begin?.();
  };
  const plan = (): void => {
    if (isDue || waiting.length === 0) return;
    isDue = true;
    setImmediate(beginNext);
  };
  return (begin) => {
    waiting.push(begin);
    plan();
  };
}
