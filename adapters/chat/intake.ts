/** Accepts a piece of work and begins it later. */
export type Intake = (begin: () => void) => void;

/**
 * Begins one piece per turn of the event loop, in order of arrival: events that arrive in between are
 * accepted, so no acknowledgement waits until all pieces have begun.
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
