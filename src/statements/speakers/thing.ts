import { describedThing } from '../../names/descriptions/described.ts';
import {
  type Discourse,
  isSameEntry,
  namedIn,
  type Spoken,
  sentenceAt,
} from '../../names/discourse.ts';
import type { Named } from '../../names/named.ts';
import type { Span } from '../../text/span.ts';

/** Whether a word means something other than one person: `it said`, `they say`. */
export function isThingPronoun(word: string): boolean {
  return /^(?:it|they)$/i.test(word);
}

/** What `it` or `they` means: a name, or only words. */
export interface ThingMeant {
  readonly named: Named | null;
  readonly words: Span;
}

const FAR = 3; // sentences: further back, `it` is seldom the last speaker

/**
 * `Lund Air is sorry. It said …`, `The company denies it. “No,” it said`: the organisation or group that spoke
 * last, else the one that the sentence before names or describes. Null if there is none, or more than one.
 */
export function thingMeant(
  discourse: Discourse,
  source: Span,
  spoken: readonly Spoken[],
): ThingMeant | null {
  const here = sentenceAt(discourse, source.start);
  if (here === undefined) return null;
  const last = spoken.at(-1);
  const isNear = last !== undefined && here.index - last.sentence.index <= FAR;
  if (isNear && isSameEntry(discourse, last.at, source.start)) {
    const { named, source: words } = last;
    if (named !== null && isThing(named) && words !== null) return { named, words };
    if (named === null && words !== null && isThingWords(discourse, words)) return { named, words };
  }
  for (const sentence of [here, discourse.sentences[here.index - 1]]) {
    if (sentence === undefined || !isSameEntry(discourse, sentence.start, source.start)) continue;
    const near = namedIn(discourse, sentence).filter(
      ({ end, named }) => end <= source.start && isThing(named),
    );
    const [mention] = near;
    if (new Set(near.map(({ named }) => named)).size > 1) return null;
    if (mention !== undefined) return { named: mention.named, words: mention };
    const described = describedThing(discourse, sentence);
    if (described !== null && described.words.end <= source.start) return described;
  }
  return null;
}

function isThing({ kind, name }: Named): boolean {
  return kind === 'organisation' || (kind === 'other' && !name.includes(' ')) || kind === 'place';
}

/** `the company`, `its authors`: words that are no pronoun and no single person's. */
function isThingWords({ text }: Discourse, words: Span): boolean {
  return /^(?:the|its|their|these|those|\p{L}+s)\s/iu.test(
    `${text.slice(words.start, words.end)} `,
  );
}

const WRITTEN =
  /^(?:the|that|this|his|her|its|their) (?:\p{L}+ )?(statement|letter|e-?mail|message|note|post|tweet|diary)$/iu;

/** `In a letter, Ode said …. “No,” the letter said.`: the earlier speaker in it; nobody if the story does not say. */
export function whoWrote(
  discourse: Discourse,
  source: Span,
  spoken: readonly Spoken[],
): Named | null {
  const words = discourse.text.slice(source.start, source.end);
  const noun = WRITTEN.exec(words)?.[1]?.toLowerCase();
  const here = sentenceAt(discourse, source.start);
  if (noun === undefined || here === undefined) return null;
  const isIn = new RegExp(`\\bin (?:an?|his|her|its|their) (?:\\p{L}+ ){0,2}${noun}\\b`, 'iu');
  const last = spoken.findLast(
    ({ sentence, at }) =>
      here.index - sentence.index <= WITHIN &&
      isSameEntry(discourse, at, source.start) &&
      isIn.test(discourse.text.slice(sentence.start, sentence.end)),
  );
  return last?.named ?? null;
}

const WITHIN = 6; // sentences from a letter to what else it says
