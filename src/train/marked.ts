import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlaps, type Span } from '../text/span.ts';
import type { CorpusArticle, CorpusAttribution } from './polnear.ts';

const FOLDER = 'src/train/statements'; // what the taggers learn from

/** An attribution as it is marked in our own stories: strings that stand in `at`, which stands once in the text. */
interface MarkedString {
  readonly at: string;
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: readonly string[];
  readonly speaker: string;
}

interface MarkedRow {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly MarkedString[];
}

/** The stories of our own whose every attribution is marked, as the corpus has its articles. Throws where a mark does not fit. */
export function readMarkedStories(folder = FOLDER): readonly CorpusArticle[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const { id, text, attributions } = JSON.parse(line) as MarkedRow;
        return { id, text, attributions: attributions.map((one) => place(id, text, one)) };
      }),
  );
}

function place(id: string, text: string, marked: MarkedString): CorpusAttribution {
  const { at, source, cue, speaker } = marked;
  const start = text.indexOf(at);
  if (start < 0) throw new Error(`${id}: not in the text: ${at}`);
  const content: Span[] = [];
  for (const piece of marked.content) {
    const from = content.at(-1)?.end ?? start;
    content.push(find(id, text, piece, from, start + at.length, []));
  }
  const near = content[0]?.start ?? start;
  const around = (words: string | null, taken: readonly Span[]): readonly Span[] =>
    words === null || words === ''
      ? []
      : [nearest(id, text, words, { start, end: start + at.length }, taken, near)];
  const cues = around(cue, content);
  const sources = around(source, [...content, ...cues]);
  return {
    content,
    cue: cues,
    source: sources,
    ...(speaker === '' ? {} : { sourceEntity: speaker }),
  };
}

/** The first place of some words from `from` to `to` that overlaps nothing taken. */
function find(
  id: string,
  text: string,
  words: string,
  from: number,
  to: number,
  taken: readonly Span[],
): Span {
  for (let at = text.indexOf(words, from); at >= 0 && at < to; at = text.indexOf(words, at + 1)) {
    const span = { start: at, end: at + words.length };
    if (isWhole(text, span) && !taken.some((one) => overlaps(one, span))) return span;
  }
  throw new Error(`${id}: not where it is marked to be: ${words}`);
}

/** Of the places of some words that overlap nothing taken, the one that lies nearest. */
function nearest(
  id: string,
  text: string,
  words: string,
  within: Span,
  taken: readonly Span[],
  near: number,
): Span {
  const all: Span[] = [];
  for (let from = within.start; from < within.end; from = (all.at(-1)?.end ?? 0) + 1) {
    try {
      all.push(find(id, text, words, from, within.end, taken));
    } catch (problem) {
      if (all.length === 0) throw problem;
      break;
    }
  }
  const far = ({ start }: Span): number => Math.abs(start - near);
  return all.toSorted((a, b) => far(a) - far(b))[0] as Span;
}

/** `he` in `the` is none. */
function isWhole(text: string, { start, end }: Span): boolean {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  return !(isLetter(start - 1) && isLetter(start)) && !(isLetter(end - 1) && isLetter(end));
}
