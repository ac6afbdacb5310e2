import type { ArticleParts } from '../article/parts.ts';
import type { Named } from '../names/named.ts';
import { isQuotingVerb } from '../text/lexicon/saying.ts';
import { findQuotations } from '../text/quotations.ts';
import { covers, overlaps, type Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import { adoptQuotations } from './clauses/adopted.ts';
import { cutAddressee, isNestedStatement, repair } from './clauses/attribution-repairs.ts';
import { contentSpan, kindOfContent, spanOfRange } from './clauses/attribution-spans.ts';
import { readBare } from './clauses/bare.ts';
import { readCited } from './clauses/cited.ts';
import {
  readReporter,
  splitAtColon,
  wholeNoun,
  wholePhrase,
  withParticiple,
} from './clauses/clause-rules.ts';
import { goOnBehind } from './clauses/interposed.ts';
import { withPlainClauses } from './clauses/plain-clauses.ts';
import {
  mendSayer,
  quotedSpeaker,
  readQuotedBy,
  spanOf,
  turnAround,
  wholeClause,
} from './clauses/reporting-clauses.ts';
import { isSoCalled, isSpeech, isSpoken } from './clauses/speech.ts';
import { readStance, type Stanced } from './clauses/stance.ts';
import { readUntagged } from './clauses/untagged.ts';
import { findLabelled } from './labels/labelled.ts';
import type { Labelled } from './labels/signed.ts';
import { loadAttributionModels } from './tagging/attribution-weights.ts';
import type { CueRange } from './tagging/cue.ts';
import { findLikelyCues, markCues } from './tagging/cue-tagger.ts';
import { holds, type Judged, judge } from './tagging/judge.ts';
import { findRoles, type Roles } from './tagging/role-tagger.ts';
import { cutUnit, readUnits, type Unit } from './tagging/unit.ts';

// The least chance of being right. About half of F1 is what brings F1 the most; what was said counts
// for more than what was wished or thought.
const LEAST_SPOKEN = 0.32;
const LEAST_OTHER = 0.42;
const LEAST_NESTED = 0.6; // the corpus marks no nested ones: surer, as there is nothing to tell them by

/** Who (in words) said what, in story order; an outer statement before what it holds. */
export function findAttributions(parts: ArticleParts, names: readonly Named[]): readonly Stanced[] {
  const { text } = parts.article;
  const labelled = findLabelled(parts, names, (paragraph) => findQuotations(text, paragraph));
  return readUnits(parts).flatMap((unit) => {
    const given = unit.paragraphs.flatMap((paragraph) => labelled.get(paragraph) ?? []);
    if (given.length === 0) return inOrder(readAll(text, unit, names));
    const last = unit.words.at(-1)?.end ?? 0;
    const first = unit.words[0]?.start ?? last; // a long paragraph has several units
    const own = given
      .filter(({ content }) => first <= content.start && content.start < last)
      .map(fromLabel);
    const all = [...own, ...readBare(unit, own).map(asSaid)];
    return inOrder(all.flatMap((one) => [one, ...readNested(text, unit, one.content, one)]));
  });
}

/** By unit: the label of an answer's later paragraphs stands far before them. */
function inOrder(found: readonly Stanced[]): readonly Stanced[] {
  return found.toSorted((a, b) => startOf(a) - startOf(b));
}

/** What the taggers find in a unit, mended, with what it holds in turn. */
function readAll(text: string, unit: Unit, names: readonly Named[]): readonly Stanced[] {
  const tagged = readUnit(text, unit, null).filter(({ cue }) => !isInName(names, cue));
  const adopted = adoptQuotations(
    unit,
    tagged.flatMap((one) => splitAtColon(unit, one)),
  );
  const known = withPlainClauses(unit, [...adopted, ...readUntagged(unit, adopted)]);
  const bare = readBare(unit, known).map(asSaid);
  const found = known.filter((one) => !bare.some((own) => holdsCue(own, one)));
  const all = bare.flatMap((one) => [one, ...readNested(text, unit, one.content, one)]);
  for (const one of found) {
    const sayer = mendSayer(unit, withParticiple(unit, one));
    const whole = goOnBehind(unit, wholePhrase(unit, wholeNoun(unit, sayer)));
    const clause = turnAround(unit, wholeClause(unit, whole));
    const mended = quotedSpeaker(unit, repair(text, clause, names));
    const reporter = readQuotedBy(unit, mended) ?? readReporter(unit, mended, found);
    const read = readStance(unit, mended);
    if (reporter !== null) {
      const outer = readStance(unit, reporter.outer);
      all.push(outer, { ...readStance(unit, reporter.inner), outer });
    } else if (one.speech && [...all, read].every((other) => mayHold(other, read))) {
      all.push(read, ...readNested(text, unit, one.content, read));
    } else all.push(read);
    const cited = readCited(unit, read, all);
    if (cited !== null) all.push(readStance(unit, cited));
  }
  return all;
}

/** Whether somebody is cited in a statement: not where it is denied or asked, there or beside it. */
function mayHold({ stance, content }: Stanced, read: Attribution): boolean {
  return (
    stance === 'says' ||
    !content.some((piece) => read.content.some((other) => overlaps(piece, other)))
  );
}

/** What stands between quotation marks alone is said. */
function asSaid(one: Attribution): Stanced {
  return { ...one, stance: 'says' };
}

/** Whether a statement is told in what another says. */
function holdsCue({ content }: Attribution, { cue }: Attribution): boolean {
  return cue !== null && content.some((piece) => covers(piece, cue));
}

/** `told the Westhaven Echo`: a word of a name is no saying word. */
function isInName(names: readonly Named[], cue: Span | null): boolean {
  if (cue === null) return false;
  const size = cue.end - cue.start;
  return names.some(({ mentions }) =>
    mentions.some((name) => covers(name, cue) && name.end - name.start > size),
  );
}

function startOf({ content, source, cue, outer }: Attribution): number {
  const own = [...content, source, cue].map((span) => span?.start ?? Number.POSITIVE_INFINITY);
  return Math.max(Math.min(...own), outer === null ? 0 : startOf(outer) + 0.5);
}

function fromLabel({ source, cue, content }: Labelled): Stanced {
  return {
    source,
    cue,
    content: [content],
    kind: 'direct',
    speech: true,
    confidence: 0.9,
    stance: 'says',
    outer: null,
    by: 'label',
  };
}

function readUnit(text: string, unit: Unit, outer: Attribution | null): readonly Attribution[] {
  const models = loadAttributionModels();
  const cues = findLikelyCues(models.cues, unit);
  const marks = markCues(unit, cues);
  const found = cues.flatMap((cue) => findRoles(models.roles, unit, cue, marks) ?? []);
  const sure =
    outer === null
      ? judge(models.judge, unit, found).filter(
          ({ cue, right }) => right >= (isSpoken(unit, cue) ? LEAST_SPOKEN : LEAST_OTHER),
        )
      : found // the judge has seen no nested ones
          .map((roles) => ({ ...roles, right: roles.chance }))
          .filter(({ right }) => right >= LEAST_NESTED);
  return outermost(sure).flatMap((one) => toAttribution(text, unit, one, outer));
}

/** What is said inside what was said: `Trump said …, the Post reported`; `“My doctor told me to …”`. */
function readNested(
  text: string,
  unit: Unit,
  content: readonly Span[],
  outer: Attribution,
): readonly Stanced[] {
  return content
    .flatMap((piece) => quotedParts(unit, piece))
    .flatMap((span) => {
      const part = cutUnit(text, unit, span);
      if (part.words.length < 5) return [];
      return withPlainClauses(part, isQuoting(part) ? readUnit(text, part, outer) : [])
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
        );
    });
}

function isQuoting({ words }: Unit): boolean {
  return words.some(({ token }) => token.tag === 'VERB' && isQuotingVerb(token.lemma));
}

/** What is quoted over several paragraphs, without the marks that open each; other pieces as they are. */
function quotedParts({ words }: Unit, piece: Span): readonly Span[] {
  const inside = words.filter((word) => overlaps(word, piece));
  const numbers = [...new Set(inside.map(({ quotation }) => quotation))];
  if (numbers.length < 2 || numbers.includes(0)) return [piece];
  return numbers.flatMap((number) => {
    const own = inside.filter(({ quotation, mark }) => quotation === number && mark === 0);
    return spanOf(own) ?? [];
  });
}

/** `I never said “…”` is of note as what is denied; else an inner statement is another one's. */
function isInner(text: string, inner: Stanced, lemma: string): boolean {
  const { stance, speech, source, cue } = inner;
  if (stance === 'says' && !/^(?:accuse|find|go)$/.test(lemma))
    return isNestedStatement(text, inner, lemma);
  const isOwn = source !== null && /^(?:I|we)$/i.test(text.slice(source.start, source.end));
  if (!isOwn) return speech;
  return (
    stance === 'denies' &&
    cue !== null &&
    /\b(?:say|said|tell|told|call|called)$/.test(text.slice(cue.start, cue.end))
  );
}

/** A nested statement's last piece goes on to the next mark: there is no telling where else it ends. */
function toBorder(part: Unit, inner: Attribution): Attribution {
  const piece = inner.content.at(-1);
  if (piece === undefined || inner.cue === null || piece.start < inner.cue.end) return inner;
  let last = part.words.findLastIndex((word) => word.start < piece.end);
  while (last + 1 < part.words.length && (part.words[last + 1]?.shape ?? 9) < 4) last += 1;
  const end = Math.max(piece.end, part.words[last]?.end ?? 0);
  return { ...inner, content: inner.content.with(-1, { start: piece.start, end }) };
}

/** `‘Wait here’, and never came back`: what begins with a mark ends with the mark that closes it. */
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
  const inside = words.filter((word) => cue !== null && overlaps(word, cue));
  return inside.findLast(({ token }) => token.tag === 'VERB')?.token.lemma ?? '';
}

const CLEARLY = 0.05; // an inner one likelier by more than this shows that the outer one is none

/** Leaves out what stands inside another's content or is another's, and of two that share words the less likely. */
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
 * `“…,” she said. “…,” he replied.`: what another cue's content begins with is that one's alone, for
 * each cue is read as if it had all quotations behind it to itself.
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

/** Whether more than half of the words of one content are the other's too. */
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
      // a cue that is hardly one makes the rest less sure
      confidence: found.chance * (0.5 + 0.5 * found.cue.chance),
      outer,
    },
  ];
}
