import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../article/article.ts';
import { prepare } from '../story/prepare.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { LOOKED_AT } from './marked-glances.ts';

const MARKS = 'test/eval/glance';
const STORIES = 'test/stories';
const SENTENCES = 'test/eval/numbers'; // the figures of five stories by their sentences
const LISTED = ['council-bins', 'court-ferry', 'harbour-regatta', 'mill-takeover', 'reef-study'];
// 65 stories rich in figures, written and marked without sight of the code
const MORE = [1, 2, 3].map((number) => `src/train/figures/marked-${number}.jsonl`);

/** A story with every figure marked. */
export interface FigureStory {
  readonly id: string;
  readonly story: Story;
  readonly figures: readonly Mark[];
}

/** A figure as marked: its place with the unit behind it, and its words with and without that. */
export interface Mark extends Span {
  readonly words: readonly string[];
  /** Who stands behind it; null for the reporter, undefined where that is not marked. */
  readonly of: string | null | undefined;
}

interface Gold {
  readonly figures: readonly {
    readonly figure: string;
    readonly unit: string | null;
    readonly of?: string | null;
    readonly in: string;
  }[];
}

/** Our stories of which every figure is marked and that training may see. */
export function readFigureStories(): readonly FigureStory[] {
  const glances = LOOKED_AT.map((id): FigureStory => {
    const gold = JSON.parse(readFileSync(join(MARKS, `${id}.json`), 'utf8')) as Gold;
    return marked(id, readFileSync(join(STORIES, `${id}.txt`), 'utf8'), gold);
  });
  const listed = LISTED.map((id): FigureStory => {
    const rows = readFileSync(join(SENTENCES, `${id}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean);
    const figures = rows.map((row) => {
      const { sentence, ...figure } = JSON.parse(row) as Gold['figures'][0] & { sentence: string };
      return { ...figure, in: sentence };
    });
    const file = join(STORIES, `${id}.${id === 'reef-study' ? 'md' : 'txt'}`);
    return marked(id, readFileSync(file, 'utf8'), { figures });
  });
  const lines = MORE.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  const more = lines.map((line): FigureStory => {
    const { id, text, ...gold } = JSON.parse(line) as Gold & { id: string; text: string };
    return marked(id, text, gold);
  });
  return [...glances, ...listed, ...more];
}

function marked(id: string, text: string, { figures }: Gold): FigureStory {
  const marks = figures.map(({ figure, unit, of, in: around }): Mark => {
    const at = text.indexOf(around);
    const start = at < 0 ? text.indexOf(figure) : at + Math.max(0, around.indexOf(figure));
    const whole = unit === null ? figure : `${figure} ${unit}`;
    return { start, end: start + whole.length, words: [figure, whole].map(bare), of };
  });
  return { id, story: prepare(readArticle(id, text, null)), figures: marks };
}

/** Whether a stretch is a marked figure, with or without its unit. */
export function isMarked({ story, figures }: FigureStory, span: Span, unit: Span | null): boolean {
  const { text } = story.article;
  const isJoined = unit !== null && unit.start >= span.end && unit.start - span.end < 3;
  const words = [span.end, ...(isJoined ? [unit.end] : [])].map((end) =>
    bare(text.slice(span.start, end)),
  );
  return figures.some(
    (one) =>
      span.start < one.end &&
      one.start < span.end &&
      words.some((some) => one.words.includes(some)),
  );
}

function bare(words: string): string {
  return words.replace(/[\s-]/g, '');
}
