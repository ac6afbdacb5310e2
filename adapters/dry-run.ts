import { type Preview, tryOut } from '../src/index.ts';
import { type ManageOptions, readInput } from './manage.ts';
import { createProgress } from './progress.ts';

/**
 * Shows what adding files, folders, addresses and the input would give, and keeps nothing. What
 * failed goes to the error output. Resolves to the exit code: 0, or 2 where something failed.
 */
export async function tryStories(
  sources: readonly string[],
  { reach, tags }: Pick<ManageOptions, 'reach' | 'tags'>,
): Promise<number> {
  const progress = createProgress('read');
  const { read, failed, leftOut } = await tryOut(sources, {
    reach,
    tags,
    readInput,
    onPreview: (place, preview) => {
      progress.clear();
      console.log(`${place}\n${describe(preview)}\n`);
    },
    onFailed: (line) => {
      progress.clear();
      console.error(line);
    },
    onProgress: progress.show,
  });
  progress.clear();
  for (const line of leftOut) console.error(line);
  console.log(`${read} would be read, ${failed} failed. Nothing is kept.`);
  return failed > 0 ? 2 : 0;
}

const LONGEST = 76; // characters of a line of the story: enough to recognize it

/** The fields, how the first and last paragraphs begin, and each line set aside with the reason. */
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
