import { orNull } from '../reader/session.ts';
import { readMarks } from '../statements/marking/marker.ts';
import { findStatements } from '../statements/statements.ts';
import type { Span } from '../text/span.ts';
import { type Citation, cite } from './citation.ts';
import type { Heard, HeardStory, Story } from './story.ts';

const inHand = new WeakMap<Story, Promise<HeardStory>>();

/**
 * A story with its statements: prepared, or found on first use, once for each story. It is the same object, which has
 * them from then on: whatever else is known of a story is kept by it.
 */
export function hear(story: Story): Promise<HeardStory> {
  if (isHeard(story)) return Promise.resolve(story);
  const before = inHand.get(story);
  if (before !== undefined) return before;
  const heard = listen(story);
  inHand.set(story, heard);
  heard.catch(() => inHand.delete(story)); // tried again the next time
  return heard;
}

/** Hears several stories, one after the other. */
export async function hearAll(stories: readonly Story[]): Promise<readonly HeardStory[]> {
  const heard: HeardStory[] = [];
  for (const story of stories) heard.push(await hear(story));
  return heard;
}

/** Things of several stories, with each story heard. */
export async function hearEach<One extends { readonly story: Story }>(
  all: readonly One[],
): Promise<readonly (One & { readonly story: HeardStory })[]> {
  const heard: (One & { readonly story: HeardStory })[] = [];
  for (const one of all) heard.push({ ...one, story: await hear(one.story) });
  return heard;
}

/** A passage to be cited, its story perhaps not yet heard. */
export interface Uncited {
  readonly story: Story;
  readonly span: Span;
  /** The answer inside it; null when all of it is the answer. */
  readonly answer: Span | null;
}

/** Cites passages: only their stories are heard, however many were looked through. */
export async function citeAll(passages: readonly Uncited[]): Promise<readonly Citation[]> {
  const heard = await hearEach(passages);
  return heard.map(({ story, span, answer }) => cite(story, span, answer));
}

function isHeard(story: Story): story is HeardStory {
  return 'statements' in story;
}

async function listen(story: Story): Promise<HeardStory> {
  const { statements, isMarked } = story.heardBefore ?? (await find(story));
  return Object.assign(story, { statements, isMarked });
}

/** Without the marker, where it can't be loaded. */
async function find(story: Story): Promise<Heard> {
  const marks = await orNull(readMarks(story));
  return { statements: findStatements(story, story.names, marks), isMarked: marks !== null };
}
