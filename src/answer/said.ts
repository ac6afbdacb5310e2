import type { Statement } from '../story/statement.ts';
import { overlaps, type Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import type { Question } from './question.ts';
import type { SentenceView } from './view.ts';

const OPENING = /^that /u;
const CLOSING = /[\s,"“”]+$/u; // of a quotation whose opening mark stands in another sentence

/**
 * What was said, as far as it stands in the sentence: the answer to "What did the mayor say?" when
 * one there, whom the question means, says something. Null for other questions, and where nobody does.
 */
export function findSaid(question: Question, { sentence, story }: SentenceView): Span | null {
  const { asking, kind, focus, gap } = question;
  if (kind !== 'saying' || asking !== 'what' || focus !== null || gap === 'subject') return null;
  const asked = new Set(question.terms.map((term) => term.stem));
  const { statements, article } = story.story;
  const isMeant = ({ source, cue, speaker, nested }: Statement): boolean => {
    if (nested || cue === null || !overlaps(cue, sentence)) return false;
    const words = source === null ? '' : article.text.slice(source.start, source.end);
    return stemsOf(`${words} ${speaker.name ?? ''}`).some((word) => asked.has(word));
  };
  const [only, ...others] = statements.filter(isMeant);
  if (only === undefined || others.length > 0) return null;
  const pieces = only.content.filter((piece) => overlaps(piece, sentence));
  const [first] = pieces;
  if (first === undefined || pieces.length > 1) return null;
  const start = Math.max(first.start, sentence.start);
  const words = article.text.slice(start, Math.min(first.end, sentence.end));
  const opening = OPENING.exec(words)?.[0].length ?? 0;
  return { start: start + opening, end: start + words.replace(CLOSING, '').length };
}

function stemsOf(words: string): readonly string[] {
  return words.split(/[^\p{L}\p{N}]+/u).map((word) => stem(word.toLowerCase()));
}
