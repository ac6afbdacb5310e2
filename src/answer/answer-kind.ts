import { FOCUS_NOUNS } from '../text/lexicon/focus-nouns.ts';
import type { Token } from '../text/tokens.ts';
import { categoryOf } from './synonyms.ts';

/** The kind of words that would answer a question. */
export type AnswerKind =
  | 'person'
  | 'group'
  | 'place'
  | 'time'
  | 'duration'
  | 'count'
  | 'money'
  | 'percent'
  | 'age'
  | 'measure'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'yes-no'
  | 'saying'
  | 'action'
  | 'thing';

/** The asking word: `how many` and `how much` are distinct from `how`; `none` if there is none. */
export type QuestionWord =
  | 'who'
  | 'what'
  | 'which'
  | 'when'
  | 'where'
  | 'why'
  | 'how'
  | 'how-many'
  | 'how-much'
  | 'how-adjective'
  | 'yes-no'
  | 'none';

const BE = new Set(['be', 'is', 'are', 'was', 'were', "'s", "'re", 's']);
/** Verbs of saying, as lemmas: `what did she say`, `what do they believe`. */
const SAYING: ReadonlySet<string> = new Set(
  `say tell state claim announce explain warn argue believe think describe comment note add report
  call respond reply deny insist suggest accuse admit declare`.split(/\s+/u),
);
const MEASURES: Readonly<Record<string, AnswerKind>> = {
  old: 'age',
  young: 'age',
  long: 'duration',
  often: 'duration',
  soon: 'duration',
  late: 'time',
  early: 'time',
  recently: 'time',
  far: 'measure',
  tall: 'measure',
  high: 'measure',
  deep: 'measure',
  wide: 'measure',
  big: 'measure',
  large: 'measure',
  heavy: 'measure',
  fast: 'measure',
  hot: 'measure',
  cold: 'measure',
  close: 'measure',
  strong: 'measure',
};
const KIND_OF_NOUN: ReadonlyMap<string, AnswerKind> = new Map(
  Object.entries(FOCUS_NOUNS).flatMap(([kind, nouns]) =>
    nouns.map((noun) => [noun, kind as AnswerKind] as const),
  ),
);

// WordNet's categories of nouns, by their numbers in its files.
const KIND_OF_CATEGORY: Readonly<Record<number, AnswerKind>> = {
  14: 'group',
  15: 'place',
  18: 'person',
  28: 'time',
};

/** The kind of answer a noun asks for: `city` a place, `salary` money; null if it implies none. */
function kindOfNoun(noun: Token): AnswerKind | null {
  const listed = KIND_OF_NOUN.get(noun.lemma.toLowerCase()) ?? KIND_OF_NOUN.get(noun.lower);
  return listed ?? KIND_OF_CATEGORY[categoryOf(noun.stem)] ?? null;
}

/** What a question asks for, by its asking word, the noun after it and its verb. */
export function kindOfAnswer(
  asking: QuestionWord,
  focus: Token | null,
  verb: Token | null,
  tokens: readonly Token[],
): AnswerKind {
  const noun = focus === null ? null : kindOfNoun(focus);
  switch (asking) {
    case 'who':
      return isDefinition(tokens) ? 'definition' : 'person';
    case 'when':
      return 'time';
    case 'where':
      return 'place';
    case 'why':
      return 'reason';
    case 'how-many':
      return noun === 'time' && isLongTime(focus) ? 'duration' : 'count';
    case 'how-much':
      return focus === null || /^(?:mone?y|cash|dollar|pound|euro)s?$/u.test(focus.lower)
        ? 'money'
        : 'count';
    case 'how-adjective':
      return kindOfMeasure(tokens);
    case 'how':
      return 'manner';
    case 'yes-no':
      return 'yes-no';
    case 'what':
    case 'which':
      if (asksForNumber(tokens)) return 'count';
      if (isNamed(tokens, verb)) return 'definition';
      return noun ?? kindOfWhat(asking, verb, tokens);
    case 'none':
      return asksForNumber(tokens) ? 'count' : (noun ?? 'thing');
  }
}

/** `What was the number of victims?`, `Number of voters?`. */
function asksForNumber(tokens: readonly Token[]): boolean {
  return /^(?:what (?:is|are|was|were) )?(?:the )?(?:total )?number of\b/u.test(wordsOf(tokens));
}

function kindOfWhat(
  asking: QuestionWord,
  verb: Token | null,
  tokens: readonly Token[],
): AnswerKind {
  if (tokens.some((token, i) => token.lemma === 'do' && token.tag === 'VERB' && i > 1))
    return 'action';
  if (asking === 'what' && isReasonWhat(tokens)) return 'reason';
  if (verb !== null && SAYING.has(verb.lemma)) return 'saying';
  if (verb?.lemma === 'cost' || (asking === 'what' && COSTS.test(wordsOf(tokens)))) return 'money';
  return asking === 'what' && isDefinition(tokens) ? 'definition' : 'thing';
}

/** `What is listeria?`, `Who was Alfred Nobel?`: only a name or a noun phrase after the verb. */
function isDefinition(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token) => /^(?:who|what)$/u.test(token.lower));
  const rest = tokens.slice(at + 2).filter((token) => token.tag !== 'PUNCT');
  if (at < 0 || rest.length === 0 || rest.length > 6 || !BE.has(tokens[at + 1]?.lower ?? ''))
    return false;
  if (rest.some((token) => ['VERB', 'ADP', 'SCONJ', 'AUX'].includes(token.tag))) return false;
  if (tokens[at]?.lower === 'what') return rest.every((token) => token.lower !== 'the');
  return rest.every((token) => isNameLike(token)) || rest.length === 1;
}

/** `What is Harvest Day?`: the thing with that name, not a day. */
function isNamed(tokens: readonly Token[], verb: Token | null): boolean {
  const words = tokens.filter((token) => token.tag !== 'PUNCT');
  const rest = words.slice(words[2]?.lower === 'the' ? 3 : 2);
  return (
    verb === null &&
    words[0]?.lower === 'what' &&
    BE.has(words[1]?.lower ?? '') &&
    rest.length > 0 &&
    rest.every((token) => /^\p{Lu}/u.test(token.text))
  );
}

function isNameLike(token: Token): boolean {
  return token.tag === 'PROPN' || /^\p{Lu}/u.test(token.text);
}

const COSTS = /^what (?:will|would|did|does|do|could|might|should|has|have) .*\bcost\b/u;

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ lower }) => lower).join(' ');
}

/** `what caused …`, `what led to …`, `what made …`, `for what`. */
function isReasonWhat(tokens: readonly Token[]): boolean {
  return /^what (?:caused|led|made|prompted|triggered|sparked|forced)\b/u.test(wordsOf(tokens));
}

/** `how many years` asks how long; `how many days a week` may too. */
function isLongTime(focus: Token | null): boolean {
  return /^(?:year|month|week|day|hour|minute|decade|season)s?$/u.test(focus?.lower ?? '');
}

function kindOfMeasure(tokens: readonly Token[]): AnswerKind {
  const at = tokens.findIndex((token) => token.lower === 'how');
  return MEASURES[tokens[at + 1]?.lower ?? ''] ?? 'manner';
}
