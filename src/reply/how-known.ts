import type { Statement } from '../statements/statement.ts';
import { type Block, say } from './reply.ts';

/**
 * How the speaker is known if the words there do not show it: `How that is known: carried on from ¶ 4.`
 * Said once for several statements.
 */
export function howKnown(statements: readonly (Statement | null)[]): readonly Block[] {
  const reasons = statements.flatMap((one) => {
    if (one === null || one.speaker.name === null || one.speaker.basis === 'named') return [];
    return [plainRule(one)];
  });
  const told = [...new Set(reasons)];
  return told.length === 0 ? [] : [say(`How that is known: ${told.join('; ')}.`)];
}

/** How a speaker is known: `How the speaker is known: the label names the speaker.` */
export function ruleLine(statement: Statement): string {
  return `How the speaker is known: ${plainRule(statement)}.`;
}

/** The rule that named a speaker, without its score: that is for the JSON. */
export function plainRule({ rule }: Statement): string {
  return rule.replace(/, \d+ %$/, '').replace('”: ', '”, ');
}
