import type { Story } from '../story/story.ts';
import { LOCATIVES, NO_PLACES, PLACE_NOUNS } from '../text/lexicon/place-words.ts';
import { isNationality, isPlace } from '../text/lexicon/places.ts';
import { isTitle } from '../text/lexicon/titles.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { type Candidate, type Passage, passageFeatures } from './five-w-candidates.ts';
import { findTimeSpans } from './times.ts';

/** Times without a day: `afterwards`, `every Sunday`, `overtime`. */
const VAGUE =
  /^(?:afterwards?|last time|every\b.*|each\b.*|(?:the )?(?:overtime|regulation|stoppage time|injury time|extra time|added time|(?:half|full)[ -]time)|the (?:night|evening|morning|afternoon|year|month|week|day|quarter|season))$/i;

/** When it may have happened: the time expressions of the passages. */
export function whenCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  const { text } = story.article;
  const all = passages.flatMap((passage) =>
    findTimeSpans(text, passage)
      .filter(({ start, end }) => !VAGUE.test(text.slice(start, end)))
      .map((phrase) => ({ passage, phrase })),
  );
  const seen = new Map<string, number>();
  const key = (span: Span): string => text.slice(span.start, span.end).toLowerCase();
  for (const { phrase } of all) seen.set(key(phrase), (seen.get(key(phrase)) ?? 0) + 1);
  return all.map(({ passage, phrase }, i) => {
    const words = key(phrase);
    const before = text.slice(Math.max(0, phrase.start - 12), phrase.start).toLowerCase();
    return {
      passage,
      phrase,
      features: {
        ...passageFeatures(passage),
        weekday: /(?:sun|mon|tues|wednes|thurs|fri|satur)day/.test(words) ? 1 : 0,
        part: /morning|afternoon|evening|night/.test(words) ? 1 : 0,
        date:
          /\d/.test(words) &&
          /[a-z]{3}/.test(words) &&
          /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/.test(words)
            ? 1
            : 0,
        today:
          /today|yesterday|tonight|tomorrow|this (?:morning|afternoon|evening)|last night/.test(
            words,
          )
            ? 1
            : 0,
        clock: /[ap]\.?m\b|:\d\d|noon|midnight|o['’]clock/.test(words) ? 1 : 0,
        year:
          /^\D{0,12}\d{4}$/.test(words) && !/[a-z]{3}/.test(words.replace(/^in |^the /, ''))
            ? 1
            : 0,
        length: /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b/.test(words)
          ? 1
          : 0,
        counted: /before|after|ago|earlier|later/.test(words) ? 1 : 0,
        period: /(?:last|next|this|past|same|that) (?:week|month|year|weekend|season)/.test(words)
          ? 1
          : 0,
        on: /\bon (?:the )?$/.test(before) ? 1 : 0,
        vague: /until|since|by |every|each|next/.test(`${before.slice(-7)}${words}`) ? 1 : 0,
        firstOf: i === 0 ? 1 : 0,
        often: Math.min(3, (seen.get(words) ?? 1) - 1) / 3,
      },
    };
  });
}

interface Located {
  readonly from: number;
  readonly to: number;
  readonly preposition: string | null;
}

/** Where it may have happened: names after `in`, `at`, `outside`, known places, generic places. */
export function whereCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  const { text } = story.article;
  const people = new Set(
    story.names
      .filter((one) => one.kind === 'person')
      .flatMap((one) => one.aliases.flatMap((alias) => alias.split(' '))),
  );
  const bodies = new Set(
    story.names.filter((one) => one.kind === 'organisation').flatMap((one) => [...one.aliases]),
  );
  const places = new Set(
    story.names.filter((one) => one.kind === 'place').flatMap((one) => [...one.aliases]),
  );
  const all = passages.flatMap((passage) =>
    findPlaces(passage.tokens, (word) => people.has(word.replace(/['’]s$/, ''))).map((place) => ({
      passage,
      ...place,
    })),
  );
  const counts = new Map<string, number>();
  const phraseOf = (passage: Passage, from: number, to: number): Span => ({
    start: passage.tokens[from]?.start ?? passage.start,
    end: passage.tokens[to - 1]?.end ?? passage.end,
  });
  const keyOf = (span: Span): string => text.slice(span.start, span.end).toLowerCase();
  const found = all.map((one) => ({ ...one, phrase: phraseOf(one.passage, one.from, one.to) }));
  for (const { phrase } of found) counts.set(keyOf(phrase), (counts.get(keyOf(phrase)) ?? 0) + 1);
  const [first] = passages;
  const title = first?.headline ? text.slice(first.start, first.end).toLowerCase() : '';
  const inLede = found.find(({ passage }) => !passage.headline)?.phrase;
  return found.map(({ passage, phrase, preposition, from, to }) => {
    const tokens = passage.tokens.slice(from, to);
    const words = text.slice(phrase.start, phrase.end);
    return {
      passage,
      phrase,
      features: {
        ...passageFeatures(passage),
        at: preposition === 'at' ? 1 : 0,
        in: preposition === 'in' ? 1 : 0,
        outside: /^(?:outside|inside|near|around)$/.test(preposition ?? '') ? 1 : 0,
        toward: /^(?:to|from|into|toward|by|through|across)$/.test(preposition ?? '') ? 1 : 0,
        bare: preposition === null ? 1 : 0,
        known: isPlace(words) || places.has(words) ? 1 : 0,
        headlineKnown: passage.headline && preposition !== null && preposition !== 'to' ? 1 : 0,
        kind: tokens.some((token) => PLACE_NOUNS.has(token.lower)) ? 1 : 0,
        small: tokens.every((token) => /^\p{Ll}/u.test(token.text)) ? 1 : 0,
        event: /(?:prix|cup|games|olympics|championship|election|convention|festival)$/i.test(words)
          ? 1
          : 0,
        body: bodies.has(words) ? 1 : 0,
        nation: /^(?:US|U\.S\.|USA|United States|America|UK|U\.K\.|Britain)$/.test(words) ? 1 : 0,
        adjective: isNationality(tokens[0]?.text ?? '') && to - from === 1 ? 1 : 0,
        dateline: from === 0 && words === words.toUpperCase() ? 1 : 0,
        wide: /,| in | of /.test(words) ? 1 : 0,
        titled: title.includes(words.toLowerCase()) ? 1 : 0,
        firstOf: phrase === inLede ? 1 : 0,
        often: Math.min(4, (counts.get(words.toLowerCase()) ?? 1) - 1) / 4,
      },
    };
  });
}

/** Stretches of capitalised words after a locative, known places anywhere, and generic places. */
function findPlaces(
  tokens: readonly Token[],
  isPerson: (word: string) => boolean,
): readonly Located[] {
  const found: Located[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const before = locativeBefore(tokens, at);
    const to = nameEnd(tokens, at);
    const words = tokens
      .slice(at, to)
      .map((token) => token.text)
      .join(' ');
    if (to > at) {
      const first = tokens[at]?.lower ?? '';
      const parts = tokens.slice(at, to);
      const fits =
        !NO_PLACES.has(first) &&
        !isTitle(first) &&
        (isPlace(words) || !parts.some((part) => isPerson(part.text)) || isSite(parts));
      const known =
        isPlace(words) ||
        (to - at > 1 && PLACE_NOUNS.has(tokens[to - 1]?.lower ?? '')) ||
        isDateline(tokens, at, to);
      if (fits && (before !== null || known)) {
        found.push({ from: at, to: extendPlace(tokens, to), preposition: before });
      }
      at = to - 1;
    } else if (before !== null && PLACE_NOUNS.has(tokens[at]?.lower ?? '')) {
      found.push({ from: at, to: extendPlace(tokens, at + 1), preposition: before });
    }
  }
  return found;
}

/** `Trump Tower`: contains a person's name, but its last word makes it a place. */
function isSite(tokens: readonly Token[]): boolean {
  return tokens.length > 1 && PLACE_NOUNS.has(tokens.at(-1)?.lower ?? '');
}

/** `in Brazil`, `at the White House`, `in an abandoned well`: the locative, at most three words before. */
function locativeBefore(tokens: readonly Token[], at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    const token = tokens[i];
    if (token === undefined) return null;
    if (LOCATIVES.has(token.lower)) return token.lower;
    if (!/^(?:DET|ADJ|NOUN|PRON|NUM)$/.test(token.tag) && token.text !== '-') return null;
  }
  return null;
}

function nameEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  for (;;) {
    const token = tokens[to];
    if (
      token !== undefined &&
      /^\p{Lu}/u.test(token.text) &&
      /^(?:PROPN|NOUN|ADJ)$/.test(token.tag)
    )
      to += 1;
    else if (to > from && token?.lower === 'of' && /^\p{Lu}/u.test(tokens[to + 1]?.text ?? ''))
      to += 2;
    else return to;
  }
}

/** `Baoding, Hebei province`, `Trump Tower in New York`, `the village of Zhongmengchang in Lixian`. */
function extendPlace(tokens: readonly Token[], from: number): number {
  let to = from;
  for (;;) {
    if (PLACE_NOUNS.has(tokens[to]?.lower ?? '')) to += 1;
    const joint = tokens[to]?.lower ?? '';
    if (!/^(?:,|in|of)$/.test(joint)) return to;
    const next = nameEnd(tokens, to + 1);
    const words = tokens
      .slice(to + 1, next)
      .map((token) => token.text)
      .join(' ');
    const isMore =
      isPlace(words) ||
      PLACE_NOUNS.has(tokens[next - 1]?.lower ?? '') ||
      PLACE_NOUNS.has(tokens[next]?.lower ?? '');
    if (next === to + 1 || !isMore || NO_PLACES.has(tokens[to + 1]?.lower ?? '')) return to;
    to = next;
  }
}

/** `WASHINGTON —`, `SAO PAULO (AP)`: at the start of a sentence. */
function isDateline(tokens: readonly Token[], from: number, to: number): boolean {
  const capitals = tokens.slice(from, to).every((token) => token.text === token.text.toUpperCase());
  return from === 0 && capitals && /^[—–(,-]/.test(tokens[to]?.text ?? '');
}
