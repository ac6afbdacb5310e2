import type { Statement } from './statement.ts';

/** A statement whose speaker is still only words: source, cue and content as in the text. */
export interface Attribution extends Omit<Statement, 'speaker' | 'rule' | 'nested' | 'stance'> {
  /** The statement that contains it. */
  readonly outer: Attribution | null;
  /** What ties it to its speaker where no clause does: a label, or nothing but its quotation marks. */
  readonly by?: 'label' | 'quotation';
}
