import { isSaying } from '../../text/lexicon/saying.ts';
import { among, endingBy, startingAt } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { ofSentence, SHAPE } from '../tagging/word.ts';
import { withoutStop } from './reporting-clauses.ts';

/** Content that continues after a clause in the middle of it: `Most of it, she said, was spent`. */
export function goOnBehind(unit: Unit, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  const piece = content.at(-1);
  if (source === null || cue === null || piece === undefined) return attribution;
  const { words } = unit;
  const clause = [...among(words, source), ...among(words, cue)].toSorted(
    (a, b) => a.start - b.start,
  );
  const [first, last] = [clause[0], clause.at(-1)];
  if (first === undefined || last === undefined || piece.end > first.start) return attribution;
  const opening = ofSentence(words, first.sentence);
  const before = opening.slice(0, endingBy(opening, first.start) + 1);
  const closing = ofSentence(words, last.sentence);
  const after = closing.slice(startingAt(closing, last.end));
  const said = among(before, piece);
  if ([...said, ...after.slice(0, 1)].some((word) => word.quotation > 0)) return attribution;
  const rest = isRelative(before, said, source.end <= cue.start, last)
    ? upToMark(after)
    : isInterposed(before, said, after)
      ? withoutStop(after.slice(1))
      : [];
  const [start, end] = [rest[0]?.start, rest.at(-1)?.end];
  if (start === undefined || end === undefined) return attribution;
  const speech = attribution.speech || isSaying(last.token.lemma);
  const kind = rest.some(({ quotation }) => quotation > 0) ? 'mixed' : attribution.kind;
  const stop = said.findLastIndex(({ token }) => token.text === ';'); // before it is another sentence
  const own = { start: said[stop + 1]?.start ?? piece.start, end: piece.end };
  return { ...attribution, content: [...content.slice(0, -1), own, { start, end }], kind, speech };
}

// verbs that take a clause; `the rule, which they call Ode's law` is a name
const CLAUSAL =
  /^(?:say|claim|admit|concede|argue|insist|suggest|warn|acknowledge|allege|estimate|report|believe|think|fear|hope|predict)$/;

/** `a toll, which | Ann Ode said | costs them ten euros`, `a gamble | he admitted | had failed` */
function isRelative(
  before: readonly Word[],
  said: readonly Word[],
  inOrder: boolean,
  last: Word,
): boolean {
  const [first, noun] = [said[0], said.at(-1)];
  if (!inOrder || !CLAUSAL.test(last.token.lemma) || noun !== before.at(-1)) return false;
  if (said.length === 1 && noun?.link === 1) return true;
  return (
    first?.token.tag === 'DET' &&
    noun?.token.tag === 'NOUN' &&
    before[before.length - said.length - 1]?.shape === SHAPE.comma &&
    !said.some(({ verbal, shape }) => verbal || shape >= SHAPE.quotationMark)
  );
}

/** `Most of it, | Ann Ode said, | was spent`: between commas, and not preceded by a complete clause. */
function isInterposed(
  before: readonly Word[],
  said: readonly Word[],
  [comma, next, ...rest]: readonly Word[],
): boolean {
  if (before.at(-1)?.shape !== SHAPE.comma || before.at(-2) !== said.at(-1)) return false;
  if (comma?.shape !== SHAPE.comma || next === undefined || next.mark > 0) return false;
  if (![next, ...rest].some(({ verbal }) => verbal)) return false;
  const opens = /^(?:because|although|though|since|while|if|as|that)$/.test(
    said.at(-1)?.token.lower ?? '',
  );
  if (opens) return next.link === 0;
  if (/^(?:and|but)$/.test(next.token.lower)) return hasSubject(rest);
  return !said.some(({ verbal }) => verbal) && (next.verbal || hasSubject([next, ...rest]));
}

/** `…, she said, and | the road is under water`, not `and left`, nor a clause with quoted words of its own. */
function hasSubject([first, ...rest]: readonly Word[]): boolean {
  if (rest.some(({ quotation }) => quotation > 0)) return false;
  const verb = rest.findIndex(({ verbal }) => verbal);
  const subject = rest.slice(0, Math.max(0, verb));
  return (
    first?.verbal === false &&
    verb >= 0 &&
    subject.every(({ shape }) => shape < SHAPE.quotationMark || shape === SHAPE.other)
  );
}

function upToMark(words: readonly Word[]): readonly Word[] {
  const stop = words.findIndex(({ shape }) => shape >= SHAPE.quotationMark && shape <= SHAPE.colon);
  const rest = stop < 0 ? words : words.slice(0, stop);
  return rest.length > 1 ? rest : [];
}
