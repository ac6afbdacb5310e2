import { readFileSync } from 'node:fs';
import type { Stance } from '../../src/statements/statement.ts';
import { hear } from '../../src/story/hear.ts';
import type { HeardStory, Story } from '../../src/story/story.ts';
import { readStory, root } from '../stories.ts';

/** A statement as it was marked by hand, before the code first ran on its story. */
export interface Marked {
  readonly paragraph: number | null;
  readonly content: readonly string[];
  readonly speaker: string;
  readonly named: boolean;
  readonly stance?: Stance;
}

/** A statement as it was found. */
export interface Found {
  readonly paragraph: number | null;
  readonly words: readonly string[];
  readonly name: string | null;
  readonly stance: Stance;
  /** As `Statement.speech`. */
  readonly speech: boolean;
}

/** All statements of a story, thoughts and wishes included. */
export function statementsOf(story: HeardStory): readonly Found[] {
  return story.statements.map(({ content, speaker, stance, speech }) => {
    const text = content.map((span) => story.article.text.slice(span.start, span.end)).join(' ');
    return {
      paragraph: paragraphAt(story, content[0]?.start ?? 0),
      words: wordsOf(text),
      name: speaker.name,
      stance,
      speech,
    };
  });
}

/** The number of the paragraph at a place; null where it has none. */
export function paragraphAt({ paragraphs }: Story, at: number): number | null {
  return paragraphs.find(({ start, end }) => start <= at && at < end)?.number ?? null;
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/^that /, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** How many words two lists share, of all that stand in either. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return common / Math.max(1, a.length + b.length - common);
}

const TELLING = 4; // words: as many are hardly said twice, wherever whoever marked them counted them to stand

function isNear(one: Marked, { paragraph, words }: Found): boolean {
  return (
    words.length >= TELLING || Math.abs((paragraph ?? HEADLINE) - (one.paragraph ?? HEADLINE)) <= 1
  );
}

const HEADLINE = -9; // far from the first paragraph

/** Pairs marked and found statements of a story, most alike first; a pair shares half its words. */
export function pair(marked: readonly Marked[], found: readonly Found[]) {
  const pairs = marked.flatMap((one) =>
    found
      .filter((other) => isNear(one, other))
      .map((other) => ({
        one,
        other,
        alike: likeness(wordsOf(one.content.join(' ')), other.words),
      })),
  );
  const taken = new Set<Marked | Found>();
  return pairs
    .filter(({ alike }) => alike >= 0.5)
    .sort((a, b) => b.alike - a.alike)
    .filter(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return false;
      taken.add(one).add(other);
      return true;
    });
}

function readMarked(id: string): readonly Marked[] {
  const file = new URL(`test/eval/statements/${id}.jsonl`, root);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Marked);
}

/** Whether a statement is given to whom it was marked for. */
export function isRight(marked: Marked, name: string | null): boolean {
  if (!marked.named) return name === null || name === marked.speaker;
  return name !== null && (name.endsWith(marked.speaker) || marked.speaker.endsWith(name));
}

/** The statements of some stories, as they are heard: marked, found, and the pairs of both. */
export async function compare(ids: readonly string[]) {
  const stories = await Promise.all(
    ids.map(async (id) => {
      const marked = readMarked(id);
      const found = statementsOf(await hear(readStory(id))).filter(({ speech }) => speech);
      return { marked, found, pairs: pair(marked, found) };
    }),
  );
  return {
    marked: stories.flatMap((story) => story.marked),
    found: stories.flatMap((story) => story.found),
    pairs: stories.flatMap((story) => story.pairs),
  };
}
