import type { Statement } from './statement.ts';

/** A statement whose speaker is still only words: source, cue and content as they stand. */
export interface Attribution extends Omit<Statement, 'speaker' | 'rule' | 'nested' | 'stance'> {
  /** The statement that it stands inside of. */
  readonly outer: Attribution | null;
  /** What gives it to its speaker where no clause does: a label, or nothing beside its quotation marks. */
  readonly by?: 'label' | 'quotation';
}
