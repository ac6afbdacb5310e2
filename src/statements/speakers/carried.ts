import type { Sentence } from '../../article/sentence.ts';
import { describedSubject } from '../../names/descriptions/described.ts';
import { isPersonLike } from '../../names/descriptions/salient.ts';
import { type Discourse, isSameEntry, namedIn, sentenceAt } from '../../names/discourse.ts';
import { isGesture } from '../../text/lexicon/gestures.ts';
import { firstWhere, overlaps, type Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Attribution } from '../attribution.ts';
import type { Told, Who } from './told.ts';
import { nobody, whoIs } from './who.ts';

/** A quotation that no clause attributes, as the rules see it. */
interface Bare {
  readonly attribution: Attribution;
  /** Its opening mark. */
  readonly at: number;
  readonly sentence: Sentence;
  /** The sentence before it, in the same entry of a live blog. */
  readonly before: Sentence | undefined;
}

type Rule = (told: Told, bare: Bare) => Who | null;

/** The ways a story shows who speaks such words; the first that finds anyone decides. */
const rules: readonly Rule[] = [announced, besideIt, behindIt, answering, carriedOn];

/** Who says a quotation that no clause attributes: `Lund shrugged. “Ask my brother.”`; nobody if the story does not show it. */
export function carrySpeaker(told: Told, attribution: Attribution): Who {
  const { discourse } = told;
  const at = (attribution.content[0]?.start ?? 0) - 1;
  const sentence = sentenceAt(discourse, at + 1);
  if (sentence === undefined) return nobody('none');
  const last = discourse.sentences[sentence.index - 1];
  const before = last !== undefined && isSameEntry(discourse, last.start, at) ? last : undefined;
  const bare = { attribution, at, sentence, before };
  for (const rule of rules) {
    const found = rule(told, bare);
    if (found !== null) return found;
  }
  return { ...nobody('none'), rule: 'nothing shows who speaks' };
}

/** `Lund left a note: “…”`, or the paragraph before ends with the colon. */
function announced(told: Told, { at, sentence, before }: Bare): Who | null {
  const { discourse } = told;
  if (leads(discourse, sentence, at)) {
    const isColon = /:\s*$/.test(discourse.text.slice(sentence.start, at));
    return isColon ? subjectOf(told, sentence, at, 'announced') : null;
  }
  const isColon =
    before !== undefined && /:\s*$/.test(discourse.text.slice(before.start, before.end));
  return isColon ? (givenBy(told, before) ?? subjectOf(told, before, at, 'announced')) : null;
}

/** `Here is the statement in full from the chief engineer, Ann Ode:` */
function givenBy({ discourse }: Told, sentence: Sentence): Who | null {
  const words = discourse.text.slice(sentence.start, sentence.end);
  const found = GIVEN.exec(words);
  if (found === null) return null;
  const from = sentence.start + found.index + found[0].length;
  const people = namedIn(discourse, sentence).filter(({ start }) => start >= from);
  const person = people.find(({ named }) => isPersonLike(named)) ?? people[0];
  if (person === undefined) return null;
  const rule = `announced in ¶ ${sentence.paragraph.number}`;
  const { named, start, end } = person;
  return { named, name: named.name, rule, basis: 'carried', words: { start, end } };
}

const GIVEN =
  /^(?:here|this|below|the following)\b.*?\b(?:answer|e-?mail|letter|message|note|post|reply|response|statement|text)\b.*?\b(?:from|by|of)\b/i;

/** `Lund was not offended. “Ask my brother.”`: spoken by the person the sentence before is about, or who speaks in it. */
function besideIt(told: Told, { at, sentence, before }: Bare): Who | null {
  if (before?.paragraph !== sentence.paragraph || leads(told.discourse, sentence, at)) return null;
  if (isReadOut(told.discourse, before)) return null;
  return (
    answererOf(told, before) ??
    lastSpeaker(told, before, at) ??
    subjectOf(told, before, at, 'by whoever acts right before it,')
  );
}

/** `That was put to Lund, too. “If it is true, he goes.”` */
function answererOf({ discourse }: Told, before: Sentence): Who | null {
  const asked = namedIn(discourse, before).find(({ start }) =>
    PUT.test(discourse.text.slice(before.start, start)),
  );
  if (asked === undefined) return null;
  const { named, start, end } = asked;
  const rule = `answers what is put to them in ¶ ${before.paragraph.number}`;
  return { named, name: named.name, rule, basis: 'carried', words: { start, end } };
}

const PUT =
  /\b(?:was|were|been) (?:\w+ )?(?:put|read out|relayed|shown) to (?:(?:the )?\p{L}+\.? ){0,2}$/u;

/** `“Ask my brother.” Lund shrugged.` */
function behindIt(told: Told, { at, sentence, attribution }: Bare): Who | null {
  const { discourse } = told;
  if (sentence.paragraph.start !== at) return null;
  const end = attribution.content.at(-1)?.end ?? at;
  const next = discourse.sentences[firstWhere(discourse.sentences, ({ start }) => start >= end)];
  if (next?.paragraph !== sentence.paragraph) return null;
  const [verb] = next.tokens.filter(({ tag }) => tag === 'VERB');
  if (verb === undefined || !isGesture(verb.lemma)) return null;
  return subjectOf(told, next, verb.start, 'by whoever acts right behind it,');
}

/**
 * `“Were you there?” Lund asked.`, and a paragraph that opens with a quotation: the person asked answers, the other
 * of the two who speak there. Nobody if only one is known to speak.
 */
function answering(told: Told, { at, sentence, before }: Bare): Who | null {
  if (before === undefined || sentence.paragraph.start !== at) return null;
  const asked = lastStatement(told, before, at);
  if (asked === null || !isQuestion(told.discourse, asked[0])) return null;
  const [, asker] = asked;
  const other = told.spoken.findLast(
    (one) =>
      sentence.index - one.sentence.index <= WITHIN &&
      isSameEntry(told.discourse, one.at, at) &&
      one.named !== asker.named,
  );
  if (other?.named == null || asker.named === null) return nobody('none');
  const { named, source } = other;
  const rule = `answers what is asked in ¶ ${before.paragraph.number}`;
  return { named, name: named.name, rule, basis: 'carried', ...(source && { words: source }) };
}

const WITHIN = 8; // sentences from the question back to the person asked

/** `“Were you there?” Lund asked`: a quotation with its question mark, and a word of asking. */
function isQuestion({ text }: Discourse, { cue, content }: Attribution): boolean {
  const last = content.at(-1);
  if (cue === null || last === undefined) return false;
  const asks = /\b(?:ask|enquir|inquir|demand|wonder)/i.test(text.slice(cue.start, cue.end));
  return asks && /\?$/.test(text.slice(last.start, last.end));
}

/** A paragraph that opens with a quotation continues with the speaker or subject of the one before. */
function carriedOn(told: Told, { at, sentence, before }: Bare): Who | null {
  if (before === undefined || sentence.paragraph.start !== at) return null;
  const people = namedIn(told.discourse, before).filter(({ named }) => isPersonLike(named));
  if (isSigned(told, before) || isReadOut(told.discourse, before)) return null;
  return (
    lastSpeaker(told, before, at) ??
    (new Set(people.map(({ named }) => named)).size > 1
      ? null
      : subjectOf(told, before, at, 'carried on from who acts last'))
  );
}

/** `The officer read the note out.`: what follows is somebody else's words. */
function isReadOut({ text }: Discourse, { start, end }: Sentence): boolean {
  return /\b(?:read|reads|reading) (?:(?:it|them|out|aloud)\b|(?:\S+ ){0,4}?(?:out|aloud)\b)|\b(?:was|were) (?:then )?read\b/i.test(
    text.slice(start, end),
  );
}

/** Whether a sentence is part of a signed text: its speaker ends there. */
function isSigned({ signed }: Told, { paragraph }: Sentence): boolean {
  return signed.some((source) => overlaps(source, paragraph));
}

/** Whether words of the same sentence lead up to a place. */
function leads({ text }: Discourse, { start }: Sentence, at: number): boolean {
  return /\p{L}/u.test(text.slice(start, Math.max(start, at)));
}

/** Who made the last statement before a place, if it is in the sentence right before it. */
function lastSpeaker(told: Told, before: Sentence, at: number): Who | null {
  const last = lastStatement(told, before, at);
  if (last === null) return null;
  const [{ source }, known] = last;
  const words = known.words ?? source;
  if (words === null) return null;
  const rule = `carried on from ¶ ${before.paragraph.number}`;
  return { named: known.named, name: known.name, rule, basis: 'carried', words };
}

function lastStatement(
  { inSentence, speakers }: Told,
  before: Sentence,
  at: number,
): readonly [Attribution, Who] | null {
  const last = inSentence
    .get(before.index)
    ?.findLast(({ content, source, cue }) =>
      [...content, source, cue].some(
        (span) => span !== null && overlaps(span, before) && span.start < at,
      ),
    );
  const known = last === undefined ? undefined : speakers.get(last);
  return last === undefined || known === undefined ? null : [last, known];
}

/** Whom a sentence is about: the name, the pronoun or the description it opens with. */
function subjectOf(told: Told, sentence: Sentence, upTo: number, rule: string): Who | null {
  const { discourse } = told;
  const source = subjectWords(discourse, sentence, upTo);
  if (source === null) return null;
  const known = whoIs(told, source);
  const words = known.words ?? source;
  return { ...known, words, rule: `${rule} in ¶ ${sentence.paragraph.number}`, basis: 'carried' };
}

function subjectWords(discourse: Discourse, sentence: Sentence, upTo: number): Span | null {
  const before = sentence.tokens.filter(({ end }) => end <= upTo);
  const verb = before.findIndex(({ tag }, i) => i > 0 && (tag === 'VERB' || tag === 'AUX'));
  const opensWithVerb = /^(?:VERB|AUX)$/.test(before[0]?.tag ?? ''); // `Asked why, Lund shrugged.`
  const isQuestion = before.at(-1)?.text === '?'; // `And what did he do next?`
  const end = verb < 0 || opensWithVerb || isQuestion ? upTo : (before[verb]?.start ?? upTo);
  const name = namedIn(discourse, sentence).find(
    (one) => one.first && one.end <= end && one.named.kind !== 'place' && !hangs(before, one),
  );
  const pronoun = before.find(
    (token) =>
      token.end <= end + 1 && /^(?:he|she)$/.test(token.lower) && !isQuoted(discourse, token),
  );
  if (pronoun !== undefined && (name === undefined || pronoun.start < name.start)) return pronoun;
  if (name !== undefined) return { start: name.start, end: name.end };
  const described = describedSubject(sentence);
  return described !== null && described.end <= upTo ? described : null;
}

/** `thoughts on Lund`: a phrase after a preposition is not a subject. */
function hangs(before: readonly Token[], { start }: Span): boolean {
  return before.findLast((token) => token.end <= start)?.tag === 'ADP';
}

function isQuoted(discourse: Discourse, token: Span): boolean {
  return /[“"][^”"]*$/.test(
    discourse.text.slice(sentenceAt(discourse, token.start)?.start, token.start),
  );
}
