import { DAYS, TIME_UNITS } from '../text/lexicon/time-words.ts';
import { MEASURE_WORDS, MONEY_WORDS, PERCENT_WORDS } from '../text/lexicon/units.ts';
import type { Token } from '../text/tokens.ts';
import type { AnswerKind } from './kind.ts';
import type { Question } from './question.ts';
import type { Scene } from './scene.ts';
import type { Stretch } from './spans.ts';
import { findWanted } from './wanted.ts';

const EXACT_KINDS: ReadonlySet<AnswerKind> = new Set(['time', 'money', 'percent', 'age']);
const TIME_KINDS: ReadonlySet<AnswerKind> = new Set(['time', 'duration', 'age']);
const CLAUSE_ENDS = /^[.,;:!?"“”)]$/u;
const PLACE = 3; // as a scene numbers the kinds of names
const LIST_REACH = 12; // tokens from one part of a list to its `and`

/**
 * A phrase with the borders that were asked for. It is cut to what was asked: `yesterday in New York` to
 * `yesterday` when there is just one time in it, `failed because the wall was old` to `because the wall
 * was old`; a piece that goes on beyond it is left out, and a time at its end that nobody asked for. It
 * is grown by what it would say something else without: the rest of a list, the unit of a number, `at
 * least` before it, the country of a town.
 */
export function settleBorders(scene: Scene, stretch: Stretch): Stretch {
  const { kind } = scene.question;
  const { tokens } = scene;
  if (kind === 'reason') return findBecause(tokens) ?? cutToCause(tokens, stretch);
  const cut = EXACT_KINDS.has(kind)
    ? cutToKind(scene, stretch)
    : TIME_KINDS.has(kind)
      ? stretch
      : dropTime(
          scene,
          dropAsked(
            scene,
            finishNoun(tokens, dropPiece(tokens, finishList(tokens, growList(scene, stretch)))),
          ),
        );
  const linked =
    kind === 'place' ? settlePlace(scene, dropLink(tokens, cut)) : dropLink(tokens, cut);
  return addRegion(scene, finishName(scene, addQualifier(scene, addUnit(tokens, linked))));
}

const BESIDE = /^(?:near|beside|behind|opposite|outside|beneath|under|between|off)$/u;
const IN = /^(?:in|at|on|inside|near|beside|behind|outside)$/u;

/** `near | the door`, which is not at it; `the poet Ann Ode | in a mill in Leeds` for "where". */
function settlePlace({ question, tokens, view }: Scene, { from, to }: Stretch): Stretch {
  if (question.asking !== 'where') return { from, to };
  if (BESIDE.test(tokens[from - 1]?.lower ?? '')) return { from: from - 1, to };
  const at = tokens.findIndex(({ lower }, i) => i > from && i < to - 1 && IN.test(lower));
  const places = findWanted(question, view).filter(({ fit }) => fit >= 0.5);
  const isBefore = places.some((one) => one.from >= from && one.to <= at);
  return at < 0 || isBefore ? { from, to } : { from: at, to };
}

/** `Corley | Falls`: a name is given whole. */
function finishName({ tokens, view }: Scene, { from, to }: Stretch): Stretch {
  const last = tokens[to - 1];
  if (last === undefined) return { from, to };
  const ends = [...view.named].flatMap((i) =>
    (view.story.names[i]?.named.mentions ?? []).flatMap(({ start, end }) =>
      start < last.end && last.start < end ? [end] : [],
    ),
  );
  const end = Math.max(last.end, ...ends);
  const beyond = tokens.findLastIndex((token) => token.end <= end);
  return { from, to: Math.max(to, beyond + 1) };
}

/** `the council | , which` */
function dropLink(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  let end = to;
  while (end > from + 1 && /^(?:,|which|who|whose|whom)$/u.test(tokens[end - 1]?.lower ?? ''))
    end -= 1;
  return { from, to: end };
}

function cutToKind({ question, view }: Scene, { from, to }: Stretch): Stretch {
  const held = findWanted(question, view).filter(
    (fact) => fact.fit >= 1 && fact.from >= from && fact.to <= to,
  );
  const [only] = held;
  return only === undefined || held.length > 1 ? { from, to } : { from: only.from, to: only.to };
}

/** From the sentence's only `because` to the end of its clause; null where there is none. */
function findBecause(tokens: readonly Token[]): Stretch | null {
  const places = tokens.flatMap(({ lower }, i) => (lower === 'because' ? [i] : []));
  const [from] = places;
  if (from === undefined || places.length > 1) return null;
  const end = tokens.findIndex(({ text }, i) => i > from && CLAUSE_ENDS.test(text));
  const to = end < 0 ? tokens.length : end;
  return to - from > 2 ? { from, to } : null;
}

/** `wept in the hall | when the letter came`: what comes before the word for a cause is no cause. */
function cutToCause(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  const cause = tokens.findIndex(({ lower }, i) => i > from && i < to - 1 && CAUSES.test(lower));
  return cause < 0 ? { from, to } : { from: cause, to };
}

const CAUSES = /^(?:after|when|since|due|owing|amid|following)$/u;

/** `a dozen local | clubs`: an adjective at the end is given its noun. */
function finishNoun(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  let end = to;
  if (tokens[to - 1]?.tag === 'ADJ') while (tokens[end]?.tag === 'NOUN') end += 1;
  return { from, to: end };
}

/** `tea | , salt and rope` for "which goods": where several are asked for, all of a list. */
function growList({ question, tokens }: Scene, stretch: Stretch): Stretch {
  if (!asksForSeveral(question)) return stretch;
  let { from, to } = stretch;
  while (isListed(tokens, from - 1)) {
    while (isMark(tokens[from - 1])) from -= 1;
    while (isNominal(tokens[from - 1])) from -= 1;
  }
  while (isListed(tokens, to)) {
    while (isMark(tokens[to])) to += 1;
    while (isNominal(tokens[to])) to += 1;
  }
  return tokens.slice(from, to).some(isAnd) ? { from, to } : stretch;
}

/** `which countries`, `what are the issues`. */
function asksForSeveral({ focus, tokens, at }: Question): boolean {
  if (focus !== null) return focus.tag === 'NOUN' && focus.lemma !== focus.lower;
  return /^(?:are|were)$/u.test(tokens[at + 1]?.lower ?? '');
}

/** Whether a comma or an `and` between two nouns stands at a place. */
function isListed(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at])) return false;
  let [before, after] = [at - 1, at + 1];
  while (isMark(tokens[before])) before -= 1;
  while (isMark(tokens[after])) after += 1;
  return isNominal(tokens[before]) && isNominal(tokens[after]);
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && /^(?:DET|NUM|ADJ|NOUN|PROPN)$/u.test(token.tag);
}

/** `boats, nets | and ropes`: a list is given whole, or not at all. */
function finishList(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  const inside = tokens.slice(from, to);
  if (!inside.some(({ text }) => text === ',') || inside.some(isAnd)) return { from, to };
  let at = to;
  while (at < to + LIST_REACH && isListPart(tokens[at]) && !isAnd(tokens[at])) at += 1;
  if (!isAnd(tokens[at])) return { from, to };
  let end = at + 1;
  while (isListPart(tokens[end]) && tokens[end]?.text !== ',' && !isAnd(tokens[end])) end += 1;
  return end > at + 1 ? { from, to: end } : { from, to };
}

function isMark(token: Token | undefined): boolean {
  return token?.text === ',' || isAnd(token);
}

function isAnd(token: Token | undefined): boolean {
  return token !== undefined && /^(?:and|or|&)$/u.test(token.lower);
}

function isListPart(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.text === ',' || token.tag === 'CCONJ' || isNominal(token);
}

/** `a loss of $8 million | , Swiss auditors said`: what follows the last comma is another phrase's. */
function dropPiece(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  const comma = tokens.findLastIndex(({ text }, i) => i > from && i < to - 1 && text === ',');
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (comma < 0 || last === undefined || next === undefined || isAnd(tokens[comma + 1]))
    return { from, to };
  const goesOn = /^(?:NOUN|PROPN|PART)$/u.test(next.tag) || next.lower === 'of';
  return goesOn && next.start <= last.end + 1 ? { from, to: comma } : { from, to };
}

/** `Bexley Mayor | Ann Thorne` for "Who is the mayor of Bexley?": the question knows as much. */
function dropAsked({ question, roles, tokens }: Scene, { from, to }: Stretch): Stretch {
  if (question.kind !== 'person') return { from, to };
  let start = from;
  while (start < to - 1 && (roles[start] ?? 0) > 0) start += 1;
  return tokens[start]?.tag === 'PROPN' ? { from: start, to } : { from, to };
}

/** `2.5 million | euros`, `11 | weeks`. */
function addUnit(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (last?.tag !== 'NUM' || next === undefined || next.start > last.end + 1) return { from, to };
  return isUnit(next.lower) ? { from, to: to + 1 } : { from, to };
}

function isUnit(word: string): boolean {
  return [MONEY_WORDS, MEASURE_WORDS, TIME_UNITS, PERCENT_WORDS].some((units) => units.has(word));
}

const QUALIFIERS =
  /(?:^| )(at least|at most|about|around|nearly|almost|roughly|approximately|some|over|under|up to|between|(?:more|less|fewer) than|as (?:many|much|few|little) as)(?: an?)?$/u;
const LONGEST_QUALIFIER = 4;

/** `at least | two hours`, `under | $900`: a number without it would not be what the story says. */
function addQualifier({ tokens, view }: Scene, { from, to }: Stretch): Stretch {
  const isAmount = view.facts.some(
    (fact) => fact.from === from && fact.kind !== 'name' && fact.kind !== 'time',
  );
  if (!isAmount) return { from, to };
  const before = tokens
    .slice(Math.max(0, from - LONGEST_QUALIFIER), from)
    .map(({ lower }) => lower)
    .join(' ');
  const words = QUALIFIERS.exec(before)?.[0].trim().split(' ').length ?? 0;
  return { from: from - words, to };
}

/** `Oslo | , Norway`: the larger place that a place is named with. */
function addRegion({ tokens, view, grain, question }: Scene, { from, to }: Stretch): Stretch {
  const isPlace = question.kind === 'place' || grain.named[to - 1] === PLACE;
  if (!isPlace || tokens[to - 1]?.tag !== 'PROPN' || tokens[to]?.text !== ',') return { from, to };
  const region = view.facts.find((fact) => fact.kind === 'name' && fact.from === to + 1);
  if (region === undefined || region.to - region.from > 3) return { from, to };
  const after = tokens[region.to];
  const ends = after === undefined || /^(?:PUNCT|ADP|AUX|VERB)$/u.test(after.tag);
  const isListed = after?.text === ',' && isAnd(tokens[region.to + 1]);
  return ends && !isListed && after?.tag !== 'PART' ? { from, to: region.to } : { from, to };
}

/** `Tomas Weir | Sunday`, `the bridge | on Friday`: a time that nobody asked for. */
function dropTime({ tokens, view }: Scene, { from, to }: Stretch): Stretch {
  if (DAYS.has(tokens[to - 1]?.lower ?? '') && tokens[to - 2]?.tag === 'PROPN' && to - 1 > from)
    return { from, to: to - 1 };
  const time = view.facts.find((fact) => fact.kind === 'time' && fact.to === to);
  if (time === undefined) return { from, to };
  const isHung = tokens[time.from - 1]?.tag === 'ADP' || tokens[time.from]?.tag === 'ADP';
  const start = tokens[time.from - 1]?.tag === 'ADP' ? time.from - 1 : time.from;
  return isHung && start > from + 1 ? { from, to: start } : { from, to };
}
