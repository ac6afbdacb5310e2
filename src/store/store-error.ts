/** What can't be kept or read back: one line that names the file and what is wrong. */
export class StoreError extends Error {}

/** What stands for a text that is gone or damaged: that costs a note, not an answer. Throws what is no `StoreError`. */
export function orLost(error: unknown): null {
  if (error instanceof StoreError) return null;
  throw error;
}
