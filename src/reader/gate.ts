/**
 * Between a thread and the process that it belongs to. A process that ends while its thread is inside the
 * native runtime aborts; so the thread enters before it goes there, and the process closes the gate and
 * waits until nobody is inside.
 */
export type Gate = Int32Array<SharedArrayBuffer>;

const [INSIDE, CLOSED] = [0, 1]; // places in it: 1 while the thread is inside, 1 when it may not enter

export function makeGate(): Gate {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** For the thread: false where the process is ending. */
export function enter(gate: Gate): boolean {
  Atomics.store(gate, INSIDE, 1);
  if (Atomics.load(gate, CLOSED) === 0) return true;
  leave(gate);
  return false;
}

export function leave(gate: Gate): void {
  Atomics.store(gate, INSIDE, 0);
  Atomics.notify(gate, INSIDE);
}

const LONGEST_RUN = 5000; // milliseconds: loading takes 0.3 s on a busy machine, a run 0.3

/** For the process: returns when nobody is inside, or after what no run takes. */
export function close(gate: Gate): void {
  Atomics.store(gate, CLOSED, 1);
  Atomics.wait(gate, INSIDE, 1, LONGEST_RUN);
}
