import { LABELS, STREETS, VAGUE_ONES } from '../text/lexicon/figure-words.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import { DAYS, MONTHS } from '../text/lexicon/time-words.ts';
import type { Token } from '../text/tokens.ts';
import { type Amount, isYear } from './amounts.ts';

/** Whether a number is not a figure: a year, a date, a time of day, a label, a vague `one`. */
export function isNoFigure(tokens: readonly Token[], amount: Amount): boolean {
  if (amount.kind === 'money' || amount.kind === 'percent') return false;
  return isNeverFigure(tokens, amount) || vague.some((rule) => rule(tokens, amount));
}

/** The same, but for numbers without a noun, which may count something all the same: `and one vented`. */
export function isNeverFigure(tokens: readonly Token[], amount: Amount): boolean {
  return notFigures.some((rule) => rule(tokens, amount));
}

type Rule = (tokens: readonly Token[], amount: Amount) => boolean;

const lower = (tokens: readonly Token[], at: number): string =>
  (tokens[at]?.lower ?? '').replace(/\.$/, '');

const notFigures: readonly Rule[] = [
  // `in 1874`, `the 2016 election`; but `about 1500 people`
  (tokens, { from, to, value }) =>
    to === from + 1 &&
    isYear(value) &&
    /^\d{4}$/.test(lower(tokens, from)) &&
    !isCounted(tokens, from, to),
  // `2007-2009`
  (tokens, { from }) => /^(?:1[4-9]|20)\d\d[-–]\d{2,4}$/.test(lower(tokens, from)),
  // `1 October`, `March 3`, `Oct. 28`, `3rd of May`, `Tuesday 4`
  (tokens, { from, to, value }) => value <= 31 && isDate(tokens, from, to),
  // `8 a.m.`, `9pm`, `ten past six`, `six o'clock`, `at 8`
  (tokens, { from, to }) => isTime(tokens, from, to),
  // `No. 4`, `Highway 12`, `berth 14`, `Formula One`
  (tokens, { from, to }) => isLabel(tokens, from, to),
  // `ranked 143`, `finished top 10`
  (tokens, { from, to }) =>
    /^(?:ranked|seeded|top)$/.test(lower(tokens, from - 1)) &&
    !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[to]?.tag ?? ''),
  // `the 27A bus`, `the new 5.1 version`
  (tokens, { from, to }) =>
    to === from + 1 &&
    (/^(?:version|release|edition|update)$/.test(lower(tokens, to)) ||
      (/^[ABD-EG-JL-UX-Z]$/.test(tokens[to]?.text ?? '') &&
        tokens[to]?.start === tokens[from]?.end)),
  // `the Four Vales choir`
  (tokens, { from, to }) =>
    from > 0 &&
    /^\p{Lu}\p{Ll}/u.test(tokens[from]?.text ?? '') &&
    tokens[to]?.tag === 'PROPN' &&
    !/[.!?:“"]$/.test(tokens[from - 1]?.text ?? ''),
  // `the par-five 18th`, `a par 72 course`; but `a six-under-par 66`
  (tokens, { from }) => {
    const at = tokens[from - 1]?.text === '-' ? from - 2 : from - 1;
    return lower(tokens, at) === 'par' && tokens[at - 1]?.text !== '-';
  },
  // `4 Mill Road`, `12b St. Ann’s Square`
  (tokens, { from, to }) => to === from + 1 && isAddress(tokens, to),
  // `this one`, `no one`, `one day`, `one can imagine`, `one wave after another`, `one of them`, `one of 19`
  (tokens, { from, to, value }) =>
    value === 1 &&
    (isNobody(tokens, from) ||
      /^(?:day|another|can|may|might|must)$/.test(lower(tokens, to)) ||
      (lower(tokens, to + 1) === 'after' && lower(tokens, to + 2) === 'another') ||
      (lower(tokens, to) === 'of' && tokens[to + 1]?.tag === 'NUM') ||
      (lower(tokens, to) === 'of' && /^(?:them|these|those|us)$/.test(lower(tokens, to + 1)))),
  // `one of the boats`, `one of her trains`, `one of Ode’s drivers`; `one reporter asked`, `One asked`
  (tokens, { from, to, value }) =>
    value === 1 && to === from + 1 && (isOneAmong(tokens, to) || isOneWhoSays(tokens, to)),
  // `the only one possible`
  (tokens, { from, value }) =>
    value === 1 && lower(tokens, from - 1) === 'only' && lower(tokens, from - 2) === 'the',
  // `one of the best`, `one of the most …`
  (tokens, { to, value }) =>
    value === 1 &&
    lower(tokens, to) === 'of' &&
    /^(?:most|least|few|many|main|\p{L}{2,}est|best|worst)$/u.test(lower(tokens, to + 2)),
  // `the two shared`, `those three`
  (tokens, { from, to, value }) => value < 10 && isPronoun(tokens, from, to),
  // `the women’s eight won`: a crew; not `the agency’s 24-member board`, `to the visitors’ 21`
  (tokens, { from, to }) =>
    /(?:['’]s|s['’])$/.test(lower(tokens, from - 1)) &&
    /^\p{L}/u.test(lower(tokens, from)) &&
    tokens[to]?.text !== '-' &&
    !/s$/.test(lower(tokens, to)) &&
    !/^(?:ADJ|ADV)$/.test(tokens[to]?.tag ?? ''),
  // `fly-half`, `Rice is number two`
  (tokens, { from, kind }) => kind === 'fraction' && tokens[from - 1]?.text === '-',
  (tokens, { from, to }) =>
    to === from + 1 &&
    lower(tokens, from - 1) === 'number' &&
    /^\p{L}+$/u.test(lower(tokens, from)),
  // `the first quarter`, `a third party`, `second half`
  (tokens, { from, kind }) => kind === 'fraction' && isQuarterOfYear(tokens, from),
  // `a score of 3-2` stays out: it is no count
  (tokens, { from, to }) =>
    /^\d{1,2}[-–]\d{1,2}$/.test(lower(tokens, from)) && tokens[to]?.tag !== 'NOUN',
  // `(555) 010-0199`, `020-7946-0018`
  (tokens, { from, to }) =>
    PHONE.test(lower(tokens, from)) ||
    (lower(tokens, to) === ')' && /^\d{3,}(?:-\d+)*$/.test(lower(tokens, to + 1))),
  // `9/11`, `’76`, `24/7`
  (tokens, { from, to }) =>
    /^(?:\/|['’])$/.test(lower(tokens, to)) || /^(?:\/|['’‘])$/.test(lower(tokens, from - 1)),
];

function isOneAmong(tokens: readonly Token[], to: number): boolean {
  if (lower(tokens, to) !== 'of') return false;
  const isOwn = tokens.slice(to + 1, to + 4).some(({ text }) => /^['’]s?$|['’]s$/.test(text));
  return isOwn || /^(?:the|his|her|its|their|our|my|your)$/.test(lower(tokens, to + 1));
}

function isOneWhoSays(tokens: readonly Token[], to: number): boolean {
  const at = tokens[to]?.tag === 'ADJ' ? to + 1 : to;
  const noun = tokens[at];
  const verb = noun?.tag === 'NOUN' && isPerson(noun.lemma) ? tokens[at + 1] : tokens[to];
  return verb?.tag === 'VERB' && isSaying(verb.lemma);
}

const PHONE = /^(?:0\d{1,4}-\d{3,}(?:-\d+)*|\d{2,5}-\d{3,4}-\d{3,4})$/; // not `300-400`, a range

/** What is no figure unless the words around it tell otherwise. */
const vague: readonly Rule[] = [
  // `one of the best`, `one would`
  (tokens, { from, to, value }) => value === 1 && isVagueOne(tokens, from, to),
];

/** `about 1500 people`, `more than 2000`: a number of four digits that is not a year. */
function isCounted(tokens: readonly Token[], from: number, to: number): boolean {
  const before = lower(tokens, from - 1);
  if (/^(?:about|around|over|nearly|almost|some|than|roughly|approximately)$/.test(before)) {
    const next = tokens[to];
    return next?.tag === 'NOUN' && next.lower.endsWith('s');
  }
  return /^(?:people|miles|metres|meters|feet|tonnes|tons|km|kg|kilometres|kilometers|workers|jobs|troops)$/.test(
    lower(tokens, to),
  );
}

function isDate(tokens: readonly Token[], from: number, to: number): boolean {
  const before = lower(tokens, from - 1);
  const after = lower(tokens, to);
  const afterOf = after === 'of' ? lower(tokens, to + 1) : after;
  if (isMonth(tokens[from - 1], before)) return !/^(?:%|per|percent|people)$/.test(after);
  if (isMonth(tokens[after === 'of' ? to + 1 : to], afterOf)) return true;
  return DAYS.has(before) && before.length > 3 && !/^(?:NOUN|ADJ)$/.test(tokens[to]?.tag ?? '');
}

/** `May` and `March` are months only with a capital. */
function isMonth(token: Token | undefined, bare: string): boolean {
  return MONTHS.has(bare) && /^\p{Lu}/u.test(token?.text ?? '');
}

function isTime(tokens: readonly Token[], from: number, to: number): boolean {
  const after = lower(tokens, to);
  const before = lower(tokens, from - 1);
  if (/^(?:[ap]\.?m|o['’]clock|gmt|bst|est|edt|et|hrs|noon|midnight)$/.test(after)) return true;
  if (
    /^(?:past|to)$/.test(before) &&
    /^(?:quarter|half|five|ten|twenty)$/.test(lower(tokens, from - 2))
  )
    return true;
  if (after === 'past' && /^\p{L}+$/u.test(lower(tokens, to + 1))) return true;
  if (/^o['’]$/.test(after) || (after === 'o' && /^['’]?clock/.test(lower(tokens, to + 1))))
    return true;
  const bare = to === from + 1 && /^\d{1,2}$/.test(lower(tokens, from));
  const next = tokens[to];
  return (
    bare &&
    /^(?:at|by|from|until)$/.test(before) &&
    /^(?:tomorrow|tonight|today|on|local)$/.test(next?.lower ?? '')
  );
}

function isLabel(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1];
  const next = tokens[to];
  if (before === undefined || to > from + 1) return false;
  if (before.lower === '#') return true;
  const label = before.lower.replace(/\.$/, '');
  const counted = /^(?:NOUN|ADJ)$/.test(next?.tag ?? '') || next?.text === '-';
  if (LABELS.has(label) && before.tag !== 'VERB')
    return !counted || /^n(?:o|os|umber)$/.test(label);
  const number = tokens[from];
  if (/^\p{Lu}/u.test(number?.text ?? '') && before.tag === 'PROPN') return true; // Formula One
  const named = /^\p{Lu}/u.test(before.text) && before.tag === 'PROPN' && from > 1;
  return (
    named &&
    !counted &&
    /^\d+(?:\.\d+)?$/.test(number?.text ?? '') &&
    !/^[A-Z]{2,}$/.test(next?.text ?? '')
  );
}

/** Up to four names after a number, ending with a kind of street. */
function isAddress(tokens: readonly Token[], to: number): boolean {
  const names = tokens.slice(to, to + 4);
  const open = names.findIndex(
    ({ text }) => !/^(?:\p{Lu}|['’.]|of$|the$|\d{1,3}(?:st|nd|rd|th)$)/u.test(text),
  );
  return (open < 0 ? names : names.slice(0, open)).some(
    ({ lower }, i) => i > 0 && STREETS.has(lower),
  );
}

const MEASURED = /^(?:NOUN|ADJ|NUM)$/;

function isNobody(tokens: readonly Token[], from: number): boolean {
  return /^(?:no|this|that|which|any|each|every|another|good|big|other)$/.test(
    lower(tokens, from - 1),
  );
}

function isVagueOne(tokens: readonly Token[], from: number, to: number): boolean {
  if (to > from + 1) return false;
  if (/^(?:the|only|last|first)$/.test(lower(tokens, from - 1))) return true;
  const next = tokens[to]?.text === '-' ? tokens[to + 1] : tokens[to];
  return !MEASURED.test(next?.tag ?? '') || VAGUE_ONES.has(next?.lower ?? '');
}

function isPronoun(tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^(?:the|these|those|all|other)$/.test(lower(tokens, from - 1)) || to > from + 1)
    return false;
  if (lower(tokens, from - 1) === 'other') return false;
  return !/^(?:NOUN|ADJ|PROPN)$/.test(tokens[to]?.tag ?? '') && lower(tokens, to) !== '-';
}

function isQuarterOfYear(tokens: readonly Token[], from: number): boolean {
  return /^(?:first|second|third|fourth|last|this|next|previous|final|other|better|opening)$/.test(
    lower(tokens, from - 1),
  );
}
