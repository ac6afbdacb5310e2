/** A value that a statement is given. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | readonly (readonly string[])[];

/** What takes statements in SQL. Rejects where it can't be reached. */
export interface Statements {
  /** The rows of one statement. */
  readonly query: <Row>(sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;
}

/** A database. */
export interface Database extends Statements {
  /** Does all of some work or none of it. */
  readonly transaction: <T>(work: (tx: Statements) => Promise<T>) => Promise<T>;
}

/** Numbers the values of a statement as they are written down: `$1`, `$2`, … */
export function createValues(): { readonly add: (value: Value) => string; readonly all: Value[] } {
  const all: Value[] = [];
  return { all, add: (value) => `$${all.push(value)}` };
}
