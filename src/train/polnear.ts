import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CueRange } from '../statements/tagging/cue.ts';
import { readUnits, type Unit } from '../statements/tagging/unit.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';
import { overlaps, type Span } from '../text/span.ts';

/** An attribution as the corpus marks it, as positions of a unit's words. */
export interface MarkedAttribution {
  readonly cue: CueRange;
  /** A label of the role tagger for each word of the unit. */
  readonly roles: Int8Array;
}

/** A unit with its attributions. */
export interface MarkedUnit {
  readonly unit: Unit;
  readonly attributions: readonly MarkedAttribution[];
}

/** An article of the corpus made ready, with its attributions by unit and as they are marked. */
export interface MarkedArticle {
  readonly story: Story;
  readonly units: readonly MarkedUnit[];
  readonly attributions: readonly CorpusAttribution[];
}

/** An article whose attributions are marked: spans of `source`, `cue` and `content`. */
export interface CorpusArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly CorpusAttribution[];
}

/** An attribution as the corpus has it; `sourceEntity` is the speaker's name where it is known. */
export interface CorpusAttribution {
  readonly sourceEntity?: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** Where the corpus lies in the folder of data. */
export const CORPUS = join('data', 'polnear', 'train.jsonl');

/** Reads a file of the corpus, and prepares each article as the product does. */
export function readCorpus(file: string): readonly MarkedArticle[] {
  return readCorpusArticles(file).map(markArticle);
}

/** Reads a file of the corpus: JSON, an article a line, `text`, and `attributions` with spans of `source`, `cue` and `content`. */
export function readCorpusArticles(file: string): readonly CorpusArticle[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line, i) => parseArticle(line, `${file}:${i + 1}`));
}

function parseArticle(line: string, where: string): CorpusArticle {
  const article = JSON.parse(line) as Partial<CorpusArticle>;
  const { id, text, attributions } = article;
  if (typeof id !== 'string' || typeof text !== 'string' || !Array.isArray(attributions)) {
    throw new Error(`${where}: an article needs id, text and attributions`);
  }
  return { id, text, attributions };
}

/** An article made ready as the product does, with its attributions by unit. */
export function markArticle(article: CorpusArticle): MarkedArticle {
  const story = prepareArticle(article);
  const { attributions } = article;
  const units = readUnits(story).map((unit) => ({
    unit,
    attributions: markUnit(unit, attributions),
  }));
  return { story, units, attributions };
}

/** The story of an article, as the product makes it ready. */
export function prepareArticle({ text }: CorpusArticle): Story {
  return prepare({
    id: 'article',
    text,
    body: { start: 0, end: text.length },
    headline: null,
    publisher: null,
    published: null,
    url: null,
  });
}

function markUnit(
  unit: Unit,
  attributions: readonly CorpusAttribution[],
): readonly MarkedAttribution[] {
  const start = unit.words[0]?.start ?? 0;
  const whole = { start, end: unit.words.at(-1)?.end ?? start };
  const found: MarkedAttribution[] = [];
  for (const { cue, source, content } of attributions) {
    if (!cue.some((span) => overlaps(span, whole))) continue;
    const at = unit.words.findIndex((word) => cue.some((span) => overlaps(span, word)));
    const last = unit.words.findLastIndex((word) => cue.some((span) => overlaps(span, word)));
    if (at < 0) continue;
    const range = { from: at, to: last + 1 };
    found.push({ cue: range, roles: labelRoles(unit, range, source, content) });
  }
  return found;
}

function labelRoles(
  unit: Unit,
  cue: CueRange,
  source: readonly Span[],
  content: readonly Span[],
): Int8Array {
  const roles = new Int8Array(unit.words.length);
  unit.words.forEach((word, i) => {
    if (i >= cue.from && i < cue.to) return;
    const first = content.some((span) => overlaps(span, word))
      ? 3
      : source.some((span) => overlaps(span, word))
        ? 1
        : 0;
    const before = roles[i - 1] ?? 0;
    roles[i] = first === 0 ? 0 : before === first || before === first + 1 ? first + 1 : first;
  });
  return closeContent(roles);
}

/** Makes the last word of each piece of content one. */
export function closeContent(roles: Int8Array): Int8Array {
  for (let i = 0; i < roles.length; i += 1) {
    if ((roles[i] ?? 0) >= 3)
      roles[i] = roles[i + 1] === 4 || roles[i + 1] === 5 ? (roles[i] ?? 0) : 5;
  }
  return roles;
}
