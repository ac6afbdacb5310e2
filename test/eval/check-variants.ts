import { findSpeech } from '../../src/check/speaking.ts';
import { readSpoken, type Utterance } from '../../src/check/utterances.ts';
import type { HeardStory } from '../../src/story/story.ts';

/** What was done to a quotation, so that the right verdict is known. */
export type Change =
  | 'exact'
  | 'typographic'
  | 'house style'
  | 'clause'
  | 'ellipsis'
  | 'number'
  | 'ten times'
  | 'negation'
  | 'name'
  | 'modal'
  | 'quantifier'
  | 'two words'
  | 'other speaker'
  | 'stranger'
  | 'spliced'
  | 'other story';

/** A quotation made from a story, with the verdicts that are right. */
export interface Variant {
  readonly change: Change;
  readonly story: string;
  readonly quote: string;
  readonly person: string | null;
  readonly verdicts: readonly string[];
}

interface Said {
  readonly story: HeardStory;
  readonly utterance: Utterance;
  /** The words as a reader copies them: the pieces joined, without `she said`. */
  readonly quote: string;
  readonly speaker: string | null;
}

const FEWEST_WORDS = 6;
const MOST_WORDS = 120;

/** The quotations of a story that are long enough to be told from chance. */
function readSaid(story: HeardStory): readonly Said[] {
  const { text } = story.article;
  return readSpoken(story).utterances.flatMap((utterance) => {
    const { words, pieces, label } = utterance;
    if (label !== null || words.length < FEWEST_WORDS || words.length > MOST_WORDS) return [];
    const quote = pieces
      .map(({ start, end }) => text.slice(start, end).trim())
      .reduce((before, after) => joinPieces(before, after));
    const statement = findSpeech(story, utterance, words, null);
    if (statement === null) return [];
    return [{ story, utterance, quote, speaker: statement.speaker.name }];
  });
}

/** `…,” she said. “We …` is copied with a full stop, `…,” she said, “and …` as it stands. */
function joinPieces(before: string, after: string): string {
  const anew = /^\p{Lu}/u.test(after) && !/^I\b/.test(after);
  return `${anew ? before.replace(/,$/, '.') : before} ${after}`;
}

/** Every variant of every direct quotation of some stories; `draw` gives numbers from 0 to 1. */
export function makeVariants(
  stories: readonly HeardStory[],
  draw: () => number,
): readonly Variant[] {
  const all = stories.map((story) => ({ story, said: readSaid(story) }));
  return all.flatMap(({ story, said }, i) => {
    const others = all[(i + 1) % all.length]?.said ?? [];
    const speakers = [...new Set(said.flatMap(({ speaker }) => speaker ?? []))];
    return [
      ...said.flatMap((one) => changeSaid(one, speakers, draw)),
      ...splice(said, draw),
      ...others.map((one) => variant(story, 'other story', one.quote, null, ['absent'])),
    ];
  });
}

function variant(
  story: HeardStory,
  change: Change,
  quote: string,
  person: string | null,
  verdicts: readonly string[],
): Variant {
  return { change, story: story.article.id, quote, person, verdicts };
}

function changeSaid(
  one: Said,
  speakers: readonly string[],
  draw: () => number,
): readonly Variant[] {
  const { story, quote, speaker } = one;
  const asked = draw() < 0.5 ? speaker : null;
  const other = pick(
    speakers.filter((name) => name !== speaker && surname(name) !== surname(speaker ?? '')),
    draw,
  );
  const changed: readonly (readonly [Change, string | null, readonly string[]])[] = [
    ['exact', quote, ['exact']],
    ['typographic', typeset(quote), ['exact']],
    ['house style', restyle(quote), ['exact']],
    ['ellipsis', leaveOut(quote, draw), ['exact-marked']],
    ['number', changeNumber(quote), ['altered']],
    ['ten times', tenTimes(quote), ['altered']],
    ['negation', changeNegation(quote), ['altered']],
    ['name', changeName(story, quote), ['altered']],
    ['modal', swapWord(quote, MODALS), ['altered']],
    ['quantifier', changeQuantifier(quote), ['altered']],
    ['two words', swapTwo(quote, draw), ['altered']],
  ];
  return [
    ...changed.flatMap(([change, words, verdicts]) =>
      words === null || (words === quote && change !== 'exact')
        ? []
        : [variant(story, change, words, asked, verdicts)],
    ),
    ...cutClause(one).map(([words, verdict]) => variant(story, 'clause', words, asked, [verdict])),
    ...(speaker === null
      ? []
      : [variant(story, 'stranger', quote, 'Zoltan Zanderbrook', ['other-speaker'])]),
    ...(other === null || speaker === null
      ? []
      : [variant(story, 'other speaker', quote, other, ['other-speaker'])]),
  ];
}

function surname(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

function pick<T>(items: readonly T[], draw: () => number): T | null {
  return items[Math.floor(draw() * items.length)] ?? null;
}

/** What typing, pasting and typesetting do to words without changing them. */
function typeset(quote: string): string {
  const swapped = quote
    .replace(/[“”"]/gu, (mark) => (mark === '"' ? '”' : '"'))
    .replace(/[‘’']/gu, (mark) => (mark === "'" ? '’' : "'"))
    .replace(/—|–| - /gu, (mark) => (mark === '—' ? ' – ' : ' — '))
    .replace(/ /u, '\u00a0')
    .replace(/ (?=\S+$)/u, '  ')
    .replace(/[.,!?]+$/u, '');
  const first = swapped.charAt(0);
  return /^(?:I\b|\p{Lu}{2})/u.test(swapped) ? swapped : first.toLowerCase() + swapped.slice(1);
}

const HOUSE_STYLES: readonly (readonly [RegExp, string])[] = [
  [/(?<=[A-Za-z]n)['’](?=t\b)/gu, ''],
  [/(?<=\d)%/gu, ' per cent'],
  [/(?<=\d) (?:per cent|percent)\b/gu, '%'],
  [/£(\d+(?:\.\d+)?)\b(?! (?:m|b|tr)illion)/gu, '$1 pounds'],
  [/(?<=\w{3})is(?=(?:ed|ing|ation)\b)/gu, 'iz'],
  [/(?<=\b(?:col|fav|hon|lab|neighb|harb|hum|rum))our/gu, 'or'],
  [/\btwo\b/gu, '2'],
  [/\bthree\b/gu, '3'],
  [/\btwenty\b/gu, '20'],
  [/(?<=\p{Ll})-(?=\p{Ll})/gu, ' '],
];

/** The words as another paper prints them; null where it prints all of them so. */
function restyle(quote: string): string | null {
  const styled = HOUSE_STYLES.reduce((words, [form, other]) => words.replace(form, other), quote);
  return styled === quote ? null : styled;
}

const CUT_WORDS =
  /\b(?:if|unless|provided|otherwise|not|never|no|none|nobody|nothing|neither|nor|cannot|but|although|though|however|except|despite|whereas|probably|possibly|perhaps|maybe|might|likely|apparently)\b|n['’]t\b|\bI (?:think|believe|guess|suppose)\b/iu;

/** Each half of a sentence that a comma parts, with the verdict by the table's rule. */
function cutClause({ story, utterance, quote }: Said): readonly (readonly [string, string])[] {
  const [, next] = utterance.pieces;
  // `…,” she said. “I …`: copied, it does not show where the sentence ends
  if (next && /^I\b/.test(story.article.text.slice(next.start, next.end))) return [];
  if (/[.!?…]\s/.test(quote) || /["“”‘«]/.test(quote)) return [];
  const comma = /,\s/g;
  const places = [...quote.matchAll(comma)].map((found) => found.index);
  const place = places[Math.floor(places.length / 2)];
  if (place === undefined) return [];
  const [before, after] = [quote.slice(0, place), quote.slice(place + 2)];
  const halves: readonly (readonly [string, string])[] = [
    [before, after],
    [after, before],
  ];
  return halves
    .filter(([kept]) => kept.split(/\s+/).length >= 4)
    .map(([kept, left]) => [kept, CUT_WORDS.test(left) ? 'cut' : 'exact'] as const);
}

/** Two or three words in the middle give way to […]. */
function leaveOut(quote: string, draw: () => number): string | null {
  const words = quote.split(/\s+/);
  if (words.length < 9) return null;
  const at = 3 + Math.floor(draw() * (words.length - 8));
  return [...words.slice(0, at), '[…]', ...words.slice(at + 2 + Math.round(draw()))].join(' ');
}

const NUMBERS: Readonly<Record<string, string>> = {
  one: 'two',
  two: 'three',
  three: 'five',
  four: 'seven',
  five: 'six',
  six: 'nine',
  seven: 'four',
  eight: 'ten',
  ten: 'twelve',
  hundred: 'thousand',
  thousand: 'million',
  million: 'billion',
  billion: 'million',
};

function changeNumber(quote: string): string | null {
  const digits = quote.replace(/\d(?=\D*$)/u, (digit) => String((Number(digit) + 3) % 10));
  if (digits !== quote) return digits;
  return swapWord(quote, NUMBERS);
}

const TEN_TIMES: Readonly<Record<string, string>> = {
  one: 'ten',
  two: 'twenty',
  three: 'thirty',
  four: '40',
  five: '50',
  six: 'sixty',
  seven: '70',
  eight: 'eighty',
  nine: '90',
  ten: '100',
};

/** `2` for 20, `twenty` for two: near in letters, far in meaning. */
function tenTimes(quote: string): string | null {
  const digits = quote.replace(/\b\d+\b(?![.,]\d)/u, (number) => `${number}0`);
  return digits === quote ? swapWord(quote, TEN_TIMES) : digits;
}

const MODALS: Readonly<Record<string, string>> = {
  will: 'may',
  would: 'will',
  can: 'must',
  could: 'can',
  may: 'must',
  might: 'will',
  must: 'might',
  should: 'could',
};

function changeNegation(quote: string): string | null {
  const without = quote.replace(
    /\b(is|was|are|were|do|does|did|have|has|would|could|should|ca(?=n))n['’]t\b/u,
    (_, verb: string) => (verb === 'ca' ? 'can' : verb),
  );
  if (without !== quote) return without;
  const dropped = quote.replace(/\b(?:not|never) /u, '');
  if (dropped !== quote) return dropped;
  return quote.replace(/\b(is|was|are|were|will|would|can|could|should|has|have) /u, '$1 not ');
}

function changeName(story: HeardStory, quote: string): string | null {
  const names = story.names.filter(({ kind }) => kind === 'person' || kind === 'place');
  const found = names.find(({ aliases }) => aliases.some((one) => hasName(quote, one)));
  const alias = found?.aliases.find((one) => hasName(quote, one));
  return alias === undefined ? null : quote.replace(alias, 'Zanderbrook');
}

function hasName(quote: string, name: string): boolean {
  return (
    name.length > 2 && new RegExp(`(?<=[a-z,] )${literal(name)}(?![\\p{L}\\p{N}])`, 'u').test(quote)
  );
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const QUANTIFIERS: Readonly<Record<string, string>> = {
  all: 'some',
  most: 'all',
  some: 'all',
  many: 'most',
  few: 'many',
  every: 'any',
  each: 'no',
  always: 'often',
  everybody: 'somebody',
  everyone: 'someone',
};

function changeQuantifier(quote: string): string | null {
  return swapWord(quote, QUANTIFIERS);
}

function swapWord(quote: string, swaps: Readonly<Record<string, string>>): string | null {
  const found = [...quote.matchAll(/(?<![\p{L}\p{N}-])\p{Ll}+(?![\p{L}\p{N}’'-])/gu)].find(
    ([word]) => swaps[word] !== undefined,
  );
  if (found === undefined) return null;
  const [word] = found;
  return quote.slice(0, found.index) + swaps[word] + quote.slice(found.index + word.length);
}

const STRANGERS = ['lantern', 'quarry', 'violet', 'harvest', 'marble', 'orchard'];

/** Two content words that are no neighbours give way to others. */
function swapTwo(quote: string, draw: () => number): string | null {
  const words = quote.split(' ');
  const long = words.flatMap((word, i) => (/^\p{Ll}{4,}$/u.test(word) ? [i] : []));
  const first = long[0];
  const second = long.findLast((i) => first !== undefined && i > first + 1);
  if (first === undefined || second === undefined || words.length < 8) return null;
  const at = Math.floor(draw() * STRANGERS.length);
  words[first] = STRANGERS[at] ?? '';
  words[second] = STRANGERS[(at + 1) % STRANGERS.length] ?? '';
  return words.join(' ');
}

/** The first half of one quotation and the second of another, which does not follow it. */
function splice(said: readonly Said[], draw: () => number): readonly Variant[] {
  return said.flatMap((one, i) => {
    const two = said[(i + 2) % said.length];
    if (two === undefined || two === one || two.quote === one.quote || said.length < 3) return [];
    const [head, tail] = [one.quote.split(/\s+/), two.quote.split(/\s+/)];
    const quote = [
      ...head.slice(0, Math.max(4, Math.ceil(head.length / 2))),
      ...tail.slice(Math.min(Math.floor(tail.length / 2), tail.length - 4)),
    ].join(' ');
    const asked = draw() < 0.5 ? one.speaker : null;
    return [variant(one.story, 'spliced', quote, asked, ['spliced'])];
  });
}
