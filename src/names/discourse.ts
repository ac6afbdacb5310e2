import { isStamp } from '../article/entry-stamps.ts';
import type { ArticleParts } from '../article/parts.ts';
import type { Sentence } from '../article/sentence.ts';
import { findQuotations } from '../text/quotations.ts';
import { covers, firstWhere, overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Named } from './named.ts';

/** A name where it stands. */
export interface Mention extends Span {
  readonly named: Named;
  /** Inside quotation marks: someone else's word for someone. */
  readonly quoted: boolean;
  /** The first name of its sentence's main clause, outside quotation marks, that owns nothing: mostly its subject. */
  readonly first: boolean;
  readonly sentence: Sentence;
}

/** Who spoke, so far: for pronouns. */
export interface Spoken {
  readonly named: Named | null;
  readonly at: number;
  readonly sentence: Sentence;
  /** The words that stand for whoever spoke. */
  readonly source: Span | null;
}

/** The story as a sequence of mentions, for finding out who a source is. */
export interface Discourse {
  readonly text: string;
  readonly headline: string | null;
  readonly names: readonly Named[];
  readonly sentences: readonly Sentence[];
  /** In order of place; a form that two share is there once for each. */
  readonly mentions: readonly Mention[];
  /** The same, by the sentence's index. */
  readonly bySentence: readonly (readonly Mention[])[];
  /** Where the entries of a live blog begin; none in any other story. */
  readonly entries: readonly number[];
}

// `14.07 A rescue official …`, `17:42` on a line of its own
const TIME_STAMP =
  /^\(?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*(?:[ap]\.?m\.?|hrs?|GMT|BST))?\)?(?:[\s:–—-]|$)/i;
const LEAST_ENTRIES = 3; // stamps: fewer are times in a story

/** Whether no new entry of a live blog begins between two places. */
export function isSameEntry({ entries }: Discourse, a: number, b: number): boolean {
  return (entries[firstWhere(entries, (start) => start > a)] ?? b + 1) > b;
}

/** Reads the mentions of a story's names. */
export function readDiscourse(parts: ArticleParts, names: readonly Named[]): Discourse {
  const { text, headline } = parts.article;
  const quotations = parts.paragraphs.flatMap((paragraph) => findQuotations(text, paragraph));
  const found = names
    .flatMap((named) => named.mentions.map((span) => ({ named, span })))
    .sort((a, b) => a.span.start - b.span.start);
  const mentions: Mention[] = [];
  let [s, q] = [0, 0];
  for (const { named, span } of found) {
    while (s < parts.sentences.length && (parts.sentences[s]?.end ?? 0) <= span.start) s += 1;
    while (q < quotations.length && (quotations[q]?.end ?? 0) <= span.start) q += 1;
    const sentence = parts.sentences[s];
    if (sentence === undefined || !overlaps(sentence, span)) continue;
    const quotation = quotations[q];
    const quoted = quotation !== undefined && overlaps(quotation, span);
    const { start, end } = span; // by name: a spread is slow for ten thousands of mentions
    mentions.push({ start, end, named, quoted, first: false, sentence });
  }
  const stamped = parts.paragraphs.filter(
    ({ start, end }) =>
      TIME_STAMP.test(text.slice(start, start + 20)) || isStamp(text.slice(start, end)),
  );
  const entries = stamped.length < LEAST_ENTRIES ? [] : stamped.map(({ start }) => start);
  const drafts: Mention[][] = parts.sentences.map(() => []);
  for (const mention of mentions) drafts[mention.sentence.index]?.push(mention);
  const bySentence = drafts.map((own) => withFirst(text, own));
  const { sentences } = parts;
  return { text, headline, names, sentences, mentions: bySentence.flat(), bySentence, entries };
}

/** The mentions of a sentence, with the first that owns nothing marked: `Lane's widow, | Ann |, left`. */
function withFirst(text: string, own: readonly Mention[]): readonly Mention[] {
  if (own.length === 0) return own;
  const open = own.filter(
    ({ quoted, end }) => !quoted && !/^['’]s?(?![\p{L}])/u.test(text.slice(end, end + 3)),
  );
  // `The secretary of Lund Rowing Club, Ann Ode, left`
  const isInRole = (one: Mention): boolean =>
    open.some(({ named }) => named.role !== null && named !== one.named && covers(named.role, one));
  const subject =
    open.find((mention) => isBehindOpening(mention)) ??
    open.find((one) => !isInRole(one)) ??
    open[0];
  return own.map((one) =>
    one.start === subject?.start && open.includes(one) ? { ...one, first: true } : one,
  );
}

const LONGEST_SUBJECT = 8; // tokens between the opening's comma and the name

/** `When he lost to Lund, | Ann Ode wept`, `Asked by Lund whether …, the minister, | Ann Ode, said` */
function isBehindOpening({ sentence: { tokens }, start, end }: Mention): boolean {
  const [opening] = tokens;
  if (opening === undefined || opening.start === start) return false;
  const opens =
    /^(?:ADP|SCONJ)$/.test(opening.tag) ||
    /^(?:when|while|although|though|asked|despite)$/.test(opening.lower) ||
    (opening.tag === 'VERB' && /(?:ed|en|ing)$/.test(opening.lower));
  if (!opens) return false;
  const at = tokens.findIndex((token) => token.end > start);
  const comma = tokens.findLastIndex(
    (token, i) =>
      i < at &&
      i >= at - LONGEST_SUBJECT &&
      token.text === ',' &&
      isSubjectOnly(tokens.slice(i + 1, at)),
  );
  if (comma < 0 || /^['’]s?$/.test(tokens.find((token) => token.start >= end)?.text ?? ''))
    return false;
  return tokens.some((token) => token.start >= end && /^(?:VERB|AUX)$/.test(token.tag));
}

/** Titles and descriptions that stand before a name, with an apposition's comma: `the minister,`. */
function isSubjectOnly(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({ tag, text, lower }) =>
      /^(?:DET|ADJ|NOUN|PROPN|ADP|PART)$/.test(tag) && text !== ',' && lower !== 'by',
  );
}

/** The mentions that share something with a span, in order. */
export function mentionsIn(discourse: Discourse, span: Span): readonly Mention[] {
  const { sentences, bySentence } = discourse;
  const first = (sentenceAt(discourse, span.start)?.index ?? 0) - 1; // a name may stand over a border
  const found: Mention[] = [];
  for (let at = Math.max(0, first); (sentences[at]?.start ?? span.end) < span.end; at += 1)
    found.push(...(bySentence[at]?.filter((one) => overlaps(one, span)) ?? []));
  return found;
}

/** Whether a name stands in the paragraph of a sentence. */
export function isNamedBeside(
  { sentences, bySentence }: Discourse,
  { index, paragraph }: Sentence,
  named: Named,
): boolean {
  const isThere = (at: number): boolean =>
    bySentence[at]?.some((one) => one.named === named) ?? false;
  for (let at = index; sentences[at]?.paragraph === paragraph; at -= 1)
    if (isThere(at)) return true;
  for (let at = index; sentences[at]?.paragraph === paragraph; at += 1)
    if (isThere(at)) return true;
  return false;
}

/** The names in a sentence outside quotation marks. */
export function namedIn({ bySentence }: Discourse, sentence: Sentence): readonly Mention[] {
  return bySentence[sentence.index]?.filter(({ quoted }) => !quoted) ?? [];
}

/** The sentence that holds a position, or the last one before it. */
export function sentenceAt({ sentences }: Discourse, at: number): Sentence | undefined {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? sentences.at(-1);
}
