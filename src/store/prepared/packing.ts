import type { Article } from '../../article/article.ts';
import type { Paragraph } from '../../article/paragraphs.ts';
import type { Sentence } from '../../article/sentence.ts';
import type { Vocabulary } from '../../article/vocabulary.ts';
import type { Named } from '../../names/named.ts';
import { SIZE, type Vectors } from '../../reader/vectors.ts';
import type { Statement } from '../../statements/statement.ts';
import { prepare } from '../../story/prepare.ts';
import type { Heard, HeardStory, Story } from '../../story/story.ts';
import { once, withParts } from '../../text/lazy.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { withoutUnseen } from '../../text/unseen.ts';

/** What was worked out of a story's text: all but the article itself. */
export type Prepared = Omit<Story, 'article'>;

type Pair = readonly [start: number, end: number];
/** Start (from the end of the one before), length, tag, lemma, stem; 0 for what the lower-case word is. */
type PackedToken = readonly [number, number, string, string | 0, string | 0];
type PackedVocabulary = readonly [
  stems: readonly string[],
  counts: readonly number[],
  proper: readonly string[],
];

/** What a story was prepared from: the fingerprints of its text, of the rules, and of the encoder. */
export interface Origin {
  readonly rules: string;
  readonly encoder: string;
  readonly sha256: string;
}

/** The first line. Each other is read when it is asked for: most openings need few of them. */
interface Head {
  readonly rules: string;
  /** Null where there are no vectors. */
  readonly encoder: string | null;
  readonly sha256: string;
  readonly isMarked: Heard['isMarked'];
  readonly dateline: Pair | null;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly (readonly [start: number, end: number, paragraph: number])[];
}

const NAMES = 1; // the line that they are in
const STATEMENTS = 2;
const VOCABULARY = 3;
const VECTORS = 4; // as base64
const TOKENS = 5; // of the first sentence; a line for each

/** A prepared story as text, with what it was prepared from. */
export function packPrepared(
  story: HeardStory,
  vectors: Vectors | null,
  { rules, encoder, sha256 }: Origin,
): string {
  const { paragraphs, dateline, sentences, names, statements, isMarked, vocabulary } = story;
  const head: Head = {
    rules,
    encoder: vectors && encoder,
    sha256,
    isMarked,
    dateline: dateline && [dateline.start, dateline.end],
    paragraphs,
    sentences: sentences.map(({ start, end, paragraph }) => [
      start,
      end,
      paragraphs.indexOf(paragraph),
    ]),
  };
  const { counts, proper } = vocabulary;
  const words: PackedVocabulary = [[...counts.keys()], [...counts.values()], [...proper]];
  const coded = vectors && packVectors(vectors);
  const lines = [head, names, statements, words, coded, ...sentences.map(packTokens)];
  return lines.map((line) => `${toAscii(JSON.stringify(line))}\n`).join('');
}

/** The opening of a file packed with vectors, and with statements that the marker was asked for. */
export function openingOf({ rules, encoder, sha256 }: Origin): string {
  return JSON.stringify({ rules, encoder, sha256, isMarked: true }).replace(/}$/, ',');
}

/** A text in ASCII is read, and kept in memory, in half the time and space. */
function toAscii(json: string): string {
  return json.replace(
    /[\u007f-\uffff]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function packTokens({ start, tokens }: Sentence): readonly PackedToken[number][] {
  let at = start;
  return tokens.flatMap((token): PackedToken => {
    const { lower, tag, lemma, stem } = token;
    const from = token.start - at;
    at = token.end;
    const length = token.end - token.start;
    return [from, length, tag, lemma === lower ? 0 : lemma, stem === lower ? 0 : stem];
  });
}

/** Reads what was packed; null where it is of another text, by other rules, or damaged. */
export function unpackPrepared(
  article: Article,
  packed: string,
  { rules, encoder, sha256 }: Origin,
): Prepared | null {
  try {
    const lines = packed.split('\n');
    const { paragraphs, ...head } = JSON.parse(lines[0] ?? '') as Head;
    if (head.sha256 !== sha256 || head.rules !== rules) return null;
    if (lines.length !== TOKENS + head.sentences.length + 1 || lines.at(-1) !== '') return null;
    const anew = once(() => prepare(article));
    const read = <T>(line: number, make: () => T): T => parseOr(lines[line] ?? '', make);
    const readTokens = (index: number, start: number): readonly Token[] => {
      const flat = read<readonly PackedToken[number][] | null>(TOKENS + index, () => null);
      return flat
        ? unpackTokens(article.text, start, flat)
        : (anew().sentences[index]?.tokens ?? []);
    };
    const sentences = head.sentences.map(([start, end, place], index): Sentence => {
      const paragraph = paragraphs[place];
      if (paragraph === undefined) throw new RangeError('no such paragraph');
      return openSentence({ start, end, index, paragraph, readTokens });
    });
    const names = once(() => read<readonly Named[]>(NAMES, () => anew().names));
    const heard = once((): Heard | null => {
      const statements = read<readonly Statement[] | null>(STATEMENTS, () => null);
      return statements && { statements, isMarked: head.isMarked };
    });
    const vocabulary = once(() => {
      const words = read<PackedVocabulary | null>(VOCABULARY, () => null);
      return words ? unpackVocabulary(words) : anew().vocabulary;
    });
    const vectors = once(() => {
      const coded = head.encoder === encoder ? read<unknown>(VECTORS, () => null) : null;
      return typeof coded === 'string' ? unpackVectors(coded, sentences.length) : null;
    });
    return {
      paragraphs,
      paragraphCount: paragraphs.filter(({ number }) => number !== null).length,
      dateline: head.dateline && toSpan(head.dateline),
      sentences,
      get vocabulary() {
        return vocabulary();
      },
      get names() {
        return names();
      },
      get heardBefore() {
        return heard();
      },
      get vectors() {
        return vectors();
      },
    };
  } catch {
    return null; // it is worked out anew: nothing is lost but time
  }
}

type Closed = Omit<Sentence, 'tokens'> & {
  readonly readTokens: (index: number, start: number) => readonly Token[];
};

const openSentence = withParts<Closed, Pick<Sentence, 'tokens'>>({
  tokens: ({ index, start, readTokens }) => readTokens(index, start),
});

function unpackTokens(
  text: string,
  start: number,
  flat: readonly PackedToken[number][],
): readonly Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (let i = 0; i + 4 < flat.length; i += 5) {
    const from = at + Number(flat[i]);
    at = from + Number(flat[i + 1]);
    const words = withoutUnseen(text.slice(from, at));
    const lower = words.toLowerCase();
    const tag = String(flat[i + 2]);
    const lemma = String(flat[i + 3] || lower);
    const stem = String(flat[i + 4] || lower);
    tokens.push({ start: from, end: at, text: words, lower, tag, lemma, stem });
  }
  return tokens;
}

function unpackVocabulary([stems, counts, proper]: PackedVocabulary): Vocabulary {
  return {
    counts: new Map(stems.map((stem, i) => [stem, counts[i] ?? 0])),
    proper: new Set(proper),
  };
}

function packVectors({ buffer, byteOffset, byteLength }: Vectors): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

/** Null if their number is not that of the sentences: damaged. */
function unpackVectors(coded: string, count: number): Vectors | null {
  const bytes = Buffer.from(coded, 'base64');
  return bytes.length === SIZE * count ? new Int8Array(bytes) : null;
}

function parseOr<T>(packed: string, make: () => T): T {
  try {
    return JSON.parse(packed) as T;
  } catch {
    return make(); // damaged: worked out anew
  }
}

function toSpan([start, end]: Pair): Span {
  return { start, end };
}
