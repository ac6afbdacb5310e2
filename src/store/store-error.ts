/** What can't be kept or read back: one line that names the file and what is wrong. */
export class StoreError extends Error {}
