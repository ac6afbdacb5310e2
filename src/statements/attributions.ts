import type { ArticleParts } from '../article/parts.ts';
import type { Named } from '../names/named.ts';
import { findQuotations } from '../text/quotations.ts';
import { covers, firstWhere, overlaps, type Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import { adoptQuotations } from './clauses/adopted.ts';
import { repair } from './clauses/attribution-repairs.ts';
import { readBare } from './clauses/bare.ts';
import { citesAnybody, readCited, readCiting } from './clauses/cited.ts';
import {
  readReporter,
  splitAtColon,
  wholeNoun,
  wholePhrase,
  withParticiple,
} from './clauses/clause-rules.ts';
import { cutContent } from './clauses/content-ends.ts';
import { goOnBehind } from './clauses/interposed.ts';
import { withinParagraphs } from './clauses/own-paragraphs.ts';
import { withPlainClauses } from './clauses/plain-clauses.ts';
import {
  mendSayer,
  quotedSpeaker,
  readQuotedBy,
  turnAround,
  wholeClause,
} from './clauses/reporting-clauses.ts';
import { readStance, type Stanced } from './clauses/stance.ts';
import { readUntagged } from './clauses/untagged.ts';
import { findLabelled } from './labels/labelled.ts';
import type { Labelled } from './labels/signed.ts';
import type { Marks } from './marking/marker.ts';
import { readNested } from './nested.ts';
import { readTagged } from './tagged.ts';
import { readUnits, type Unit } from './tagging/unit.ts';

/** Who (in words) said what, in story order; an outer statement before those inside it. `marks`: what the marker made of the story. */
export function findAttributions(
  parts: ArticleParts,
  names: readonly Named[],
  marks: Marks | null = null,
): readonly Stanced[] {
  const { text } = parts.article;
  const labelled = findLabelled(parts, names, (paragraph) => findQuotations(text, paragraph));
  const isInName = readNamed(names);
  return readUnits(parts, marks).flatMap((unit) => {
    if (unit.words.length < LEAST_WORDS) return [];
    const given = unit.paragraphs.flatMap((paragraph) => labelled.get(paragraph) ?? []);
    if (given.length === 0) return inOrder(readAll(text, unit, names, isInName));
    const last = unit.words.at(-1)?.end ?? 0;
    const first = unit.words[0]?.start ?? last; // a long paragraph has several units
    const own = given
      .filter(({ content }) => first <= content.start && content.start < last)
      .map(fromLabel);
    const all = [...own, ...readBare(unit, own).map(asSaid)];
    return inOrder(all.flatMap((one) => [one, ...readNested(text, unit, one.content, one)]));
  });
}

const LEAST_WORDS = 2; // one that says, and one that is said

/** By unit: the label of an answer's later paragraphs is far above them. */
function inOrder(found: readonly Stanced[]): readonly Stanced[] {
  return found.toSorted((a, b) => startOf(a) - startOf(b));
}

/** What the taggers find in a unit, repaired, with the statements nested in it. */
function readAll(
  text: string,
  unit: Unit,
  names: readonly Named[],
  isInName: (cue: Span | null) => boolean,
): readonly Stanced[] {
  const tagged = readTagged(text, unit, null).filter(({ cue }) => !isInName(cue));
  const adopted = adoptQuotations(
    unit,
    tagged.flatMap((one) => cutContent(unit, one)).flatMap((one) => splitAtColon(unit, one)),
  );
  const clauses = withPlainClauses(unit, [...adopted, ...readUntagged(unit, adopted)]);
  const known = clauses.map((one) => withinParagraphs(unit, one));
  const bare = readBare(unit, known).map(asSaid);
  const found = known.filter((one) => !bare.some((own) => holdsCue(own, one)));
  const all = bare.flatMap((one) => [one, ...readNested(text, unit, one.content, one)]);
  const cites = citesAnybody(unit);
  for (const one of found) {
    const sayer = mendSayer(unit, withParticiple(unit, one));
    const whole = goOnBehind(unit, wholePhrase(unit, wholeNoun(unit, sayer)));
    const clause = turnAround(unit, wholeClause(unit, whole));
    const mended = quotedSpeaker(unit, repair(text, clause, names));
    const reporter =
      (cites ? readCiting(unit, mended) : null) ??
      readQuotedBy(unit, mended) ??
      readReporter(unit, mended, found);
    if (reporter !== null && all.some((other) => isSameCue(other, reporter.inner))) continue;
    const read = readStance(unit, mended);
    if (reporter !== null) {
      const outer = readStance(unit, reporter.outer);
      all.push(outer, { ...readStance(unit, reporter.inner), outer });
    } else if (one.speech && mayHold(read, read) && all.every((other) => mayHold(other, read))) {
      all.push(read, ...readNested(text, unit, one.content, read));
    } else all.push(read);
    const cited = cites && reporter === null ? readCited(unit, read, all) : null;
    if (cited !== null) all.push(readStance(unit, cited));
  }
  return all;
}

function isSameCue({ cue }: Attribution, other: Attribution): boolean {
  return cue !== null && other.cue !== null && overlaps(cue, other.cue);
}

/** Whether a statement cites somebody: not where it, or the one next to it, is a denial or a question. */
function mayHold({ stance, content }: Stanced, read: Attribution): boolean {
  return (
    stance === 'says' ||
    !content.some((piece) => read.content.some((other) => overlaps(piece, other)))
  );
}

/** Words in quotation marks alone count as said. */
function asSaid(one: Attribution): Stanced {
  return { ...one, stance: 'says' };
}

/** Whether a statement is part of what another one reports. */
function holdsCue({ content }: Attribution, { cue }: Attribution): boolean {
  return cue !== null && content.some((piece) => covers(piece, cue));
}

/** `told the Westhaven Echo`: whether a cue is part of a name, and so not a saying word. */
function readNamed(names: readonly Named[]): (cue: Span | null) => boolean {
  const byStart = names.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start);
  const longest = byStart.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return (cue) => {
    if (cue === null) return false;
    const from = firstWhere(byStart, ({ start }) => start >= cue.start - longest);
    for (let at = from; (byStart[at]?.start ?? cue.end) <= cue.start; at += 1) {
      const name = byStart[at];
      const isLonger = name !== undefined && name.end - name.start > cue.end - cue.start;
      if (isLonger && covers(name, cue)) return true;
    }
    return false;
  };
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
