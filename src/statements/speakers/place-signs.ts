import { type Discourse, isSameEntry, type Mention, mentionsIn } from '../../names/discourse.ts';
import type { Named } from '../../names/named.ts';
import { covers, firstWhere, indexAt, startingAt } from '../../text/span.ts';
import type { Asked } from './asked.ts';

const NEAR = 3; // sentences
const LATELY = 6; // sentences

/** Where a story names someone, seen from a statement: how far before, as what, and behind. */
export function placeSigns(discourse: Discourse, asked: Asked, named: Named): readonly string[] {
  const { at, sentence, latest, spokenOf } = asked;
  const all = mentionsOf(discourse, named);
  const next = startingAt(all, at);
  const since = firstWhere(all, ({ start }) => isSameEntry(discourse, start, at));
  const before = all.slice(since, Math.max(since, next));
  const signs: string[] = [];
  const last = before.findLast(({ quoted }) => !quoted);
  if (last === undefined) signs.push('not named before');
  else signs.push(...lastSigns(discourse, asked, last));
  const final = before.at(-1);
  if (final?.quoted === true)
    signs.push(`quoted ${inSteps(sentence.index - final.sentence.index)} ago`);
  if (latest === named) signs.push('named last of all');
  if (spokenOf?.named === named)
    signs.push('spoken of', `spoken of ${Math.min(4, spokenOf.back)} ago`);
  if (openingOf(discourse, asked) === named) signs.push('opens the paragraph');
  const late = firstWhere(before, (one) => sentence.index - one.sentence.index <= LATELY);
  const lately = before.slice(late).filter(({ quoted }) => !quoted).length;
  signs.push(`named ${Math.min(3, lately)} times lately`, ...besideSigns(discourse, asked, named));
  const ahead = all[next];
  const isNext = ahead?.sentence.index === sentence.index + 1;
  if (ahead?.sentence === sentence)
    signs.push(ahead.quoted ? 'named behind, quoted' : 'named behind');
  else if (ahead !== undefined && isNext)
    signs.push(ahead.first ? 'opens the next sentence' : 'in the next sentence');
  return [...signs, ...contentSigns(discourse, asked, all)];
}

/** The last mention before, outside quotation marks. */
function lastSigns({ text }: Discourse, { sentence }: Asked, last: Mention): readonly string[] {
  const far = sentence.index - last.sentence.index;
  const paragraphs = (sentence.paragraph.number ?? 0) - (last.sentence.paragraph.number ?? 0);
  const signs = [`${inSteps(far)} ago`, `${Math.min(3, Math.max(0, paragraphs))} paragraphs ago`];
  if (far <= NEAR) signs.push('near');
  if (last.first) signs.push('subject', `subject ${inSteps(far)} ago`);
  const owns = /^['’]s?(?!\p{L})/u.test(text.slice(last.end, last.end + 3));
  if (owns) signs.push('owner', `owner ${inSteps(far)} ago`);
  const { tokens } = last.sentence;
  const prior = tokens.findLast(({ end }) => end <= last.start);
  if (prior?.tag === 'ADP') signs.push('hangs', `hangs on ${prior.lower}`);
  return signs;
}

/** Whether someone is the subject of the sentence before. */
function besideSigns({ bySentence }: Discourse, asked: Asked, named: Named): readonly string[] {
  const { sentence } = asked;
  const before = bySentence[sentence.index - 1] ?? [];
  const isSame = before[0]?.sentence.paragraph === sentence.paragraph;
  const where = isSame ? 'in this paragraph' : 'in the paragraph before';
  const signs: string[] = [];
  if (before.find(({ first }) => first)?.named === named) signs.push(`subject before, ${where}`);
  return signs;
}

/** Whether someone is named in what is said, to whom it is said, and in what it is part of. */
function contentSigns(
  { text }: Discourse,
  { attribution, sentence, at }: Asked,
  all: readonly Mention[],
): readonly string[] {
  const { content, cue, outer, kind, source } = attribution;
  const signs: string[] = [];
  const isIn = (spans: typeof content): boolean => spans.some((span) => indexAt(all, span) >= 0);
  if (isIn(content)) signs.push('in the content', `in ${kind} content`);
  const told = cue === null ? undefined : all[startingAt(all, cue.end)];
  if (cue !== null && told !== undefined && told.start <= cue.end + TOLD) {
    const isOwn = source !== null && covers(source, told);
    if (!isOwn && !/[,.“"‘]/.test(text.slice(cue.end, told.start))) signs.push('told');
  }
  if (source !== null && indexAt(all, source) >= 0) signs.push('in the source');
  if (outer === null) return signs;
  if (isIn(outer.content)) signs.push('in the outer content');
  const near = all[startingAt(all, at) - 1];
  if (near?.sentence === sentence) signs.push('in its sentence');
  return signs;
}

const TOLD = 25; // characters from a cue to whom it is said

/** The one whom the statement's paragraph is about, as far as it has come. */
function openingOf(discourse: Discourse, { sentence, at }: Asked): Named | null {
  const { start } = sentence.paragraph;
  const before = { start, end: Math.max(start, at) };
  const own = mentionsIn(discourse, before).filter(({ quoted }) => !quoted);
  const first = own[0]?.sentence;
  const opening = own.filter((one) => one.sentence === first);
  return (opening.find((one) => one.first) ?? opening[0])?.named ?? null;
}

function inSteps(sentences: number): number {
  return sentences <= 3 ? sentences : sentences <= 5 ? 4 : sentences <= 9 ? 6 : 10;
}

const mentions = new WeakMap<Discourse, ReadonlyMap<Named, readonly Mention[]>>();

/** All places where someone is named, in order; worked out once per story. */
export function mentionsOf(discourse: Discourse, named: Named): readonly Mention[] {
  const known = mentions.get(discourse) ?? byNamed(discourse);
  mentions.set(discourse, known);
  return known.get(named) ?? [];
}

function byNamed(discourse: Discourse): ReadonlyMap<Named, readonly Mention[]> {
  const groups = new Map<Named, Mention[]>();
  for (const mention of discourse.mentions) {
    const own = groups.get(mention.named);
    if (own === undefined) groups.set(mention.named, [mention]);
    else own.push(mention);
  }
  return groups;
}
