import type { Sentence } from '../article/sentence.ts';
import { orNull } from '../reader/session.ts';
import { cosine, SIZE, type Vectors } from '../reader/vectors.ts';
import type { Statement } from '../statements/statement.ts';
import { vectorsOf } from '../story/sentence-vectors.ts';
import type { HeardStory } from '../story/story.ts';
import { among, type Span } from '../text/span.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';
import { coverage } from './likeness.ts';
import { contentVector } from './meant.ts';
import { foldName } from './name-words.ts';
import { findQuotes, type Quotes } from './quotes.ts';

/** A passage from one of the two sides. */
export interface Side {
  readonly story: HeardStory;
  readonly span: Span;
  /** Who says it; null for a passage of a story. */
  readonly statement: Statement | null;
}

/** Two passages about the same thing, one of each. */
export interface Pair {
  readonly left: Side;
  readonly right: Side;
  /** The cosine of what they mean. */
  readonly likeness: number;
}

export type Compared =
  | {
      readonly kind: 'paired';
      readonly names: readonly [string, string];
      /** Most similar first. */
      readonly pairs: readonly Pair[];
      /** What only the one and only the other says, in story order. */
      readonly only: readonly [readonly Side[], readonly Side[]];
    }
  /** One is a story, the other is somebody. */
  | { readonly kind: 'mixed'; readonly story: string; readonly person: string }
  | { readonly kind: 'same'; readonly name: string }
  | { readonly kind: 'unread'; readonly typed: string; readonly quotes: Quotes };

/**
 * From these cosines up, two passages are about the same thing. Of 1,792 pairs of people, and 120 of stories, that have
 * nothing to do with each other, 1 in 10 has two statements, or two sentences, that are as like (src/DECISIONS.md).
 */
const LIKE_STATEMENTS = 0.34;
const LIKE_SENTENCES = 0.53; // sentences are longer, and many: some are similar by chance

/** What two people of some stories say, paired by what it is about; with a topic only what is about that. */
export async function compareSpeakers(
  stories: readonly HeardStory[],
  typed: readonly [string, string],
  topic: string | null,
): Promise<Compared> {
  const quotes: Quotes[] = [];
  for (const name of typed) {
    const found = await findQuotes(stories, name, topic);
    if (found.kind !== 'some') return { kind: 'unread', typed: name, quotes: found };
    quotes.push(found);
  }
  const [one, other] = quotes;
  if (one?.kind !== 'some' || other?.kind !== 'some') throw new Error('two sides were read');
  if (foldName(one.name) === foldName(other.name)) return { kind: 'same', name: one.name };
  const [left, right] = [inStoryOrder(one.quoted), inStoryOrder(other.quoted)];
  const vectors = async ({ story, statement }: Side): Promise<Vectors | null> =>
    statement && orNull(contentVector(story, statement));
  return {
    kind: 'paired',
    names: [one.name, other.name],
    ...(await pairUp(left, right, vectors, LIKE_STATEMENTS)),
  };
}

/** The sentences of two stories, paired by what they are about. */
export async function compareStories(
  stories: readonly [HeardStory, HeardStory],
  topic: string | null,
): Promise<Compared> {
  const [one, other] = stories;
  if (one.article.id === other.article.id) return { kind: 'same', name: one.article.id };
  const vectors = async ({ story, span }: Side): Promise<Vectors | null> => {
    const all = await orNull(vectorsOf(story));
    const [sentence] = among(story.sentences, span);
    return all && sentence === undefined ? null : all && vectorAt(all, sentence?.index ?? 0);
  };
  const [left, right] = [sentencesAbout(one, topic), sentencesAbout(other, topic)];
  const names = [one.article.id, other.article.id] as const;
  return { kind: 'paired', names, ...(await pairUp(left, right, vectors, LIKE_SENTENCES)) };
}

function vectorAt(all: Vectors, at: number): Vectors {
  return all.subarray(SIZE * at, SIZE * (at + 1));
}

function inStoryOrder(sides: readonly Side[]): readonly Side[] {
  return sides.toSorted(
    (a, b) => a.story.article.id.localeCompare(b.story.article.id) || a.span.start - b.span.start,
  );
}

const ABOUT_TOPIC = 0.5; // share of the topic's words that a sentence has to hold, as of a statement

function sentencesAbout(story: HeardStory, topic: string | null): readonly Side[] {
  const wanted = topic === null ? [] : contentStems(readTokens(topic));
  const isAbout = ({ tokens }: Sentence): boolean =>
    coverage(wanted, new Set(tokens.map(({ stem }) => stem))) >= ABOUT_TOPIC;
  return story.sentences
    .filter((one) => wanted.length === 0 || isAbout(one))
    .map(({ start, end }) => ({ story, span: { start, end }, statement: null }));
}

const MOST = 400; // passages compared per side: a bound for stories of many thousand sentences

/** Most similar pair first, each passage in one pair; the rest is what only one of them says. */
async function pairUp(
  left: readonly Side[],
  right: readonly Side[],
  vectorOf: (side: Side) => Promise<Vectors | null>,
  least: number,
): Promise<Pick<Extract<Compared, { kind: 'paired' }>, 'pairs' | 'only'>> {
  const read = async (sides: readonly Side[]): Promise<(Vectors | null)[]> => {
    const all: (Vectors | null)[] = [];
    for (const side of sides.slice(0, MOST)) all.push(await vectorOf(side));
    return all;
  };
  const [ours, theirs] = [await read(left), await read(right)];
  const likely = ours.flatMap((own, l) =>
    theirs.flatMap((their, r) => {
      const likeness = own === null || their === null ? 0 : cosine(own, their, 0);
      return likeness >= least ? [{ l, r, likeness }] : [];
    }),
  );
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  const pairs: Pair[] = [];
  for (const { l, r, likeness } of likely.toSorted((a, b) => b.likeness - a.likeness)) {
    const [one, other] = [left[l], right[r]];
    if (usedLeft.has(l) || usedRight.has(r) || one === undefined || other === undefined) continue;
    usedLeft.add(l);
    usedRight.add(r);
    pairs.push({ left: one, right: other, likeness });
  }
  return {
    pairs,
    only: [left.filter((_, i) => !usedLeft.has(i)), right.filter((_, i) => !usedRight.has(i))],
  };
}
