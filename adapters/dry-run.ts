import { IngestError, leftOutLines, type Preview, previewStory } from '../src/index.ts';
import type { ManageOptions } from './manage.ts';
import { createProgress } from './progress.ts';
import { findWork } from './sources.ts';

/**
 * Shows what would become of files, folders, addresses and the input were they added, and keeps nothing. What
 * failed is said on the error output. Resolves to the exit code: 0, or 2 where something failed.
 */
export async function tryStories(
  sources: readonly string[],
  { reach, tags }: Pick<ManageOptions, 'reach' | 'tags'>,
): Promise<number> {
  const { work, problems, leftOut } = findWork(sources, reach);
  const left = [...leftOut];
  const failed = [...problems];
  let count = 0;
  for (const line of problems) console.error(line);
  const progress = createProgress('read');
  for (const [done, gather] of work.entries()) {
    progress.show(done, work.length);
    const harvest = await gather();
    progress.clear();
    left.push(...harvest.leftOut);
    const lines = [...harvest.problems];
    for (const one of harvest.incoming) {
      try {
        const preview = previewStory({ ...one, tags: [...one.tags, ...tags] });
        console.log(`${one.origin ?? one.name}\n${describe(preview)}\n`);
        count += 1;
      } catch (error) {
        if (!(error instanceof IngestError)) throw error;
        lines.push(error.message);
      }
    }
    for (const line of lines) console.error(line);
    failed.push(...lines);
  }
  for (const line of leftOutLines(left)) console.error(line);
  console.log(`${count} would be read, ${failed.length} failed. Nothing is kept.`);
  return failed.length > 0 ? 2 : 0;
}

const LONGEST = 76; // characters of a line of the story: enough to know it by

/** The fields that there are, the paragraphs by how they begin, and each line set aside with the reason. */
function describe({ article, byline, tags, note, paragraphs, setAside }: Preview): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['headline', article.headline],
    ['byline', byline],
    ['date', article.published],
    ['publisher', article.publisher],
    ['address', article.url],
    ['tags', tags.join(', ') || null],
    ['note', note],
  ];
  const [first = '', last = ''] = [paragraphs[0], paragraphs.at(-1)];
  const ends = paragraphs.length > 1 ? [first, last] : [first];
  const beside = setAside.filter(({ reason }) => reason !== 'headline');
  return [
    ...fields
      .map(([name, value]) => `  ${name.padEnd(10)} ${value ?? '–'}`)
      .filter((line) => !/^ {2}(?:tags|note) +–$/.test(line)),
    `  paragraphs ${paragraphs.length.toLocaleString('en')}`,
    ...ends.map((one) => `    ${shorten(one)}`),
    `  set aside  ${beside.length.toLocaleString('en')}`,
    ...beside.map(({ reason, words }) => `    ${reason}: ${shorten(words)}`),
  ].join('\n');
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)} …`;
}
