import { readFileSync } from 'node:fs';
import { readArticle } from '../../src/article/article.ts';
import type { Stance } from '../../src/statements/statement.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { HeardStory, Story } from '../../src/story/story.ts';
import { isRight, type Marked, pair, paragraphAt, statementsOf } from '../statements/marked.ts';
import { hearNow } from '../stories.ts';
import { type Measured, type Row, sumUp } from './said.ts';

/** The file can't be read, or a line of it does not fit: one line that says which, and why. */
export class MarkedError extends Error {}

/**
 * Statements and speakers over the stories of a file, a line each; a mark without content, or in a line set aside, is left out. `withMarker`:
 * as they ship; else by the rules and taggers alone. Throws MarkedError before anything is measured.
 */
export async function measureMarkedSaid(
  file: string,
  withMarker: boolean,
): Promise<readonly Measured[]> {
  const rows: Row[] = [];
  for (const { story, marked } of readStories(file))
    rows.push(...measureStory(withMarker ? await hear(story) : hearNow(story), marked));
  return sumUp(rows);
}

function measureStory(story: HeardStory, marked: readonly Told[]): readonly Row[] {
  const found = statementsOf(story);
  const pairs = pair(marked, found);
  const row = (measure: string, isFine: boolean, miss: string): Row => ({
    story: story.article.id,
    measure,
    miss: isFine ? null : miss,
  });
  return [
    ...marked
      .filter(({ inner }) => inner === false)
      .flatMap((one) => {
        const other = pairs.find((some) => some.one === one)?.other;
        const miss = `¶ ${one.paragraph} ${one.speaker || 'nobody'} → ${other?.name}`;
        return [
          row('not inside others: found', other !== undefined, miss),
          row(
            'not inside others: rightly named',
            other !== undefined && isRight(one, other.name),
            miss,
          ),
        ];
      }),
    ...marked.flatMap((one) => {
      const paired = pairs.find((some) => some.one === one);
      const what = `¶ ${one.paragraph} ${one.speaker || 'nobody'}: ${one.content[0]?.slice(0, 70)}`;
      if (paired === undefined) {
        const miss = `${what} → not found`;
        return [row(FOUND, false, miss), row(RIGHT, false, miss)];
      }
      const { name } = paired.other;
      const isFine = isRight(one, name);
      const miss = `${what} → ${name}`;
      return [
        row(FOUND, true, miss),
        row(RIGHT, isFine, miss),
        row('found: no wrong name', name === null || isFine, miss),
        row('found: no name missing', name !== null || isFine, miss),
      ];
    }),
    ...found
      .filter(({ speech }) => speech)
      .map((other) =>
        row(
          'what is found is a statement',
          pairs.some((some) => some.other === other),
          `¶ ${other.paragraph} ${other.name}: ${other.words.slice(0, 14).join(' ')}`,
        ),
      ),
  ];
}

const FOUND = 'statements found';
const RIGHT = 'statements found and rightly named';

interface MarkedStory {
  readonly story: Story;
  readonly marked: readonly Told[];
}

/** `inner`: told inside words that are a statement themselves; unknown where the file does not say. */
type Told = Marked & { readonly inner: boolean | undefined };

function readStories(file: string): readonly MarkedStory[] {
  return readLines(file).flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [readStory(readLine(line))];
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n', 1)[0] : error;
      throw new MarkedError(`${file}, line ${i + 1}: ${why}`);
    }
  });
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    throw new MarkedError(`${file} can't be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** A line of the file, as `src/train/marked.ts` reads it too: the text begins with its headline. */
interface Line {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

interface Attribution {
  /** Words that stand in the text and hold what was said. */
  readonly at: string;
  readonly content: readonly string[];
  /** Empty where the story names nobody. */
  readonly speaker: string;
  readonly stance: Stance;
  /** Told inside words that are marked themselves. */
  readonly inner?: boolean;
}

function readLine(line: string): Line {
  const read = JSON.parse(line) as Partial<Line> | null;
  const { id, text, attributions } = read ?? {};
  if (typeof id !== 'string') throw new Error('id is no text');
  if (typeof text !== 'string') throw new Error('text is no text');
  if (!Array.isArray(attributions)) throw new Error('attributions is no list');
  attributions.forEach((one: Partial<Attribution> | null, i) => {
    const { at, content, speaker, stance } = one ?? {};
    for (const [field, value] of Object.entries({ at, speaker, stance }))
      if (typeof value !== 'string') throw new Error(`attribution ${i + 1}: ${field} is no text`);
    if (!Array.isArray(content) || content.some((piece) => typeof piece !== 'string'))
      throw new Error(`attribution ${i + 1}: content is no list of texts`);
  });
  return { id, text, attributions };
}

function readStory({ id, text, attributions }: Line): MarkedStory {
  const story = prepare(readArticle(id, text));
  const marked = attributions
    .filter(({ content }) => content.length > 0)
    .flatMap(({ at, content, speaker, stance, inner }) => {
      const start = text.indexOf(at);
      if (start < 0) throw new Error(`not in the text: ${at}`);
      const [first = ''] = content;
      const inside = at.indexOf(first);
      if (inside < 0) throw new Error(`not where it is marked to be: ${first}`);
      const paragraph = paragraphAt(story, start + inside);
      if (paragraph === null) return []; // a headline is no statement's place
      return [{ paragraph, content, speaker, named: speaker !== '', stance, inner }];
    });
  return { story, marked };
}
