/** A parameter of a statement. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | readonly (readonly string[])[];

/** Runs SQL statements. Rejects where the database can't be reached. */
export interface Statements {
  /** The rows of one statement. */
  readonly query: <Row>(sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;
}

/** A database. */
export interface Database extends Statements {
  /** Does all of the work or none of it. */
  readonly transaction: <T>(work: (tx: Statements) => Promise<T>) => Promise<T>;
}

/** Numbers the parameters of a statement in the order they are added: `$1`, `$2`, … */
export function createValues(): { readonly add: (value: Value) => string; readonly all: Value[] } {
  const all: Value[] = [];
  return { all, add: (value) => `$${all.push(value)}` };
}
