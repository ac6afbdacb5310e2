import { isSaying } from '../../text/lexicon/saying.ts';
import { among, indexAt, overlaps, type Span, startingAt, within } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { ofSentence, SHAPE } from '../tagging/word.ts';

/** `…; according to his secretary, he was away`: what a source introduces follows it. */
export function turnAround(unit: Unit, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  const { words } = unit;
  if (source === null || cue === null || content.some((piece) => piece.end > cue.start))
    return attribution;
  const at = indexAt(words, cue);
  if (words[at]?.token.lower !== 'according') return attribution;
  const comma = startingAt(words, source.end);
  const sentence = words[at]?.sentence;
  const opens = words[at - 1]?.token.text === ';' || words[at - 1]?.sentence !== sentence;
  if (!opens || words[comma]?.shape !== SHAPE.comma) return attribution;
  const rest = words.slice(comma + 1).filter((word) => word.sentence === sentence);
  const stop = rest.findIndex((word) => word.token.text === ';');
  const span = spanOf(withoutStop(stop < 0 ? rest : rest.slice(0, stop)));
  return span === null ? attribution : { ...attribution, content: [span], kind: 'indirect' };
}

const WITHOUT_ADDRESSEE = /^(?:say|claim|argue|believe|think|hope|expect|suggest|insist|add)$/;

/** `said a third | offer was expected`: content begins right after a verb without an addressee. */
export function wholeClause(unit: Unit, attribution: Attribution): Attribution {
  const { cue, source, content, kind } = attribution;
  const [first, ...rest] = content;
  if (cue === null || first === undefined || kind === 'direct') return attribution;
  if (source === null || source.end > cue.start || first.start < cue.end) return attribution;
  const to = startingAt(unit.words, first.start);
  const before = unit.words.slice(startingAt(unit.words, cue.start), to);
  const verb = before.findIndex(({ token }) => WITHOUT_ADDRESSEE.test(token.lemma));
  const subject = before.slice(verb + 1);
  const isSubject = subject.every(({ token }) => /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(token.tag));
  const opening = unit.words[to];
  const isOwn = opening?.link === 0 && opening.token.tag !== 'SCONJ'; // not `said Friday | that …`
  if (verb < 0 || subject.length === 0 || !isSubject || !isOwn) return attribution;
  const start = subject[0]?.start ?? first.start;
  const end = before[verb]?.end ?? cue.end;
  return {
    ...attribution,
    cue: { start: cue.start, end },
    content: [{ start, end: first.end }, ...rest],
  };
}

/**
 * `The minister was quoted by the Post as saying …`: the person quoted speaks, known through the one who quotes. Returns
 * the outer and the inner statement; null if nobody is quoted this way.
 */
export function readQuotedBy(
  unit: Unit,
  attribution: Attribution,
): { readonly outer: Attribution; readonly inner: Attribution } | null {
  const { source, content } = attribution;
  const [first] = content;
  if (source === null || first === undefined) return null;
  const { words } = unit;
  const from = indexAt(words, source);
  const as = startingAt(words, source.end);
  const by = words[from - 1]?.token.lower === 'the' ? from - 2 : from - 1;
  const [quoted, saying] = [words[by - 1], words[as + 1]];
  if (quoted?.token.lower !== 'quoted' || words[by]?.token.lower !== 'by') return null;
  if (words[as]?.token.lower !== 'as' || !isSaying(saying?.token.lemma ?? '')) return null;
  const sentence = ofSentence(words, quoted.sentence);
  const aux = sentence.findIndex((word) => word.token.tag === 'AUX' && word.end <= quoted.start);
  const subject = spanOf(withoutStop(sentence.slice(0, aux)));
  if (saying === undefined || aux < 1 || aux > LONGEST_SUBJECT || subject === null) return null;
  const end = content.at(-1)?.end ?? first.end;
  const outer: Attribution = {
    ...attribution,
    cue: { start: quoted.start, end: quoted.end },
    content: [{ start: subject.start, end }],
    kind: 'indirect',
  };
  return { outer, inner: { ...attribution, source: subject, cue: spanOf([saying]), outer } };
}

/** `“…,” the paper quoted Ode as saying`: she speaks, known through the paper. */
export function quotedSpeaker(unit: Unit, attribution: Attribution): Attribution {
  const { cue } = attribution;
  if (cue === null) return attribution;
  const words = among(unit.words, cue);
  const quoted = words.findIndex(({ token }) => /^quot(?:ed|es)$/.test(token.lower));
  const as = words.findIndex(({ token }, i) => i > quoted && token.lower === 'as');
  const source = spanOf(words.slice(quoted + 1, Math.max(0, as)));
  const saying = spanOf(words.slice(as + 1));
  if (quoted < 0 || as < 0 || source === null || saying === null) return attribution;
  return { ...attribution, source, cue: saying, outer: attribution };
}

const LONGEST_SUBJECT = 16; // words before `was quoted`: anything longer is another clause

/** Recognisable mistakes of the tagger about the source or the cue. */
export function mendSayer(unit: Unit, attribution: Attribution): Attribution {
  const mended = withOwnCue(unit, wholeSource(unit, beforeDeed(unit, attribution)));
  return nearerSubject(unit, behindParticiple(unit, withoutSaid(unit, mended)));
}

const RUMOURED =
  /^(?:alleged|believed|known|learn(?:t|ed)|reported|reputed|rumou?red|said|thought|understood)$/;

/** `The brothers | are said | to have called nine times`: they do not say it; nobody is named who does. */
function withoutSaid(unit: Unit, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  if (source === null || cue === null || source.start > cue.start) return attribution;
  const last = content[0]?.start ?? 0;
  let verb = startingAt(unit.words, cue.start);
  while ((unit.words[verb]?.start ?? last) < last && !isRumoured(unit.words[verb])) verb += 1;
  if (!isRumoured(unit.words[verb])) return attribution;
  const isPassive = unit.words
    .slice(Math.max(0, verb - 3), Math.max(0, verb))
    .some(({ token }) => /^(?:is|are|was|were)$/.test(token.lower));
  const [to, be] = unit.words.slice(verb + 1, verb + 3).map(({ token }) => token.lower);
  const own = unit.words[verb];
  if (own === undefined || own.start > last || !isPassive) return attribution;
  if (to !== 'to' || !/^(?:have|be)$/.test(be ?? '')) return attribution;
  const told = unit.words[verb + 3];
  const says = told !== undefined && isSaying(told.token.lemma) && overlaps(told, cue);
  return says ? attribution : { ...attribution, source: null };
}

function isRumoured(word: Word | undefined): boolean {
  return RUMOURED.test(word?.token.lower ?? '');
}

/** `Cross-examined by Ms Lund, | the witness, Ann Ode |, accepted`: what was done to a source is not part of it. */
function behindParticiple(unit: Unit, attribution: Attribution): Attribution {
  const { source } = attribution;
  if (source === null) return attribution;
  const own = among(unit.words, source);
  const [first] = own;
  const comma = own.findIndex(({ shape }) => shape === SHAPE.comma);
  const rest = spanOf(own.slice(comma + 1));
  const isDone = first?.token.tag === 'VERB' && /(?:ed|en)$/.test(first.token.lower);
  return isDone && comma > 1 && rest !== null ? { ...attribution, source: rest } : attribution;
}

/** `When I retired he made a speech and | said`: the pronoun nearest to the verb is its subject. */
function nearerSubject(unit: Unit, attribution: Attribution): Attribution {
  const { source, cue } = attribution;
  if (source === null || cue === null || source.end > cue.start) return attribution;
  const between = within(unit.words, { start: source.end, end: cue.start });
  if (!/^(?:and|but|then)$/.test(between.at(-1)?.token.lower ?? '')) return attribution;
  if (between.some(({ quotation }) => quotation !== between[0]?.quotation)) return attribution;
  const nearer = between.findLastIndex(
    ({ token }, i) => /^(?:he|she|they)$/.test(token.lower) && between[i + 1]?.verbal === true,
  );
  const own = spanOf(between.slice(Math.max(0, nearer), nearer + 1));
  return nearer < 0 || own === null ? attribution : { ...attribution, source: own };
}

/** `Thousands | marched through the town | to demand …`: what a source did in order to say it is not part of it. */
function beforeDeed(unit: Unit, attribution: Attribution): Attribution {
  const { source, cue } = attribution;
  const to = cue === null ? undefined : unit.words[indexAt(unit.words, cue)];
  if (source === null || to?.token.lower !== 'to' || source.end > to.start) return attribution;
  const own = among(unit.words, source);
  const verb = own.findIndex(({ token }) => token.tag === 'VERB' && /ed$/.test(token.lower));
  const before = spanOf(own.slice(0, Math.max(0, verb)));
  return before === null ? attribution : { ...attribution, source: before };
}

/** `…, according to | research that may help`: what the tagger took for the cue is the source. */
function wholeSource(unit: Unit, attribution: Attribution): Attribution {
  const { cue } = attribution;
  if (cue === null) return attribution;
  const own = among(unit.words, cue);
  const [according, to, ...more] = own;
  if (according?.token.lower !== 'according' || to === undefined || more.length === 0)
    return attribution;
  const sentence = ofSentence(unit.words, according.sentence);
  const said = spanOf(withoutStop(sentence.filter((word) => word.end <= according.start)));
  const rest = sentence.filter((word) => word.start >= to.end);
  const comma = rest.findIndex(({ shape }) => shape === SHAPE.comma);
  const source = spanOf(withoutStop(comma < 0 ? rest : rest.slice(0, comma)));
  if (said === null || source === null) return attribution;
  const content = [said];
  return { ...attribution, source, cue: { start: cue.start, end: to.end }, content };
}

/** `Ann Ode disagreed, | testifying | that …`: the saying word right before what is said is its cue. */
function withOwnCue(unit: Unit, attribution: Attribution): Attribution {
  const { cue, content } = attribution;
  const [first] = content;
  if (cue === null || first === undefined || first.start < cue.end) return attribution;
  const at = startingAt(unit.words, first.start);
  const [comma, verb] = [unit.words[at - 2], unit.words[at - 1]];
  if (
    at === unit.words.length ||
    verb === undefined ||
    verb.start < cue.end ||
    comma?.shape !== SHAPE.comma
  )
    return attribution;
  if (!isSaying(verb.token.lemma) || !/ing$/.test(verb.token.lower)) return attribution;
  return { ...attribution, cue: { start: verb.start, end: verb.end }, speech: true };
}

/** Words without a final comma or full stop. */
export function withoutStop(words: readonly Word[]): readonly Word[] {
  const last = words.findLastIndex(
    (word) => word.shape !== SHAPE.comma && word.shape !== SHAPE.stop,
  );
  return words.slice(0, last + 1);
}

/** From the first to the last of some words; null for none. */
export function spanOf(words: readonly Word[]): Span | null {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
