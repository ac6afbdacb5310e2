import { FEATURES } from './features.ts';
import { findTold } from './holder.ts';
import { findOpenLink, linkIn } from './link.ts';
import type { Sought } from './match.ts';
import type { Ranked } from './rank.ts';
import type { Weighed } from './reading.ts';
import type { StoryView } from './view.ts';

// Chosen by hand with an eye on NewsQA (dev, both halves): no learnt weights, and no clean hold-out.
/** What the first sentence of a story has ahead: news tells the main thing first. */
const LEAD = 1;
const LEAD_FADES = 5; // sentences until a third of it is left
/** What a story gains by having all words of the question, by having them often, and at its top. */
const HAS_WORDS = 4;
const HAS_THEM_OFTEN = 4;
const HAS_THEM_FIRST = 2;
const OFTEN = 3; // sentences with a word: from here on more of them add little
const FIRST = 3; // sentences at the top of a story
/** What a sentence gains by describing the one whom "who is …" asks about, or naming who holds an office. */
const DESCRIBES = 3;
/** What it gains by words of the kind asked for: articles of an encyclopaedia, which the ranker learnt from, have them everywhere. */
const FITS = 1;
/** What it gains by the preposition that the question leaves open, after its word. */
const LINKED = 1;
/** What the trust in a sentence's phrases adds. */
const PHRASES = 0.3;
const WANTED = FEATURES.indexOf('wanted');
const LEAST_SHARE = 5e-4; // of the trust, for a sentence none of whose phrases was looked at

/** The order by the ranker's scores, with what speaks for a sentence's place and for its story. */
export function placeInStories(sought: Sought, ranked: readonly Ranked[]): readonly Ranked[] {
  const stories = new Set(ranked.map(({ view }) => view.story));
  const gains = new Map([...stories].map((story) => [story, gainOf(sought, story)]));
  const several = stories.size > 1;
  const link = findOpenLink(sought);
  return sort(ranked, ({ view, features }) => {
    const fits = FITS * (features[WANTED] ?? 0) + LINKED * (link === null ? 0 : linkIn(link, view));
    const lead = LEAD * Math.exp(-view.sentence.index / LEAD_FADES);
    const describes = findTold(sought, view) === null ? 0 : DESCRIBES;
    return fits + lead + describes + (several ? (gains.get(view.story) ?? 0) : 0);
  });
}

/** How far a story as a whole is about what is asked. */
function gainOf({ terms, total }: Sought, { vocabulary, sentences }: StoryView): number {
  if (sentences.length < 2) return 0; // a lone sentence has no story that could add to it
  let has = 0;
  let often = 0;
  let first = 0;
  for (const { term, weight, expansions } of terms) {
    const count = vocabulary.get(term.stem) ?? 0;
    const relative = expansions.some(
      ({ stem, strength }) => strength >= 0.7 && vocabulary.has(stem),
    );
    has += count > 0 ? weight : relative ? 0.7 * weight : 0;
    often += (weight * count) / (count + OFTEN);
    if (sentences.slice(0, FIRST).some(({ positions }) => positions.has(term.stem)))
      first += weight;
  }
  return (HAS_WORDS * has + HAS_THEM_OFTEN * often + HAS_THEM_FIRST * first) / total;
}

/** The order when the phrases of the best sentences have been read. */
export function placeByPhrases(
  ranked: readonly Ranked[],
  phrases: readonly Weighed[],
): readonly Ranked[] {
  const shares = new Map<Ranked['view'], number>();
  for (const { scene, share } of phrases)
    shares.set(scene.view, (shares.get(scene.view) ?? 0) + share);
  return sort(ranked, ({ view }) => PHRASES * Math.log(shares.get(view) ?? LEAST_SHARE));
}

function sort(ranked: readonly Ranked[], gain: (one: Ranked) => number): readonly Ranked[] {
  return ranked
    .map((one): Ranked => ({ ...one, score: one.score + gain(one) }))
    .sort((a, b) => b.score - a.score);
}
