import type { Article } from '../story/article.ts';
import type { Named } from '../story/names.ts';
import type { Paragraph } from '../story/paragraphs.ts';
import { prepare } from '../story/prepare.ts';
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

/** The first line; names are the second one, statements the third: most openings need neither. */
interface Packed {
  readonly rules: string;
  readonly sha256: string;
  readonly dateline: Pair | null;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly PackedSentence[];
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
  };
  return `${[packed, names, statements].map((part) => JSON.stringify(part)).join('\n')}\n`;
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
  article: Article,
  packed: string,
  sha256: string,
  rules: string,
): Prepared | null {
  try {
    const [first = '', second = '', third = '', end] = packed.split('\n');
    const read = JSON.parse(first) as Packed;
    if (read.sha256 !== sha256 || read.rules !== rules || end !== '') return null;
    const { paragraphs } = read;
    const names = once(() => parseOr<readonly Named[]>(second, () => prepare(article).names));
    const statements = once(() =>
      parseOr<readonly Statement[]>(third, () => prepare(article).statements),
    );
    return {
      paragraphs,
      paragraphCount: paragraphs.filter(({ number }) => number !== null).length,
      dateline: read.dateline && toSpan(read.dateline),
      sentences: read.sentences.map((one, i) => unpackSentence(article.text, one, i, paragraphs)),
      get names() {
        return names();
      },
      get statements() {
        return statements();
      },
    };
  } catch {
    return null; // it is worked out anew: nothing is lost but time
  }
}

function unpackSentence(
  text: string,
  packed: PackedSentence,
  index: number,
  paragraphs: readonly Paragraph[],
): Sentence {
  const [start, end, place] = packed;
  const paragraph = paragraphs[place];
  if (paragraph === undefined) throw new RangeError('no such paragraph');
  const tokens: Token[] = [];
  let at = start;
  for (let i = 3; i + 4 < packed.length; i += 5) {
    const from = at + Number(packed[i]);
    at = from + Number(packed[i + 1]);
    const words = text.slice(from, at);
    const lower = words.toLowerCase();
    const tag = String(packed[i + 2]);
    const lemma = String(packed[i + 3] || lower);
    const stem = String(packed[i + 4] || lower);
    tokens.push({ start: from, end: at, text: words, lower, tag, lemma, stem });
  }
  return { start, end, index, paragraph, tokens };
}

function parseOr<T>(packed: string, make: () => T): T {
  try {
    return JSON.parse(packed) as T;
  } catch {
    return make(); // damaged: worked out anew
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function toSpan([start, end]: Pair): Span {
  return { start, end };
}
