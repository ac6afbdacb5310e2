import { readFileSync } from 'node:fs';
import { memoryArchive } from '../../src/archive/memory.ts';
import { storiesNamed } from '../../src/archive/scope.ts';
import { readArticle } from '../../src/article/article.ts';
import { checkQuotations } from '../../src/check/check.ts';
import { hearAll } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { Story } from '../../src/story/story.ts';
import { makeVariants, type Variant } from './check-variants.ts';

/** A variant with the verdict that was given, and what was found of words and person. */
export interface Judged extends Variant {
  readonly verdict: string;
  readonly wording: string | null;
  readonly found: string | null;
}

/** Makes variants of every direct quotation, and checks each against the story that it is about. */
export async function checkVariants(stories: readonly Story[]): Promise<readonly Judged[]> {
  const archive = memoryArchive();
  for (const story of stories) archive.add(story);
  const judged: Judged[] = [];
  for (const one of makeVariants(await hearAll(stories), drawFrom(7))) {
    const [checked] = await checkQuotations(
      archive,
      `“${one.quote}”`,
      one.person,
      storiesNamed(one.story),
    );
    const { verdict = 'absent', wording = null, person = null } = checked?.finding ?? {};
    judged.push({ ...one, verdict, wording, found: person });
  }
  return judged;
}

/** Numbers from 0 to 1, always the same: a linear congruential generator (Numerical Recipes). */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The confusion table: what was done to the quotation by the verdict given. */
export function printChecks(judged: readonly Judged[]): string {
  const given = [...new Set(judged.map(({ verdict }) => verdict))].sort();
  const wanted = [...new Set(judged.map((one) => `${one.change} → ${one.verdicts[0]}`))];
  const rows = wanted.map((row) => {
    const some = judged.filter((one) => `${one.change} → ${one.verdicts[0]}` === row);
    const right = some.filter(({ verdict, verdicts }) => verdicts.includes(verdict)).length;
    const cells = given.map((name) => some.filter(({ verdict }) => verdict === name).length);
    const share = ((100 * right) / some.length).toFixed(1);
    return [
      row,
      String(some.length),
      `${share} %`,
      ...cells.map((n) => (n === 0 ? '·' : String(n))),
    ];
  });
  const table = [['change → right', 'n', 'right', ...given], ...rows];
  return table
    .map((cells) => cells.map((cell, i) => cell.padEnd(i === 0 ? 28 : 14)).join(''))
    .join('\n');
}

/** The articles of a file with one JSON object a line, each with `text`, made ready. */
export function readArticles(file: string): readonly Story[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const { text } = JSON.parse(line) as { readonly text: string };
      return prepare(readArticle(`article-${i}`, text));
    });
}
