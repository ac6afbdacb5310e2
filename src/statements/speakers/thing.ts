import type { Sentence } from '../../article/sentence.ts';
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
  /** Whether the sentence before is about it: nothing is left to choose. */
  readonly isSure?: true;
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
  const since = last === undefined || last.sentence.index < here.index - 1;
  const subject = since ? subjectBefore(discourse, here) : null;
  if (subject !== null) return subject;
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

/**
 * `The council was glad. ¶ The trust disagrees. “No,” it said.`, `An unsigned letter has reached the Post. “Leave,” it
 * said.`: the group, organisation or paper that the sentence before is about, though another spoke last.
 */
function subjectBefore(discourse: Discourse, here: Sentence): ThingMeant | null {
  const before = discourse.sentences[here.index - 1];
  if (before === undefined || !isSameEntry(discourse, before.start, here.start)) return null;
  const isTied = before.paragraph === here.paragraph || /^[“"‘']/.test(openingOf(discourse, here));
  if (!isTied) return null;
  const meant = describedPaper(discourse, before) ?? describedThing(discourse, before);
  return meant === null || meant.words.start > before.start ? null : { ...meant, isSure: true };
}

function openingOf({ text }: Discourse, { start }: Sentence): string {
  return text.slice(start, start + 1);
}

function describedPaper({ text }: Discourse, { start, end }: Sentence): ThingMeant | null {
  const found = PAPER.exec(text.slice(start, end));
  return found === null ? null : { named: null, words: { start, end: start + found[0].length } };
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

const DOCUMENT =
  'statement|letter|postcard|card|e-?mail|message|note|post|tweet|diary|poem|telegram|text|caption|log|logbook|journal';
const WRITTEN = new RegExp(
  `^(?:the|that|this|his|her|its|their) (?:\\p{L}+ )?(${DOCUMENT})$`,
  'iu',
);

const PAPER = new RegExp(
  `^(?:an?|the|one|another) (?:[\\p{L}-]+ ){0,2}?(?:${DOCUMENT}|leaflet|sign|poster|placard)(?= )`,
  'iu',
);

/**
 * `In a letter, Ode said …. “No,” the letter said.`, `Ode left a note. “Gone,” it said.`: who speaks or writes in it;
 * nobody if the story does not say.
 */
export function whoWrote(
  discourse: Discourse,
  source: Span,
  spoken: readonly Spoken[],
): Named | null {
  const words = discourse.text.slice(source.start, source.end);
  const here = sentenceAt(discourse, source.start);
  if (here === undefined) return null;
  const noun = /^it$/i.test(words)
    ? documentBefore(discourse, here.index)
    : WRITTEN.exec(words)?.[1]?.toLowerCase();
  if (noun === undefined) return null;
  const isIn = new RegExp(`\\bin (?:an?|his|her|its|their) (?:\\p{L}+ ){0,2}${noun}\\b`, 'iu');
  const last = spoken
    .slice(-LATEST)
    .findLast(
      ({ sentence, at }) =>
        here.index - sentence.index <= WITHIN &&
        isSameEntry(discourse, at, source.start) &&
        isIn.test(discourse.text.slice(sentence.start, sentence.end)),
    );
  return last?.named ?? writerOf(discourse, here.index, noun);
}

const LATEST = 30; // statements: more than six sentences hold
const WITHIN = 6; // sentences from a letter to what else it says

/** `left a note under a stone`: the document that the sentence before has as its object. */
function documentBefore({ text, sentences }: Discourse, index: number): string | undefined {
  const before = sentences[index - 1];
  if (before === undefined || before.paragraph !== sentences[index]?.paragraph) return undefined;
  return OBJECT.exec(text.slice(before.start, before.end))?.[2]?.toLowerCase();
}

const WRITES =
  'wr[io]te|written|writes|sends?|sent|leaves?|left|signs?|signed|issue[sd]?|release[sd]?|publishe?[sd]?|posts?|posted|pinned|dictated|kept|keeps';
const OBJECT = new RegExp(
  `\\b(${WRITES}) (?:\\S+ ){0,2}?(?:an?|his|her|its|their|the) (?:\\p{L}+ ){0,2}?(${DOCUMENT})\\b`,
  'iu',
);

/** `Ode left a note`, `sent her a letter`: the one subject of a sentence in which such a thing is written. */
function writerOf(discourse: Discourse, index: number, noun: string): Named | null {
  for (let back = 1; back <= WITHIN; back += 1) {
    const sentence = discourse.sentences[index - back];
    if (sentence === undefined) return null;
    const found = OBJECT.exec(discourse.text.slice(sentence.start, sentence.end));
    if (found?.[2]?.toLowerCase() !== noun) continue;
    const writes = sentence.start + found.index;
    const before = namedIn(discourse, sentence).filter(({ end }) => end <= writes);
    const people = new Set(before.map(({ named }) => named));
    const [first] = before;
    return first?.first === true && people.size === 1 ? first.named : null;
  }
  return null;
}
