import { isWriting } from '../../names/source-parts.ts';
import { isSaying } from '../../text/lexicon/saying.ts';
import { isTitle } from '../../text/lexicon/titles.ts';
import {
  covers,
  endingBy,
  indexAt,
  lastIndexAt,
  overlaps,
  type Span,
  startingAt,
} from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import { readChunks } from '../tagging/chunks.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { SHAPE } from '../tagging/word.ts';
import { spanOf } from './reporting-clauses.ts';

/**
 * `…, an associate researcher with the Ministry of Commerce said`: between a comma (or the sentence's
 * start) and its cue, a source is the whole phrase, never part of it.
 */
export function wholePhrase(unit: Unit, attribution: Attribution): Attribution {
  const { source, cue } = attribution;
  if (source === null || cue === null || source.end > cue.start) return attribution;
  const phrase = phraseBefore(unit, startingAt(unit.words, cue.start));
  const span = spanOf(phrase);
  if (span === null || !covers(span, source) || span.start === source.start) return attribution;
  if (attribution.content.some((piece) => overlaps(piece, span) && !startsBefore(piece, span)))
    return attribution;
  const content = attribution.content
    .map((piece) =>
      overlaps(piece, span) ? { start: piece.start, end: endBefore(unit, span.start) } : piece,
    )
    .filter((piece) => piece.end > piece.start);
  if (content.length === 0) return attribution;
  return { ...attribution, source: { start: span.start, end: source.end }, content };
}

/**
 * `the company's report said`, `Mr Justice Ode said`: a source extends to the end of its noun phrase (all
 * but one in 170 in the corpus do) and includes its title.
 */
export function wholeNoun(unit: Unit, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  if (source === null) return attribution;
  const { words } = unit;
  const { of } = readChunks(unit);
  let from = indexAt(words, source);
  let last = lastIndexAt(words, source);
  if (from < 0) return attribution;
  while (of[from] !== 0 && of[from - 1] === of[from] && isTitle(words[from - 1]?.token.text ?? ''))
    from -= 1;
  const noun = words[last + 1]; // `the company's` `report:`
  const owns = /^['’]s?$/.test(words[last]?.token.text ?? '');
  if (
    owns &&
    cue !== null &&
    noun !== undefined &&
    overlaps(noun, cue) &&
    isWriting(noun.token.lower)
  )
    return { ...attribution, source: { start: source.start, end: noun.end } };
  while (of[last] !== 0 && of[last + 1] === of[last]) last += 1;
  const whole = spanOf(words.slice(from, last + 1));
  const taken = [cue, ...content].some(
    (span) => span !== null && whole !== null && overlaps(span, whole) && !overlaps(span, source),
  );
  return whole === null || taken ? attribution : { ...attribution, source: whole };
}

function startsBefore(piece: Span, span: Span): boolean {
  return piece.start < span.start;
}

/** The end of the last word before a position, ignoring commas. */
function endBefore({ words }: Unit, at: number): number {
  let last = endingBy(words, at);
  while (words[last]?.shape === SHAPE.comma) last -= 1;
  return words[last]?.end ?? 0;
}

/** The noun phrase that fills the stretch before a position; empty if the stretch has anything else. */
export function phraseBefore(unit: Unit, at: number): readonly Word[] {
  const { words } = unit;
  const sentence = words[at]?.sentence;
  let from = at;
  while (from > 0 && words[from - 1]?.sentence === sentence && isPhraseWord(words, from - 1))
    from -= 1;
  const before = words[from - 1];
  const opens =
    before === undefined ||
    before.sentence !== sentence ||
    before.shape === SHAPE.comma ||
    before.mark > 0;
  const first = words[from];
  if (!opens || first === undefined || from === at) return [];
  return /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(first.token.tag) ? words.slice(from, at) : [];
}

/** What a noun phrase and its modifiers may consist of: `based` and `owned by` count, finite verbs do not. */
function isPhraseWord(words: readonly Word[], at: number): boolean {
  const [word, before, after] = [words[at], words[at - 1], words[at + 1]];
  if (word === undefined || word.mark > 0 || word.quotation > 0) return false;
  const { tag, text } = word.token;
  if (/^(?:DET|ADJ|NOUN|PROPN|NUM|ADP)$/.test(tag) || /^(?:&|['’]s?)$/.test(text)) return true;
  if (text === '-') return word.shape === SHAPE.other;
  if (tag !== 'VERB') return false;
  return before?.token.text === '-' || /^(?:by|in|at|of)$/.test(after?.token.lower ?? '');
}

/**
 * `Trump said that …, the South China Morning Post reported.`: a reporting clause that ends the sentence
 * reports everything before it. Returns the outer and the inner statement; null without such a clause.
 */
export function readReporter(
  unit: Unit,
  attribution: Attribution,
  found: readonly Attribution[],
): { readonly outer: Attribution; readonly inner: Attribution } | null {
  const piece = attribution.content.at(-1);
  if (piece === undefined || attribution.kind === 'direct' || attribution.cue === null) return null;
  const last = startingAt(unit.words, piece.end) - 1;
  const end = closesReport(unit, last) ? last : reportBehind(unit, last);
  const verb = unit.words[end];
  if (verb === undefined || found.some(({ cue }) => cue !== null && overlaps(cue, verb)))
    return null;
  const phrase = phraseBefore(unit, withoutAdverb(unit, end));
  const source = spanOf(phrase);
  if (source === null || source.start <= piece.start || attribution.cue.start > source.start)
    return null;
  const start = Math.min(
    attribution.cue.start,
    attribution.source?.start ?? Number.POSITIVE_INFINITY,
    piece.start,
  );
  const until = endBefore(unit, source.start);
  if (until <= piece.start) return null;
  const outer: Attribution = {
    ...attribution,
    source,
    cue: { start: verb.start, end: verb.end },
    content: [{ start, end: until }],
    outer: null,
  };
  const content = attribution.content.with(-1, { start: piece.start, end: until });
  return { outer, inner: { ...attribution, content, outer } };
}

function closesReport({ words }: Unit, at: number): boolean {
  const verb = words[at];
  return (
    verb !== undefined &&
    verb.quotation === 0 &&
    /^(?:said|says|reported|reports|announced|wrote)$/.test(verb.token.lower)
  );
}

/**
 * The verb of a reporting clause later in the sentence, after a comma: `…, the two companies
 * announced on Tuesday`, `…, state media here reported.`; -1 for none.
 */
function reportBehind(unit: Unit, last: number): number {
  const { words } = unit;
  const sentence = words[last]?.sentence;
  for (let at = last + 3; at < words.length && words[at]?.sentence === sentence; at += 1) {
    if (!closesReport(unit, at)) continue;
    const next = words[at + 1];
    const closes = next === undefined || next.shape === SHAPE.comma || next.shape === SHAPE.stop;
    const [first] = phraseBefore(unit, withoutAdverb(unit, at));
    const before = first === undefined ? 0 : words.indexOf(first) - 1;
    const comma = words[before]?.mark === 2 ? before - 1 : before; // `“…,” the paper reported`
    if (words[comma]?.shape === SHAPE.comma && (closes || next.token.lower === 'on')) return at;
  }
  return -1;
}

/** The position of a verb, or of the adverb before it: `state media here reported`. */
function withoutAdverb({ words }: Unit, at: number): number {
  return words[at - 1]?.token.tag === 'ADV' ? at - 1 : at;
}

/**
 * `“…,” he said. A woman shouted: “…”`: a quotation after a saying verb and a colon belongs to the person
 * named before them in its sentence, regardless of the statement before it.
 */
export function splitAtColon(unit: Unit, attribution: Attribution): readonly Attribution[] {
  const announced = attribution.content.flatMap((piece) => {
    const clause = announcing(unit, piece);
    return clause === null || isOwnClause(attribution, clause) ? [] : [{ piece, ...clause }];
  });
  if (announced.length === 0) return [attribution];
  const content = attribution.content.filter(
    (one) => !announced.some(({ piece }) => piece === one),
  );
  const own = content.length === 0 ? [] : [{ ...attribution, content }];
  const others = announced.map(({ piece, source, cue }): Attribution => {
    const { confidence } = attribution;
    return { source, cue, content: [piece], kind: 'direct', speech: true, confidence, outer: null };
  });
  return [...own, ...others];
}

/** `A woman holding a placard shouted: “…”`: a participle that describes the source is part of it. */
export function withParticiple(unit: Unit, attribution: Attribution): Attribution {
  const { source, content } = attribution;
  const clause = content.length === 1 && content[0] ? announcing(unit, content[0]) : null;
  if (source === null || clause === null || source.start !== clause.source.start)
    return attribution;
  const next = unit.words[startingAt(unit.words, source.end)];
  const goesOn =
    next !== undefined && next.start < clause.source.end && /ing$/.test(next.token.lower);
  return goesOn ? { ...attribution, source: clause.source } : attribution;
}

interface Clause {
  readonly source: Span;
  readonly cue: Span;
}

const LONGEST_ANNOUNCER = 14; // words: `A woman holding a placard`; anything longer is another clause

/** The clause that announces a quotation: `A woman holding a placard shouted:`. */
function announcing(unit: Unit, piece: Span): Clause | null {
  const { words } = unit;
  let opening = startingAt(words, piece.start) - 1;
  while (opening >= 0 && words[opening]?.mark !== 1) opening -= 1;
  const verb = words[opening - 2];
  if (words[opening - 1]?.token.text !== ':' || verb === undefined) return null;
  if (verb.quotation > 0 || !verb.verbal || !isSaying(verb.token.lemma)) return null;
  const from = words.findIndex((word) => word.sentence === verb.sentence);
  const phrase = words.slice(from, opening - 2);
  const first = phrase[0];
  const last = phrase.at(-1);
  if (first === undefined || last === undefined || phrase.length > LONGEST_ANNOUNCER) return null;
  if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(first.token.tag)) return null;
  if (phrase.some((word) => word.quotation > 0 || word.shape === SHAPE.comma)) return null;
  return {
    source: { start: first.start, end: last.end },
    cue: { start: verb.start, end: verb.end },
  };
}

function isOwnClause({ cue, source }: Attribution, clause: Clause): boolean {
  const meets = (span: Span): boolean =>
    overlaps(span, clause.cue) || overlaps(span, clause.source);
  return [cue, source].some((span) => span !== null && meets(span));
}
