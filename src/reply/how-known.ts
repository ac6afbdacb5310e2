import type { Statement } from '../statements/statement.ts';
import { type Block, say } from './reply.ts';

/**
 * Why it is whoever is named, where the words at that place do not tell: `How that is known: carried on from ¶ 4.`
 * Once, of several statements.
 */
export function howKnown(statements: readonly (Statement | null)[]): readonly Block[] {
  const reasons = statements.flatMap((one) => {
    if (one === null || one.speaker.name === null || one.speaker.basis === 'named') return [];
    return [plainRule(one)];
  });
  const told = [...new Set(reasons)];
  return told.length === 0 ? [] : [say(`How that is known: ${told.join('; ')}.`)];
}

/** By what a speaker is told: `How the speaker is known: the label names the speaker.` */
export function ruleLine(statement: Statement): string {
  return `How the speaker is known: ${plainRule(statement)}.`;
}

/** The rule that named a speaker, without its number: that is for the JSON. */
export function plainRule({ rule }: Statement): string {
  return rule.replace(/, \d+ %$/, '').replace('”: ', '”, ');
}
