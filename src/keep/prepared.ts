import type { Article } from '../story/article.ts';
import type { Named } from '../story/names.ts';
import type { Paragraph } from '../story/paragraphs.ts';
import type { Statement } from '../story/statement.ts';
import type { Sentence, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/** What was worked out of a story's text: all but the article itself. */
export type Prepared = Omit<Story, 'article'>;

type Pair = readonly [start: number, end: number];
/** Start (from the end of the one before), length, tag, lemma, stem; 0 for what the lower-case word is. */
type PackedToken = readonly [number, number, string, string | 0, string | 0];
type PackedSentence = readonly [
  start: number,
  end: number,
  paragraph: number,
  ...PackedToken[number][],
];

interface Packed {
  readonly rules: string;
  readonly sha256: string;
  readonly dateline: Pair | null;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly PackedSentence[];
  readonly names: readonly Named[];
  readonly statements: readonly Statement[];
}

/** A prepared story as text, with which text it is of and by which rules it was made. */
export function packPrepared(story: Story, sha256: string, rules: string): string {
  const { paragraphs, dateline, sentences, names, statements } = story;
  const packed: Packed = {
    rules,
    sha256,
    dateline: dateline && [dateline.start, dateline.end],
    paragraphs,
    sentences: sentences.map((sentence) => packSentence(sentence, paragraphs)),
    names,
    statements,
  };
  return JSON.stringify(packed);
}

function packSentence(
  { start, end, paragraph, tokens }: Sentence,
  paragraphs: readonly Paragraph[],
): PackedSentence {
  let at = start;
  const flat = tokens.flatMap((token): PackedToken => {
    const { lower, tag, lemma, stem } = token;
    const from = token.start - at;
    at = token.end;
    const length = token.end - token.start;
    return [from, length, tag, lemma === lower ? 0 : lemma, stem === lower ? 0 : stem];
  });
  return [start, end, paragraphs.indexOf(paragraph), ...flat];
}

/** Reads what was packed; null where it is of another text, by other rules, or damaged. */
export function unpackPrepared(
  { text }: Article,
  packed: string,
  sha256: string,
  rules: string,
): Prepared | null {
  try {
    const read = JSON.parse(packed) as Packed;
    if (read.sha256 !== sha256 || read.rules !== rules) return null;
    const { paragraphs, names, statements } = read;
    return {
      paragraphs,
      paragraphCount: paragraphs.filter(({ number }) => number !== null).length,
      dateline: read.dateline && toSpan(read.dateline),
      sentences: read.sentences.map((one, i) => unpackSentence(text, one, i, paragraphs)),
      names,
      statements,
    };
  } catch {
    return null; // it is worked out anew: nothing is lost but time
  }
}

function unpackSentence(
  text: string,
  [start, end, place, ...flat]: PackedSentence,
  index: number,
  paragraphs: readonly Paragraph[],
): Sentence {
  const paragraph = paragraphs[place];
  if (paragraph === undefined) throw new RangeError('no such paragraph');
  const tokens: Token[] = [];
  let at = start;
  for (let i = 0; i + 4 < flat.length; i += 5) {
    const from = at + Number(flat[i]);
    at = from + Number(flat[i + 1]);
    const words = text.slice(from, at);
    const lower = words.toLowerCase();
    const [tag, lemma, stem] = [flat[i + 2], flat[i + 3] || lower, flat[i + 4] || lower];
    const kinds = { tag: String(tag), lemma: String(lemma), stem: String(stem) };
    tokens.push({ start: from, end: at, text: words, lower, ...kinds });
  }
  return { start, end, index, paragraph, tokens };
}

function toSpan([start, end]: Pair): Span {
  return { start, end };
}
