import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import { isPerson as isPersonNoun } from '../text/lexicon/person-nouns.ts';
import { DAYS, MONTHS, TIME_UNITS } from '../text/lexicon/time-words.ts';
import { MEASURE_WORDS, MONEY_WORDS, NUMBER_WORDS } from '../text/lexicon/units.ts';
import { covers, overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Question } from './question.ts';
import { categoryOf } from './synonyms.ts';

/** What an amount measures; `bare` for a number with nothing behind it. */
type Measure =
  | 'money'
  | 'percent'
  | 'duration'
  | 'length'
  | 'area'
  | 'weight'
  | 'volume'
  | 'speed'
  | 'temperature'
  | 'date'
  | 'bare';

/** Whether words give an amount, or a time, that may be of the kind asked for. */
export function isOfKind(
  question: Question,
  story: Story,
  sentence: Sentence,
  words: Span,
): boolean {
  const tells = question.asking === 'when' ? tellsTime : isNumber;
  return (
    !isOtherKind(question, story, sentence, words) &&
    sentence.tokens.some((token) => overlaps(token, words) && tells(token))
  );
}

/**
 * Whether words give an amount of another kind than the question asks for: minutes where it asks how far, pounds
 * where it asks how tall, homes where it asks how many people; or a name for a colour, a person for a time or a place.
 * Only what no reading of the question allows.
 */
export function isOtherKind(
  question: Question,
  story: Story,
  { tokens }: Sentence,
  words: Span,
): boolean {
  const from = tokens.findIndex(({ end }) => end > words.start);
  const to = tokens.findLastIndex(({ start }) => start < words.end) + 1;
  const own = tokens.slice(Math.max(0, from), to);
  if (/^colou?r$/.test(question.focus?.lower ?? '')) return isNameFor(own);
  if (question.asking === 'when')
    return isPerson(story, own) && !own.some((token) => isNumber(token) || tellsTime(token));
  if (question.asking === 'where') return isPerson(story, own) && !own.some(isPlaced);
  const excluded = excludedBy(question, tokens[to]?.lower ?? '');
  if (excluded.length === 0) return false;
  const measures = measuresOf(own, tokens.slice(to, to + 3));
  const isBound = BOUND.test(tokens[from - 1]?.lower ?? ''); // `since 12 April` tells how long
  if (measures.length > 0)
    return measures.every((one) => excluded.includes(one) && !(isBound && one === 'date'));
  return question.asking === 'how-many' && countsOthers(question, own, tokens[to]);
}

const BOUND = /^(?:since|until|till|from|to|by|between|before|after)$/;
const COLOUR =
  /^(?:red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ea]y|silver|gold|golden|turquoise|beige|crimson|scarlet|maroon|navy|teal|cream|amber|bronze|khaki)\b/;

/** `Norway` for a colour. */
function isNameFor(own: readonly Token[]): boolean {
  return own.some(({ tag }) => tag === 'PROPN') && !own.some(({ lower }) => COLOUR.test(lower));
}

/** `the driver Ann Ode`: words that end with a person's name. */
function isPerson({ names }: Story, own: readonly Token[]): boolean {
  const last = own.at(-1);
  return names.some(
    ({ kind, mentions }) =>
      kind === 'person' && mentions.some((mention) => last !== undefined && covers(mention, last)),
  );
}

const OF_TIME =
  /^(?:today|tonight|yesterday|tomorrow|ago|after|afterwards|before|when|while|during|since|until|till|once|as|upon|last|next|later|earlier|following|ahead|then|now|noon|midday|midnight|morning|afternoon|evening|dawn|dusk|birthday|anniversary|first|new)$/;

/** A word that a time has, or figures; `one million` is none. */
function tellsTime({ lower }: Token): boolean {
  const isOne = [MONTHS, DAYS, TIME_UNITS].some((some) => some.has(lower));
  return isOne || /^\d/.test(lower) || OF_TIME.test(lower);
}

/** `with Ann Ode`, `at Ann Ode's`. */
function isPlaced({ tag, lower }: Token): boolean {
  return tag === 'ADP' || /^(?:['’]s?|next|home|here|there|where)$/.test(lower);
}

const BODILY: readonly Measure[] = ['weight', 'speed', 'temperature', 'volume'];
const ACROSS: readonly Measure[] = ['money', 'duration', 'percent', ...BODILY];

/** What the answer to `how …` can't be, by the word behind `how`. */
const NEVER: Readonly<Record<string, readonly Measure[]>> = {
  tall: ACROSS,
  wide: ACROSS,
  deep: ['money', 'duration', ...BODILY],
  far: ['duration', 'weight', 'volume', 'temperature'],
  heavy: ['duration', 'speed', 'temperature', 'date'],
  fast: ['money', 'weight', 'volume', 'temperature', 'area', 'date'],
  hot: ['money', 'duration', 'length', 'area', 'weight', 'volume', 'speed', 'percent', 'date'],
  cold: ['money', 'duration', 'length', 'area', 'weight', 'volume', 'speed', 'percent', 'date'],
  strong: ['money', 'duration', 'date'],
  big: ['duration', 'temperature', 'speed', 'date'],
  large: ['duration', 'temperature', 'speed', 'date'],
  long: ['money', 'percent', 'date', ...BODILY],
  old: ['money', 'percent', 'length', 'area', ...BODILY],
  often: ['money', 'length', 'area', ...BODILY],
};
const COUNTLESS: readonly Measure[] = ['money', 'duration', 'length', 'area', 'date', ...BODILY];
const UNPAID: readonly Measure[] = ['duration', 'length', 'area', 'speed', 'temperature', 'bare'];

/** Of something under way; to run a race in nine seconds is fast as well. */
const UNDER_WAY =
  /\b(?:go(?:ing|es)?|travel\p{L}*|driv(?:e|es|ing)|mov(?:e|es|ing)|fly(?:ing)?)\b/iu;
const AWAY = /^(?:away|by|on|walk|drive|flight|ride|journey)$/; // `two hours away`

/** What no answer to a question can measure; `behind` is the word that follows the answer. */
function excludedBy(
  { asking, at, tokens, focus, text }: Question,
  behind: string,
): readonly Measure[] {
  if (asking === 'how-adjective') {
    const word = tokens[at + 1]?.lower ?? '';
    const never = NEVER[word] ?? [];
    if (word === 'far' && AWAY.test(behind)) return [];
    return word === 'fast' && UNDER_WAY.test(text) ? [...never, 'duration'] : never;
  }
  if (asking === 'how-many') return isUnit(focus?.lower ?? '') ? [] : COUNTLESS;
  if (asking !== 'how-much' || focus !== null) return [];
  const costs = tokens.some(({ lemma }) => /^(?:cost|pay|charge|fine|earn)$/.test(lemma));
  const isPriced = /^(?:are|were)$/.test(tokens[at + 2]?.lower ?? ''); // `how much are the tickets`
  return costs || isPriced ? UNPAID : [];
}

function isUnit(noun: string): boolean {
  return [TIME_UNITS, MEASURE_WORDS, MONEY_WORDS].some((some) => some.has(noun));
}

const UNITS: readonly (readonly [RegExp, readonly Measure[]])[] = [
  [/^\p{L}{0,3}[$£€¥₹]$/u, ['money']],
  [/^(?:%|percent|pct)$/, ['percent']],
  [
    /^(?:miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|centimet(?:er|re)s?|cm|mm|foot|feet|inch(?:es)?|yards?)$/,
    ['length'],
  ],
  [/^(?:acres?|hectares?|square|sq)$/, ['area']],
  [/^(?:kg|kilos?|kilograms?|grams?|tons?|tonnes?|lbs?|ounces?|stone)$/, ['weight']],
  [/^(?:lit(?:er|re)s?|gallons?|barrels?|ml)$/, ['volume']],
  [/^(?:mph|kph|knots?)$/, ['speed']],
  [/^(?:degrees?|[°º]?[cf])$/, ['temperature']],
  [/^pounds?$/, ['money', 'weight']],
];

/** What an amount measures, by its own words or, where they have no unit, by those behind them; empty for no amount. */
function measuresOf(own: readonly Token[], behind: readonly Token[]): readonly Measure[] {
  if (isDate(own)) return ['date'];
  if (!own.some(isNumber)) return [];
  const inside = own.flatMap(unitsOf);
  const isOpen = inside.length === 0 && /^[\p{L}%°º-]/u.test(behind[0]?.text ?? '.');
  const beside = behind.slice(0, behind[0]?.text === '-' ? 2 : 1);
  const measures = isOpen ? beside.flatMap(unitsOf) : inside;
  const rest = isOpen ? behind.slice(beside.length) : [...own, ...behind];
  const isRate = /\b(?:an|per|a) (?:second|minute|hour)\b/.test(
    rest.map(({ lower }) => lower).join(' '),
  );
  if (measures.length > 0) return isRate ? [...measures, 'speed'] : measures;
  return own.length === 1 && !isOpen ? ['bare'] : [];
}

function isNumber({ text, lower }: Token): boolean {
  return /^\d/.test(text) || NUMBER_WORDS.has(lower);
}

function unitsOf({ lower }: Token): readonly Measure[] {
  const listed = UNITS.find(([pattern]) => pattern.test(lower))?.[1];
  if (listed !== undefined) return listed;
  if (TIME_UNITS.has(lower)) return ['duration'];
  return MONEY_WORDS.has(lower) ? ['money'] : [];
}

/** `12 April`, `on Monday`. */
function isDate(own: readonly Token[]): boolean {
  const words = own.filter(({ lower }) => !/^(?:on|the|of|,)$/.test(lower));
  const isNamed = words.some(({ lower }) => MONTHS.has(lower) || DAYS.has(lower));
  return (
    isNamed && words.every(({ lower }) => MONTHS.has(lower) || DAYS.has(lower) || /^\d/.test(lower))
  );
}

// WordNet's categories of nouns for what is no person: animals, things made, places, plants
const NO_PERSON: ReadonlySet<number> = new Set([5, 6, 15, 20]);
const FOR_ONE = /^(?:seat|place|bed|ticket|room)s?$/; // so many seats, so many people

/** Homes where people are asked for. */
function countsOthers(
  { focus }: Question,
  own: readonly Token[],
  next: Token | undefined,
): boolean {
  const noun = own.findLast(({ tag }) => tag === 'NOUN') ?? next;
  if (focus === null || !isOfPeople(focus) || noun?.tag !== 'NOUN') return false;
  return !isOfPeople(noun) && !FOR_ONE.test(noun.lower) && NO_PERSON.has(categoryOf(noun.stem));
}

function isOfPeople({ lower, lemma }: Token): boolean {
  return /^(?:people|men|women|children)$/.test(lower) || isPersonNoun(lemma);
}
