import type { Sentence } from '../article/sentence.ts';
import type { Named } from '../names/named.ts';
import type { Story } from '../story/story.ts';
import { covers, type Span } from '../text/span.ts';
import type { Question } from './question.ts';

/**
 * The words found for `Who is Ann Ode?`; if they are only part of the sentence's description of her, or
 * her title or name next to it, the whole description: `the county's chief vet`, not `Doctor`.
 */
export function settleDescription(
  question: Question,
  { names }: Pick<Story, 'names'>,
  words: Span,
  sentence: Sentence,
): Span {
  if (question.kind !== 'definition') return words;
  const named = findAsked(question.text, names);
  const role = named?.role ?? null;
  if (named === null || role === null || !covers(sentence, role)) return words;
  const inSentence = named.mentions.filter((mention) => covers(sentence, mention));
  const beside = inSentence.sort((a, b) => gap(a, role) - gap(b, role))[0];
  return beside !== undefined && covers(hull(role, beside), words) ? role : words;
}

/** The person the question ends with, by the longest form or the last name alone; null if two people share it. */
function findAsked(text: string, names: readonly Named[]): Named | null {
  const asked = text.replace(/\W+$/u, '').toLowerCase();
  const alone = /^who(?:['’]s| is| was) (\S+)$/u.exec(asked)?.[1] ?? '';
  const lengthOf = ({ name, kind, aliases }: Named): number => {
    const last = kind === 'person' && name.toLowerCase().endsWith(` ${alone}`) ? [alone] : [];
    const forms = [...aliases.filter((one) => asked.endsWith(` ${one.toLowerCase()}`)), ...last];
    return Math.max(0, ...forms.map(({ length }) => length));
  };
  const most = Math.max(0, ...names.map(lengthOf));
  const [first = null, other] = most === 0 ? [] : names.filter((one) => lengthOf(one) === most);
  return other === undefined ? first : null;
}

function gap(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end);
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
