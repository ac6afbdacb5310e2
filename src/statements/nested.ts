import { isQuotingVerb, isSaying } from '../text/lexicon/saying.ts';
import { among, covers, type Span, startingAt, within } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import { cutAddressee, isNestedStatement } from './clauses/attribution-repairs.ts';
import { wholeNoun } from './clauses/clause-rules.ts';
import { withPlainClauses } from './clauses/plain-clauses.ts';
import { spanOf } from './clauses/reporting-clauses.ts';
import { readStance, type Stanced } from './clauses/stance.ts';
import { readTagged } from './tagged.ts';
import { cutUnit, type Unit } from './tagging/unit.ts';
import { SHAPE } from './tagging/word.ts';

/** What is said inside what was said: `Trump said …, the Post reported`; `“My doctor told me to …”`. */
export function readNested(
  text: string,
  unit: Unit,
  content: readonly Span[],
  outer: Attribution,
): readonly Stanced[] {
  return content
    .flatMap((piece) => quotedParts(unit, piece))
    .flatMap((span) => {
      if (within(unit.words, span).length < LEAST_WORDS) return [];
      const part = cutUnit(text, unit, span);
      return withPlainClauses(part, isQuoting(part) ? readTagged(text, part, outer) : [])
        .map((inner) => wholeNoun(part, inner))
        .map((inner) =>
          readStance(
            part,
            cutAddressee(text, cutAtMark(part, toBorder(part, { ...inner, outer }))),
          ),
        )
        .filter(
          (inner) =>
            isInner(text, inner, lemmaOfCue(part, inner)) &&
            !inner.content.some((own) => covers(own, span)),
        )
        .map((inner) => (isNobody(text, inner) ? { ...inner, source: null } : inner));
    });
}

const LEAST_WORDS = 5; // of what holds a statement

/** `She told me to go`; with marks of its own also `someone yelled, ‘Go’`. */
function isQuoting({ words, quotations }: Unit): boolean {
  const isVerb = quotations.length > 0 ? isSaying : isQuotingVerb;
  return words.some(
    ({ token: { tag, lemma } }) => tag === 'VERB' && (isVerb(lemma) || isQuotingVerb(lemma)),
  );
}

/** A quotation of several paragraphs without the mark that opens each; other pieces unchanged. */
function quotedParts({ words }: Unit, piece: Span): readonly Span[] {
  const inside = among(words, piece);
  const numbers = [...new Set(inside.map(({ quotation }) => quotation))];
  if (numbers.length < 2 || numbers.includes(0)) return [piece];
  return numbers.flatMap((number) => {
    const own = inside.filter(({ quotation, mark }) => quotation === number && mark === 0);
    return spanOf(own) ?? [];
  });
}

/** `“Nobody told me ‘Stop’,” she said`: not her words, nor anybody's. */
function isNobody(text: string, { source }: Attribution): boolean {
  return source !== null && NOBODY.test(text.slice(source.start, source.end));
}

const NOBODY = /^(?:nobody|no[- ]one)\b/i;

/** `I never said “…”` matters for what is denied, `I asked, “…”` for its words; others must be someone else's. */
function isInner(text: string, inner: Stanced, lemma: string): boolean {
  const { stance, speech, source, cue } = inner;
  const isOwn = source !== null && /^(?:I|we)$/i.test(text.slice(source.start, source.end));
  if (isOwn && inner.kind === 'direct' && /^(?:ask|reply|say|shout|tell|whisper)$/.test(lemma))
    return speech;
  if (isNobody(text, inner)) return inner.kind !== 'indirect';
  if (stance === 'says' && !/^(?:accuse|find|go)$/.test(lemma))
    return isNestedStatement(text, inner, lemma);
  if (!isOwn) return speech;
  return (
    /^(?:conditional|denies|expected)$/.test(stance) &&
    cue !== null &&
    /\b(?:say|said|tell|told|call|called)$/.test(text.slice(cue.start, cue.end))
  );
}

/** A nested statement's last piece extends to the next mark: nothing else shows where it ends. */
function toBorder(part: Unit, inner: Attribution): Attribution {
  const piece = inner.content.at(-1);
  if (piece === undefined || inner.cue === null || piece.start < inner.cue.end) return inner;
  let last = startingAt(part.words, piece.end) - 1;
  while (
    last + 1 < part.words.length &&
    (part.words[last + 1]?.shape ?? SHAPE.none) < SHAPE.quotationMark
  )
    last += 1;
  const end = Math.max(piece.end, part.words[last]?.end ?? 0);
  return { ...inner, content: inner.content.with(-1, { start: piece.start, end }) };
}

/** `‘Wait here’, and never came back`: what begins with a mark ends at its closing mark. */
function cutAtMark(part: Unit, inner: Attribution): Attribution {
  const [piece] = inner.content;
  const quotation = part.quotations.find(
    ({ start, closed }) => closed && (start === piece?.start || start + 1 === piece?.start),
  );
  if (inner.content.length > 1 || piece === undefined || quotation === undefined) return inner;
  return piece.end <= quotation.end
    ? inner
    : { ...inner, content: [quotation.inner], kind: 'direct' };
}

/** The lemma of the cue's last verb. */
function lemmaOfCue({ words }: Unit, { cue }: Attribution): string {
  const inside = cue === null ? [] : among(words, cue);
  return inside.findLast(({ token }) => token.tag === 'VERB')?.token.lemma ?? '';
}
