import { isForename } from '../text/lexicon/forenames.ts';
import { isOccupation } from '../text/lexicon/occupations.ts';
import { endsLikePerson, isGroup, isKin, isPerson } from '../text/lexicon/person-nouns.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import { isShortTitle, isTitle } from '../text/lexicon/titles.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { roleOfGiven } from './name-given.ts';
import type { NameRun } from './name-runs.ts';
import { withoutLikeness } from './name-titles.ts';

const HONORIFIC = /^(?:sir|dame|lord|lady|justice|pope|king|queen|prince|princess)$/; // the name tells it
const LONGEST_ROLE = 30; // tokens: longer appositions are clauses

/** How the story describes a person at this place: `Alibaba's founder`, `a research fellow at …`; or null. */
export const findRole = asked((run) => findRoles(run, isPersonNoun)[0] ?? null);

/** All descriptions of a person at this place. */
export function findPersonRoles(run: NameRun): readonly Span[] {
  return findRoles(run, isPersonNoun);
}

/** How the story describes an organisation at this place: `the pilots' union`; or null. */
export const findGroupRole = asked((run) => findRoles(run, isGroupNoun)[0] ?? null);

/** Several rules ask about each run; it is read once. */
function asked(find: (run: NameRun) => Span | null): (run: NameRun) => Span | null {
  const known = new WeakMap<NameRun, { readonly role: Span | null }>();
  return (run) => {
    const read = known.get(run) ?? { role: find(run) };
    known.set(run, read);
    return read.role;
  };
}

type IsHead = (noun: Token) => boolean;

/** The descriptions beside a name, the most telling first: a title alone is the least. */
function findRoles(run: NameRun, isHead: IsHead): readonly Span[] {
  const before = roleBefore(run, isHead);
  const isTitleOnly = before !== null && before.start >= (run.title?.start ?? run.start);
  const given = roleOfGiven(run, (words) => isAbout(words, isHead));
  const others = [roleAfter(run, isHead), roleBeforeComma(run, isHead) ?? given];
  return (isTitleOnly ? [...others, before] : [others[0], before, others[1]]).filter(
    (role): role is Span => role != null,
  );
}

/** `Bai Ming, a research fellow at the Academy told …`: an apposition up to its comma or its verb. */
function roleAfter(run: NameRun, isHead: IsHead): Span | null {
  const { tokens } = run.sentence;
  let from = run.to + (isAge(tokens, run.to + 1) ? 3 : 1);
  if (/^(?:then|now)$/.test(tokens[from]?.lower ?? '') && tokens[from + 1]?.tag === 'DET')
    from += 1;
  const opening = tokens[from];
  if (!/^[,(—–]$/.test(tokens[run.to]?.text ?? '') || opening === undefined) return null;
  if (tokens[run.to]?.text === '(' && /^\p{Lu}/u.test(opening.text)) return null; // `(Labour)`
  // `In Lund, a porter gave`: another clause begins
  if (!opensRole(tokens, from, isHead) || isWhere(run)) return null;
  let to = from;
  while (to < tokens.length && to - from < LONGEST_ROLE && !endsRole(tokens, to, from)) to += 1;
  const words = tokens.slice(from, to);
  if (words.every(({ text }) => isShortTitle(text))) return null; // `for Works, Engr. Ann Ode`
  if (to >= tokens.length || to - from >= LONGEST_ROLE || !isAbout(words, isHead)) return null;
  // `In an interview with Lund Weekly, the director said`, `Ice, the captain went on, was`: and here
  const isClause = opening.lower === 'the' || isIntroduction(run);
  if (isClause && /^(?:VERB|AUX)$/.test(tokens[to]?.tag ?? '')) return null;
  // `a teacher who | was`: what is told there is cut off
  const whole = /^(?:who|which|that|whose)$/.test(words.at(-1)?.lower ?? '') ? -1 : words.length;
  return spanOf(words.slice(0, whole));
}

/** `In Lund, a porter left`, `At the inn across from City Hall, a woman left`: where somebody else is. */
function isWhere(run: NameRun): boolean {
  const { tokens } = run.sentence;
  const before = tokens[run.from - 1]?.lower ?? '';
  if (/^(?:in|near)$/.test(before)) return true;
  const isBeside = /^(?:at|from|outside|opposite|behind|beside)$/.test(before);
  return isBeside && isIntroduction(run) && !isForename(tokens[run.from]?.text ?? '');
}

/** Whether a name stands in what goes before a sentence's subject: `In an interview with Ode, …`. */
function isIntroduction({ sentence: { tokens }, from }: NameRun): boolean {
  const before = tokens.slice(0, from);
  const first = before.find(({ tag }) => tag !== 'PUNCT');
  return first?.tag === 'ADP' && !before.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
}

/** `Ann Ode, 58, a nurse` */
function isAge(tokens: readonly Token[], at: number): boolean {
  return /^\d\d?\d?$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === ',';
}

function opensRole(tokens: readonly Token[], at: number, isHead: IsHead): boolean {
  const token = tokens[at];
  if (token === undefined || token.tag === 'ADP' || /^who(?:se|m)?$/.test(token.lower))
    return false; // `Ode, with an assistant,`, `Ode, whose husband`
  if (/^(?:a|an|the|one|its|his|her|their|then|now|former|formerly)$/.test(token.lower))
    return true;
  // `Ann Ode, head of research,`: a bare noun; `Ann Ode, Acme's head,`
  const near = tokens.slice(at, at + 5);
  const stop = near.findIndex((word) => /^(?:VERB|AUX|PUNCT|CCONJ)$/.test(word.tag));
  return (stop < 0 ? near : near.slice(0, stop)).some(isHead);
}

// verbs whose form can't hang on a noun, as `held` and `known` can: `Ode, the captain | went on`
const FINITE =
  /^(?:went|came|gave|took|began|wrote|spoke|knew|saw|did|fell|rose|was|were|is|are|has|had|will|would|says?|tells?)$/;

function endsRole(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined || /^(?:[,;:()[—–.?!“"]|''|--)$/.test(token.text)) return true;
  if (at === from) return false;
  if (/^(?:who|whom|whose|which)$/.test(token.lower)) return true; // `a teacher | who was`
  // `a charity that has lent them money`: what it is known for
  if (tokens.slice(from, at).some(({ lower }) => lower === 'that')) return false;
  if (FINITE.test(token.lower)) return true;
  if (!/^(?:VERB|AUX)$/.test(token.tag)) return false;
  return (
    /^(?:said|told|added)$/.test(token.lower) ||
    (isSaying(token.lemma) && /ed$|^(?:wrote|writes)$/.test(token.lower))
  );
}

/** Whether a word says what an organisation is: `union`, `airline`. */
function isGroupNoun(token: Token): boolean {
  return token.tag === 'NOUN' && isGroup(token.lemma);
}

/** Whether a word says what a person is: `founder`, `spokeswoman`, `economist`. */
function isPersonNoun(token: Token): boolean {
  return (
    /^(?:NOUN|PROPN|ADJ)$/.test(token.tag) &&
    (isTitle(token.text) ||
      isPerson(token.lemma) ||
      (token.tag === 'ADJ' && isOccupation(token.lower)))
  );
}

/** The main noun of a description: the last before what hangs on it. */
export function mainNoun(words: readonly Token[]): Token | undefined {
  const stop = words.findIndex(
    (token, i) =>
      i > 0 &&
      ((/^(?:ADP|SCONJ|VERB|CCONJ)$/.test(token.tag) && !isTitleVerb(token)) ||
        /^(?:who|whose|which|that)$/.test(token.lower)),
  );
  const own = stop < 0 ? words : words.slice(0, stop);
  const last = own.at(-1); // `the retired postwoman`, taken for an adjective
  if (last?.tag === 'ADJ' && (endsLikePerson(last.lower) || isCalledSo(last.lower))) return last;
  return own.findLast((token) => /^(?:NOUN|PROPN)$/.test(token.tag));
}

const isCalledSo = (word: string): boolean => word === 'chief' || isOccupation(word);

/** `the | Managing | Director, Ann Ode` */
function isTitleVerb(token: Token | undefined): boolean {
  return token?.tag === 'VERB' && /^\p{Lu}/u.test(token.text);
}

function isAbout(words: readonly Token[], isHead: IsHead): boolean {
  const noun = mainNoun(words);
  return noun !== undefined && isHead(noun);
}

/** `Alibaba's founder Jack Ma`, `former US Secretary of State Henry Kissinger`: what stands in front. */
function roleBefore(run: NameRun, isHead: IsHead): Span | null {
  const { tokens } = run.sentence;
  const least = Math.max(0, run.from - LONGEST_ROLE);
  const own = run.from - run.titleWords.length;
  // `the captain of the ferry Maud`: what stands before `of` is no word for the ship;
  // `Leader of the Opposition in the council Ann Ode`: for her it is
  const isOfGroup =
    isForename(tokens[run.from]?.text ?? '') && isGroup(tokens[own - 1]?.lemma ?? '');
  let from = run.from;
  while (from > least && (describes(tokens, from - 1) || (isOfGroup && links(tokens, from - 1)))) {
    if (tokens[from - 1]?.lower === 'of' && from <= own && !isOfGroup) break;
    from -= 1;
    if (/^['’]s?$/.test(tokens[from]?.text ?? '')) {
      while (from > 0 && tokens[from - 1]?.tag === 'PROPN') from -= 1;
      break;
    }
  }
  const owner = tokens[from - 1]?.lower ?? '';
  if (isKin(tokens[run.from - 1]?.lower ?? '') && /^(?:his|her|their)$/.test(owner)) from -= 1;
  const words = tokens
    .slice(from, run.from)
    .filter((token) => !isShortTitle(token.text) && !HONORIFIC.test(token.lower));
  const owns = /^['’]s?$/.test(words.at(-1)?.text ?? ''); // `the widow's Pearl`: no description of it
  return !owns && isAbout(words, isHead) ? spanOf(withoutLikeness(words)) : null;
}

/** `in the`, between a description and the group that it is of. */
function links(tokens: readonly Token[], at: number): boolean {
  const isLink = /^(?:in|for|at)$/.test(tokens[at]?.lower ?? '');
  return (
    isLink || (tokens[at]?.lower === 'the' && /^(?:in|for|at)$/.test(tokens[at - 1]?.lower ?? ''))
  );
}

function describes(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (/^(?:NOUN|ADJ|PROPN)$/.test(token.tag) || /^['’]s?$/.test(token.text)) return true;
  // `night porter and union member Tom Ode`
  if (token.lower === 'and') return isPerson(tokens[at - 1]?.lemma ?? '');
  if (/^(?:former|then|acting|elect|of|-|general)$/.test(token.lower))
    return tokens[at + 1] !== undefined;
  return token.lower === 'the' && tokens[at - 1]?.lower === 'of';
}

/** `the council's leader, Ann Ode, said`: a description, a comma, the name. */
function roleBeforeComma(run: NameRun, isHead: IsHead): Span | null {
  const { tokens } = run.sentence;
  const comma = run.from - 1 - run.titleWords.length;
  if (tokens[comma]?.text !== ',' || !/^[,.(–—-]$/.test(tokens[run.to]?.text ?? '')) return null;
  let from = comma;
  const least = Math.max(0, comma - LONGEST_ROLE);
  while (from > least && continuesRole(tokens, from - 1)) from -= 1;
  // `questioned by the prosecutor, Ann Ode,`, `the head of the union, Ann Ode,`: the longest that fits
  for (let at = from; at < comma; at += 1) {
    if (
      !/^(?:the|its|their|his|her|your|my|our|a|an|one)$/.test(tokens[at]?.lower ?? '') &&
      !owns(tokens, at)
    )
      continue;
    const words = tokens.slice(at, comma);
    if (isAbout(words, isHead)) return spanOf(words);
  }
  return null;
}

function continuesRole(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  // `in his decision | the inspector, Ann Ode`
  const isClosed = /^(?:DET|PRON)$/.test(tokens[at + 1]?.tag ?? '');
  if (isClosed) return /^(?:of|for|at|in|on)$/.test(token?.lower ?? '');
  return (
    describes(tokens, at) ||
    isTitleVerb(token) ||
    /^(?:DET|PRON|NUM)$/.test(token?.tag ?? '') ||
    /^(?:of|for|at|in|on|-)$/.test(token?.lower ?? '')
  );
}

/** `Lund's mayor, Ann Ode,`: a name that owns the description. */
function owns(tokens: readonly Token[], at: number): boolean {
  let end = at;
  while (tokens[end]?.tag === 'PROPN') end += 1;
  return end > at && tokens[at - 1]?.tag !== 'PROPN' && /^['’]s?$/.test(tokens[end]?.text ?? '');
}

function spanOf(tokens: readonly Token[]): Span | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
