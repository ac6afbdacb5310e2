import { among, covers, indexAt, overlaps, type Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import { findSubject, phraseOf, readChunks } from '../tagging/chunks.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { SHAPE } from '../tagging/word.ts';
import { kindOfWords } from './attribution-spans.ts';
import type { Row } from './clause-row.ts';
import { phraseBefore } from './clause-rules.ts';
import { rows } from './plain-clause-rows.ts';
import { spanOf, withoutStop } from './reporting-clauses.ts';
import { textOf } from './stance-clause.ts';

/**
 * What was found, plus statements in plain sentences that the taggers
 * miss: `denied having said so`, `branded him “a fool”`, `a jury was told`.
 */
export function withPlainClauses(
  unit: Unit,
  found: readonly Attribution[],
): readonly Attribution[] {
  let all: readonly Attribution[] = found.flatMap((one) =>
    cutAtMainVerb(unit, withoutTime(unit, one)),
  );
  for (const sentence of sentencesOf(unit)) {
    if (sentence.length < LEAST_WORDS) continue;
    const text = textOf(sentence);
    for (const row of rows) {
      const groups = row.pattern.exec(text)?.indices?.groups; // mostly none: nothing else is made for them
      if (groups !== undefined)
        all = withClause(all, row, readRow(unit, sentence, text, row, groups));
    }
  }
  return all;
}

/** With a clause, unless it is there already, and without what was found of it. */
function withClause(
  all: readonly Attribution[],
  row: Row,
  read: Attribution | null,
): readonly Attribution[] {
  if (read === null || all.some((one) => isTaken(one, read, row))) return all;
  const isOwn = ({ cue }: Attribution): boolean =>
    isSame(cue, read.cue) || read.content.some((piece) => isSame(cue, piece)); // found again inside
  return [...all.filter((one) => !isOwn(one)), read];
}

const LEAST_WORDS = 3; // every row has a cue, what opens the words that are said, and one of them

function isSame(a: Span | null, b: Span | null): boolean {
  return a !== null && b !== null && overlaps(a, b);
}

/** Whether a clause was already found, or is part of what someone says. */
function isTaken(one: Attribution, read: Attribution, { replaces }: Row): boolean {
  const { cue } = read;
  if (isSame(one.cue, cue)) return !replaces;
  const isHeld = (span: Span): boolean => one.content.some((piece) => covers(piece, span));
  if (read.kind === 'direct' && read.content.every(isHeld)) return true;
  return cue !== null && one.content.some((piece) => overlaps(piece, cue));
}

function sentencesOf({ words }: Unit): readonly (readonly Word[])[] {
  const found = new Map<number, Word[]>();
  for (const word of words) {
    const same = found.get(word.sentence);
    if (same === undefined) found.set(word.sentence, [word]);
    else same.push(word);
  }
  return [...found.values()];
}

function readRow(
  unit: Unit,
  sentence: readonly Word[],
  text: string,
  { source: where }: Row,
  groups: Readonly<Record<string, readonly [number, number]>>,
): Attribution | null {
  const wordsOf = (name: string): readonly Word[] => {
    const [from, to] = groups[name] ?? [0, 0];
    return sentence.slice(countWords(text.slice(0, from)), countWords(text.slice(0, to)));
  };
  const verb = wordsOf('cue');
  const cue = spanOf(verb);
  if (cue === null || verb.some(({ quotation }) => quotation > 0)) return null;
  const [said, rest] = [clauseOf(wordsOf('said')), withoutStop(wordsOf('rest'))];
  const content = [said, rest]
    .map((words) => spanOf(withoutMarks(words)))
    .filter((span) => span !== null);
  const source = where === 'here' ? spanOf(withoutStop(wordsOf('source'))) : subjectOf(unit, cue);
  if (content.length === 0 || (where !== 'none' && source === null)) return null;
  const kind = kindOfWords([...said, ...rest]);
  const own = { cue, content, kind, speech: true, confidence: 0.7, outer: null } as const;
  return { ...own, source: where === 'none' ? null : source };
}

function countWords(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(' ').length;
}

/** What is said up to the next clause: a stop, or a comma and `as`, `but`, `which`. */
function clauseOf(words: readonly Word[]): readonly Word[] {
  const stop = words.findIndex(
    (word, i) =>
      word.quotation === 0 &&
      (word.token.text === ';' ||
        (word.shape === SHAPE.comma && NEXT_CLAUSE.test(words[i + 1]?.token.lower ?? ''))),
  );
  return withoutStop(stop < 0 ? words : words.slice(0, stop));
}

const NEXT_CLAUSE = /^(?:according|after|although|as|but|despite|though|when|which|while|who)$/;

/** `“a small miracle”`: words that are all in one quotation, without its marks. */
function withoutMarks(words: readonly Word[]): readonly Word[] {
  const [first, last] = [words[0], words.at(-1)];
  const isWhole =
    first?.mark === 1 && last?.mark === 2 && first.quotation === last.quotation && words.length > 2;
  return isWhole ? words.slice(1, -1) : words;
}

function subjectOf(unit: Unit, cue: Span): Span | null {
  const from = indexAt(unit.words, cue);
  const chunks = readChunks(unit);
  const phrase = phraseOf(chunks.phrases, findSubject(unit, chunks, { from, to: from + 1 }));
  if (phrase === undefined) return null;
  const head = unit.words.slice(phrase.from, Math.min(phrase.to, from));
  const whole = phraseBefore(unit, from); // `A poll by Marten Research`
  return spanOf(head[0] !== undefined && whole[0] === head[0] ? whole : head);
}

/** `The fourth time | the dispatcher said, | “Anyone?”`: when it was said is no part of it. */
function withoutTime(unit: Unit, one: Attribution): Attribution {
  const { source, cue, content } = one;
  const [first, ...rest] = content;
  if (source === null || cue === null || first === undefined || rest.length === 0) return one;
  const wordsOf = (pieces: readonly Span[]): readonly Word[] =>
    pieces.flatMap((piece) => among(unit.words, piece));
  const time = wordsOf([first]);
  const isTime =
    first.end <= source.start &&
    time.every(({ verbal, quotation }) => !verbal && quotation === 0) &&
    wordsOf(rest).every(({ quotation, mark }) => quotation > 0 || mark > 0);
  return isTime ? { ...one, content: rest, kind: kindOfWords(wordsOf(rest)) } : one;
}

const MAIN_VERB = /^(?:declined|declines|denied|denies|refused|refuses)$/;

/** `A woman who said | she was his aunt | refused to say …`: what she said ends before the main verb. */
function cutAtMainVerb(unit: Unit, one: Attribution): readonly Attribution[] {
  const { source, content } = one;
  const [piece, ...more] = content;
  const who = source === null ? -1 : indexAt(unit.words, source);
  if (piece === undefined || more.length > 0 || unit.words[who]?.token.lower !== 'who')
    return [one];
  const said = among(unit.words, piece);
  const at = said.findIndex(({ token }) => MAIN_VERB.test(token.lower));
  const before = said.slice(0, Math.max(0, at));
  const isMain = before.some(({ verbal }) => verbal) && before.at(-1)?.token.tag === 'NOUN';
  const subject = spanOf(phraseBefore(unit, who));
  const [verb, own] = [said[at], spanOf(before)];
  const rest = spanOf(withoutStop(said.slice(at + 1)));
  if (!isMain || verb === undefined || own === null || rest === null) return [one];
  const cue = { start: verb.start, end: verb.end };
  return [
    { ...one, content: [own] },
    { ...one, source: subject, cue, content: [rest] },
  ];
}
