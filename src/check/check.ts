import { type Holdings, openFirst, openPassages } from '../archive/archive.ts';
import type { Scope } from '../archive/scope.ts';
import { findMeant } from '../quotes/meant.ts';
import { rarity } from '../quotes/rarity.ts';
import { hearAll } from '../story/hear.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';
import { type Finding, mildest } from './finding.ts';
import { judgeLike, judgeMeant } from './like.ts';
import { type PersonAskedIn, readAsked } from './person-asked.ts';
import { type QuotedText, readQuotations } from './quotation.ts';
import { judge, type Sketch, sketch } from './verdict.ts';

/** What the stories say about one quotation. */
export interface Checked {
  readonly quotation: QuotedText;
  /** The best story's; null: nothing in the stories asked comes close. */
  readonly finding: Finding | null;
  /** The person asked about, as typed; null if none. */
  readonly person: string | null;
  /** Whether the stories searched name somebody like that, and quote them. */
  readonly known: boolean;
  readonly quotes: boolean;
  /** The number of stories with the words, out of those asked. */
  readonly standsIn: number;
  readonly stories: number;
}

const CANDIDATES = 40; // sentences the archive returns when many stories are asked
const MOST_STORIES = 12; // of these, the number compared word by word
const MOST_STEMS = 8; // the rarest: common ones only add sentences that are not it
const CLOSEST = 3; // stories examined in full
const LEAST = 0.25; // similarity below which not even a splice of three pieces is close

/**
 * Checks what was typed: a quotation, or each of those in a message (at most five), against the
 * stories of a scope, or all if it is null. Empty if there is no word to check.
 */
export async function checkQuotations(
  holdings: Holdings,
  typed: string,
  person: string | null,
  scope: Scope | null,
): Promise<readonly Checked[]> {
  const asked = { holdings, scope, stories: await holdings.count(scope) };
  const checked = await checkAll(asked, typed, person);
  if (person === null || checked.every(({ known }) => known)) return checked;
  // `I keep his coat by the door`: what looked like a person may be part of the quotation
  const whole = await checkAll(asked, `${typed} by ${person}`, null);
  const isOwn = whole.every(
    ({ finding, quotation }) => finding?.stands && quotation.span.end > typed.length,
  );
  return isOwn ? whole : checked;
}

/** The stories asked: where they are, which, and how many. */
interface AskedStories {
  readonly holdings: Holdings;
  readonly scope: Scope | null;
  readonly stories: number;
}

async function checkAll(
  asked: AskedStories,
  typed: string,
  person: string | null,
): Promise<readonly Checked[]> {
  const askedIn = readAsked(person);
  const checkOne = async (quotation: QuotedText): Promise<Checked> => {
    const { start, end } = quotation.span;
    const stems = contentStems(readTokens(quotation.text.slice(start, end)));
    const looked = await hearAll(await candidates(asked, stems)); // what is quoted in each is compared
    const sketches = looked.map((story) => sketch(story, quotation));
    const close = closest(sketches);
    const found = close.flatMap((one) => judge(one, askedIn(one.story)) ?? []);
    const finding = best(found) ?? (await judgeAlike(sketches, stems, askedIn));
    const people = (await lookedUp(finding, asked)).map(askedIn);
    return {
      quotation,
      finding,
      person,
      known: people.every((one) => one === null || one.known),
      quotes: people.every((one) => one === null || one.quoted),
      standsIn: sketches.filter(({ likeness }) => likeness === 1).length,
      stories: asked.stories,
    };
  };
  return Promise.all(readQuotations(typed).map(checkOne));
}

/** The sketches worth a verdict: those with all the words, else the most similar. */
function closest(sketches: readonly Sketch[]): readonly Sketch[] {
  const ranked = sketches
    .filter(({ likeness }) => likeness >= LEAST)
    .toSorted((a, b) => b.likeness - a.likeness);
  return ranked.slice(0, CLOSEST);
}

/** A paraphrase, if no story comes close word by word: by words in any order, or by meaning. */
async function judgeAlike(
  sketches: readonly Sketch[],
  stems: readonly string[],
  askedIn: PersonAskedIn,
): Promise<Finding | null> {
  const [first] = sketches
    .slice(0, CLOSEST)
    .flatMap(({ story, quoted }) => judgeLike(story, quoted, stems, askedIn) ?? []);
  const [sketched] = sketches;
  if (first !== undefined || sketched === undefined) return first ?? null;
  const { text, span } = sketched.quoted;
  const stories = sketches.map(({ story }) => story);
  const meant = await findMeant(stories, text.slice(span.start, span.end));
  return meant && judgeMeant(meant, sketched.quoted, stems, askedIn);
}

/** Where the person asked about is looked up: in the story found, or in the only story. */
async function lookedUp(
  finding: Finding | null,
  { holdings, scope, stories }: AskedStories,
): Promise<readonly HeardStory[]> {
  if (finding !== null) return [finding.story];
  return stories === 1 ? hearAll(await openFirst(holdings, scope, 1)) : [];
}

/** The only story, or those with sentences that hold the rarest words. */
async function candidates(
  { holdings, scope, stories }: AskedStories,
  stems: readonly string[],
): Promise<readonly Story[]> {
  if (stories === 1 || stems.length === 0) return openFirst(holdings, scope, MOST_STORIES);
  const rarest = stems.toSorted((a, b) => rarity(b) - rarity(a)).slice(0, MOST_STEMS);
  const scores = new Map<Story, number>();
  const offered = await openPassages(holdings, rarest, scope, CANDIDATES);
  for (const { story, score } of offered) {
    scores.set(story, Math.max(score, scores.get(story) ?? 0));
  }
  const ranked = [...scores].sort(([, a], [, b]) => b - a).map(([story]) => story);
  return ranked.slice(0, MOST_STORIES);
}

/** The mildest finding on words that are in a story, else the most similar; somebody else's words come last. */
function best(found: readonly Finding[]): Finding | null {
  const standing = found.filter(({ stands }) => stands);
  if (standing.length > 0) return mildest(standing);
  const others = ({ person }: Finding): number => Number(person === 'other');
  const [first] = found.toSorted((a, b) => others(a) - others(b) || b.likeness - a.likeness);
  return first ?? null;
}
