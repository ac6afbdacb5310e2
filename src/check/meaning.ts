import {
  CONDITION_PHRASES,
  CONDITIONS,
  CONTRAST_PHRASES,
  CONTRASTS,
  COUNT_WORDS,
  HEDGE_PHRASES,
  HEDGES,
  MODALS,
  NEGATIONS,
  OPINION_VERBS,
  QUANTIFIERS,
} from '../text/lexicon/meaning-words.ts';

/** The aspects of a sentence that a word can change, gravest first. */
export type Sense =
  | 'number'
  | 'negation'
  | 'name'
  | 'modal verb'
  | 'quantifier'
  | 'condition'
  | 'contrast'
  | 'hedge';

/** A change of meaning: `changes a number: one → two`. Words as in the story and the quotation. */
export interface MeaningChange {
  readonly sense: Sense;
  readonly story: readonly string[];
  readonly quote: readonly string[];
}

/** A word as written and as looked up, its key for equality, and whether its capital makes it a name. */
export interface SenseWord {
  readonly raw: string;
  readonly fold: string;
  readonly key: string;
  readonly name: boolean;
}

type Test = (word: SenseWord) => boolean;

const senses: readonly (readonly [Sense, Test])[] = [
  ['number', ({ fold, key }) => /\p{N}|[%‰$£€¥₹]/u.test(key) || COUNT_WORDS.has(fold)],
  ['negation', ({ fold }) => NEGATIONS.has(fold) || fold.endsWith("n't")],
  ['name', ({ name }) => name],
  ['modal verb', ({ fold }) => MODALS.has(fold.replace(/n't$/, '')) || /'(?:ll|d)$/.test(fold)],
  ['quantifier', ({ fold }) => QUANTIFIERS.has(fold)],
  ['condition', ({ fold }) => CONDITIONS.has(fold)],
  ['contrast', ({ fold }) => CONTRASTS.has(fold)],
  ['hedge', ({ fold }) => HEDGES.has(fold)],
];

/** The changes in meaning when words of a story became others in a quotation. */
export function findChanges(
  story: readonly SenseWord[],
  quote: readonly SenseWord[],
): readonly MeaningChange[] {
  return senses.flatMap(([sense, test]) => {
    const [was, is] = [sensed(story, test, quote), sensed(quote, test, story)];
    return keyOf(sense, was) === keyOf(sense, is)
      ? []
      : [{ sense, story: was.map(({ raw }) => raw), quote: is.map(({ raw }) => raw) }];
  });
}

/** The words of a sense; `I'd` is not `would` if the other text has `had`. */
function sensed(
  words: readonly SenseWord[],
  test: Test,
  others: readonly SenseWord[],
): readonly SenseWord[] {
  const isHad = (word: SenseWord): boolean =>
    word.fold.endsWith("'d") && others.some(({ fold }) => fold === 'had');
  return words.filter((word) => test(word) && !isHad(word));
}

/** What makes words equal in a sense: `one` and `1`, `not` and `n't`, `will` and `'ll`. */
function keyOf(sense: Sense, words: readonly SenseWord[]): string {
  const keys = words.map(({ fold, key }) => {
    switch (sense) {
      case 'number':
        return COUNT_WORDS.get(fold) ?? key;
      case 'negation':
        return fold.endsWith("n't") || fold === 'cannot' ? 'not' : fold;
      case 'modal verb':
        return modalOf(fold);
      default:
        return key;
    }
  });
  return keys.join(' ');
}

/** `won't` → `will`, `they'd` → `would`, `can't` → `can`. */
function modalOf(fold: string): string {
  const bare = fold.replace(/n't$/, '');
  if (bare === 'wo' || bare.endsWith("'ll")) return 'will';
  if (bare.endsWith("'d")) return 'would';
  return bare === 'ca' || bare === 'cannot' ? 'can' : bare;
}

/** The reason why words must not be left out of a sentence. */
export interface CutReason {
  readonly sense: 'condition' | 'negation' | 'contrast' | 'hedge';
  /** The word of the story that says so: `if`. */
  readonly word: string;
}

/**
 * What omitted words contain that the remaining words depend on: a condition, a negation, a contrast or a
 * hedge. `may` counts only in lower case: May is a month.
 */
export function findCutReasons(leftOut: readonly SenseWord[]): readonly CutReason[] {
  const folds = leftOut.map(({ fold }) => fold);
  const text = ` ${folds.join(' ')} `;
  const phrase = (list: readonly string[]): string | undefined =>
    list.find((one) => text.includes(` ${one} `));
  const word = (test: (fold: string, at: number) => boolean): string | undefined =>
    leftOut.find(({ fold }, at) => test(fold, at))?.raw;
  const isHedge = (fold: string, at: number): boolean =>
    HEDGES.has(fold) ||
    leftOut[at]?.raw === 'may' ||
    (OPINION_VERBS.has(fold) && folds.slice(Math.max(0, at - 2), at).some(isFirstPerson));
  const found: readonly (readonly [CutReason['sense'], string | undefined])[] = [
    ['condition', word((fold) => CONDITIONS.has(fold)) ?? phrase(CONDITION_PHRASES)],
    ['negation', word((fold) => isNegation(fold))],
    ['contrast', word((fold) => CONTRASTS.has(fold)) ?? phrase(CONTRAST_PHRASES)],
    ['hedge', word(isHedge) ?? phrase(HEDGE_PHRASES)],
  ];
  return found.flatMap(([sense, said]) => (said === undefined ? [] : [{ sense, word: said }]));
}

/** Verbs such as `refuse` turn a claim when they are swapped, but leaving them out cuts no negation. */
function isNegation(fold: string): boolean {
  return fold.endsWith("n't") || (NEGATIONS.has(fold) && !/^(?:refuse|den|fail)/.test(fold));
}

function isFirstPerson(fold: string): boolean {
  return fold === 'i' || fold === 'we';
}
