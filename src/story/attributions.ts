import { isSaying } from '../text/lexicon/saying.ts';
import { findQuotations, type Quotation } from '../text/quotations.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Statement } from './statement.ts';
import type { Sentence, Story } from './story.ts';

/** A statement whose speaker is still only words: source, cue and content as they stand. */
export type Attribution = Omit<Statement, 'speaker' | 'rule'>;

/** Who (in words) said what, in story order. */
export function findAttributions(story: Omit<Story, 'statements'>): readonly Attribution[] {
  const { text } = story.article;
  return story.paragraphs.flatMap((paragraph) => {
    const sentences = story.sentences.filter((sentence) => sentence.paragraph === paragraph);
    const quotations = findQuotations(text, paragraph);
    return sentences.flatMap((sentence) => readSentence(sentence, quotations));
  });
}

function readSentence(
  sentence: Sentence,
  quotations: readonly Quotation[],
): readonly Attribution[] {
  const { tokens } = sentence;
  const quoted = (token: Token): boolean =>
    quotations.some((quotation) => overlaps(quotation, token));
  const at = tokens.findIndex(
    (token) => token.tag === 'VERB' && isSaying(token.lemma) && !quoted(token),
  );
  const cue = tokens[at];
  if (cue === undefined) return [];
  const before = nounBefore(tokens, at, quoted);
  const after = nounAfter(tokens, at, quoted);
  const source = before ?? after;
  const inner = quotations.filter((quotation) => overlaps(quotation, sentence)).map((q) => q.inner);
  const rest = restOf(sentence, cue, source);
  const content = inner.length > 0 ? inner : rest === null ? [] : [rest];
  if (content.length === 0) return [];
  return [
    {
      source,
      cue: { start: cue.start, end: cue.end },
      content,
      kind: inner.length > 0 ? 'direct' : 'indirect',
      speech: true,
      confidence: 0.5,
    },
  ];
}

function nounBefore(
  tokens: readonly Token[],
  at: number,
  quoted: (token: Token) => boolean,
): Span | null {
  let from = at;
  while (from > 0) {
    const token = tokens[from - 1];
    if (token === undefined || quoted(token) || /^(?:PUNCT|VERB|AUX|ADP|SCONJ)$/.test(token.tag))
      break;
    from -= 1;
  }
  return spanOf(tokens, from, at);
}

function nounAfter(
  tokens: readonly Token[],
  at: number,
  quoted: (token: Token) => boolean,
): Span | null {
  let to = at + 1;
  while (to < tokens.length) {
    const token = tokens[to];
    if (token === undefined || quoted(token) || !/^(?:PROPN|NOUN|DET|ADJ|PRON)$/.test(token.tag))
      break;
    to += 1;
  }
  return spanOf(tokens, at + 1, to);
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return to <= from || first === undefined || last === undefined
    ? null
    : { start: first.start, end: last.end };
}

function restOf(sentence: Sentence, cue: Token, source: Span | null): Span | null {
  const before = Math.min(cue.start, source?.start ?? cue.start) - sentence.start;
  const rest = sentence.tokens.filter(
    (token) => token.start >= cue.end && !/^that$/i.test(token.text),
  );
  const first = rest[0];
  const last = rest.findLast((token) => token.tag !== 'PUNCT');
  if (before < 20 && first !== undefined && last !== undefined && last.end > first.start) {
    return { start: first.start, end: last.end };
  }
  const ahead = sentence.tokens.findLast(
    (token) => token.end <= sentence.start + before && token.tag !== 'PUNCT',
  );
  return ahead === undefined ? null : { start: sentence.start, end: ahead.end };
}
