import { type Span, trimSpan } from '../../text/span.ts';
import type { Statement } from '../statement.ts';
import type { CueRange } from '../tagging/cue.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { SHAPE } from '../tagging/word.ts';
import { wordAt } from '../tagging/word-features.ts';

/** The words of a piece of content without enclosing quotation marks or commas at its ends. */
export function contentSpan(text: string, unit: Unit, { from, to }: CueRange): Span {
  let [first, last] = [from, to - 1];
  while (first < last && dropsAtStart(unit, first, last)) first += 1;
  while (last > first && dropsAtEnd(unit, first, last)) last -= 1;
  return trimSpan(text, { start: wordAt(unit, first).start, end: wordAt(unit, last).end });
}

function dropsAtStart(unit: Unit, first: number, last: number): boolean {
  const word = wordAt(unit, first);
  if (word.mark === 1) return closesAt(unit, first, last) || isAllQuoted(unit, first, last);
  return (
    word.mark === 2 ||
    (word.shape === SHAPE.comma && word.quotation === 0) ||
    /^[:;–—-]+$/.test(word.token.text)
  );
}

function dropsAtEnd(unit: Unit, first: number, last: number): boolean {
  const word = wordAt(unit, last);
  if (word.mark === 1) return true;
  if (word.mark === 2)
    return wordAt(unit, first).quotation === word.quotation || isAllQuoted(unit, first, last);
  return word.quotation === 0 && /^(?:[,;:.–—-]|--)$/.test(word.token.text);
}

/** Whether the quotation opened at `first` goes up to `last`. */
function closesAt(unit: Unit, first: number, last: number): boolean {
  let end = last;
  while (
    end > first &&
    wordAt(unit, end).quotation === 0 &&
    !/\w/.test(wordAt(unit, end).token.text)
  )
    end -= 1;
  return wordAt(unit, end).quotation === wordAt(unit, first).quotation;
}

/** Whether every word from `first` to `last` is quoted, as in a quotation of several paragraphs. */
function isAllQuoted(unit: Unit, first: number, last: number): boolean {
  return kindOfContent(unit, [{ from: first, to: last + 1 }]) === 'direct';
}

/** All, some or none of the words between quotation marks. */
export function kindOfContent(unit: Unit, content: readonly CueRange[]): Statement['kind'] {
  return kindOfWords(content.flatMap(({ from, to }) => unit.words.slice(from, to)));
}

/** The same for words. */
export function kindOfWords(all: readonly Word[]): Statement['kind'] {
  const words = all.filter(({ token, mark }) => mark === 0 && /[\p{L}\p{N}]/u.test(token.text));
  const quoted = words.filter(({ quotation }) => quotation > 0).length;
  return quoted === 0 ? 'indirect' : quoted === words.length ? 'direct' : 'mixed';
}

/** The span of text from the first to the last word of a range. */
export function spanOfRange(unit: Unit, range: CueRange): Span {
  return { start: wordAt(unit, range.from).start, end: wordAt(unit, range.to - 1).end };
}
