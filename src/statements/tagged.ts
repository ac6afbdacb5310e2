import type { Attribution } from './attribution.ts';
import { contentSpan, kindOfContent, spanOfRange } from './clauses/attribution-spans.ts';
import { isSoCalled, isSpeech, isSpoken } from './clauses/speech.ts';
import { findMarked } from './marking/found.ts';
import { loadAttributionModels } from './tagging/attribution-weights.ts';
import { type CueRange, likeliest } from './tagging/cue.ts';
import { findLikelyCues, markCues } from './tagging/cue-tagger.ts';
import { holds, type Judged, judge } from './tagging/judge.ts';
import { findRoles, type Roles } from './tagging/role-tagger.ts';
import type { Unit } from './tagging/unit.ts';

// The lowest chance of being right. About half of F1 maximizes F1; what was said counts
// for more than what was wished or thought.
const LEAST_SPOKEN = 0.32;
const LEAST_OTHER = 0.42;
const LEAST_NESTED = 0.4; // the corpus marks no nested ones; of 0.4, 0.6 and 0.75, on sixteen stories of our own, the one with most right

/** What the taggers find in a unit, the likeliest if findings exclude each other; `outer`: the statement that the unit is part of. */
export function readTagged(
  text: string,
  unit: Unit,
  outer: Attribution | null,
): readonly Attribution[] {
  const models = loadAttributionModels();
  const cues = findLikelyCues(models.cues, unit);
  const marks = markCues(unit, cues);
  const likely = likeliest(cues, unit.words.length);
  const found = likely.flatMap(
    (cue) => findRoles(models.roles, unit, cue, marks, likely.length) ?? [],
  );
  const sure =
    outer === null
      ? judge(models.judge, unit, found).filter(
          ({ cue, right }) => right >= (isSpoken(unit, cue) ? LEAST_SPOKEN : LEAST_OTHER),
        )
      : found // the judge was not trained on nested ones
          .map((roles) => ({ ...roles, right: roles.chance }))
          .filter(({ right }) => right >= LEAST_NESTED);
  const known = outermost(sure);
  return [...known, ...markedBeside(unit, known)].flatMap((one) =>
    toAttribution(text, unit, one, outer),
  );
}

const LEAST_MARKED = 0.5; // of a whole finding
const TELLING = 4; // words of content: fewer tell next to nothing, and are easily mistaken

/** What is said and only the marker finds, where it is sure: the outermost, and the likeliest if findings exclude each other. */
function markedBeside(unit: Unit, known: readonly Judged[]): readonly Judged[] {
  if (unit.marks === null) return [];
  // what was wished or thought the marker tells badly from what was done
  const marked = findMarked(unit.marks, unit, LEAST_MARKED).filter(
    ({ cue, content }) =>
      isSpoken(unit, cue) && content.reduce((sum, { from, to }) => sum + to - from, 0) >= TELLING,
  );
  const outer = marked.filter(
    (one) =>
      !known.some((own) => isBound(own, one)) &&
      !marked.some((other) => holds(other, one) && !holds(one, other)),
  );
  const kept: Judged[] = [];
  for (const one of outer.toSorted((a, b) => b.right - a.right))
    if (!kept.some((other) => isBound(other, one))) kept.push(one);
  return kept;
}

/** Whether two findings share a cue or what it governs, or one is inside the other. */
function isBound(one: Judged, other: Judged): boolean {
  const isSameCue = one.cue.from < other.cue.to && other.cue.from < one.cue.to;
  return isSameCue || holds(one, other) || holds(other, one) || shares(one, other);
}

const CLEARLY = 0.05; // an inner one likelier by more than this shows that the outer one is wrong

/** Drops findings that lie inside another's content or belong to another, and the less likely of two that share words. */
function outermost(found: readonly Judged[]): readonly Judged[] {
  const outer = found.filter(
    (one) =>
      !found.some(
        (other) => holds(other, one) && !holds(one, other) && one.right <= other.right + CLEARLY,
      ),
  );
  const kept: Judged[] = [];
  for (const one of outer.toSorted((a, b) => b.right - a.right)) {
    const own = spare(one, outer);
    if (!kept.some((other) => shares(other, own))) kept.push(own);
  }
  return kept;
}

const ABOUT_AS_LIKELY = 0.8; // as a share of the other's chance of being right

/**
 * `“…,” she said. “…,” he replied.`: the opening of another cue's content belongs to that cue alone,
 * as each cue is read as if every quotation after it were its own.
 */
function spare(one: Judged, found: readonly Judged[]): Judged {
  const isOthers = (piece: CueRange): boolean =>
    found.some(
      (other) =>
        (other.cue.to <= one.cue.from || one.cue.to <= other.cue.from) &&
        other.right > ABOUT_AS_LIKELY * one.right &&
        shares({ content: other.content.slice(0, 1) }, { content: [piece] }),
    );
  return { ...one, content: one.content.filter((piece, i) => i === 0 || !isOthers(piece)) };
}

/** Whether two contents share more than half of the words of one. */
function shares(a: Pick<Roles, 'content'>, b: Pick<Roles, 'content'>): boolean {
  let common = 0;
  for (const x of a.content) {
    for (const y of b.content) {
      common += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
    }
  }
  return common * 2 > Math.min(wordsIn(a), wordsIn(b));
}

function wordsIn({ content }: Pick<Roles, 'content'>): number {
  return content.reduce((sum, { from, to }) => sum + to - from, 0);
}

// `When asked`, `and I'm`: the beginning of a clause, and nobody
const LINK = /^(?:when|if|while|although|though|because|but|and|as)(?:\s+\p{L}+['’]\p{Ll}+)?$/iu;
const WHEN = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow)$/i; // says nothing

function toAttribution(
  text: string,
  unit: Unit,
  found: Judged,
  outer: Attribution | null,
): readonly Attribution[] {
  const content = found.content
    .map((range) => contentSpan(text, unit, range))
    .filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
  if (content.length === 0 || isSoCalled(unit, found)) return [];
  const words = found.source === null ? null : spanOfRange(unit, found.source);
  const isNobody = words !== null && LINK.test(text.slice(words.start, words.end));
  const source = isNobody ? null : words;
  if (source !== null && WHEN.test(text.slice(source.start, source.end))) return [];
  const kind = kindOfContent(unit, found.content);
  return [
    {
      source,
      cue: spanOfRange(unit, found.cue),
      content,
      kind,
      speech: isSpeech(unit, found, kind),
      // a doubtful cue makes the rest less certain
      confidence: found.chance * (0.5 + 0.5 * found.cue.chance),
      outer,
    },
  ];
}
