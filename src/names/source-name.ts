import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isPostnominal, isShortTitle } from '../text/lexicon/titles.ts';
import { among, firstWhere, overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Discourse, Mention } from './discourse.ts';
import { mentionsIn, sentenceAt } from './discourse.ts';
import type { Named } from './named.ts';

/** Who a source is by its own words; `shared` when several people bear the name that stands there. */
export interface OwnName {
  readonly named: Named | null;
  readonly shared: string | null;
}

/** Whom a source names itself: `Bai Ming, a research fellow`, `Alibaba's founder Jack Ma`; null: nobody. */
export function nameOfSource(discourse: Discourse, source: Span): OwnName | null {
  const inside = mentionsIn(discourse, source);
  if (inside.length === 0) return null;
  const tokens = tokensOf(discourse, source);
  const head = headOf(tokens, inside);
  if (head === undefined) return null;
  const named = inside.filter((mention) => overlaps(mention, head));
  const apposed = named.length > 0 ? named : apposedName(tokens, head, inside);
  if (apposed.length > 0) return oneOf(discourse, source, apposed);
  const titled = behindTitle(tokens, inside);
  if (titled.length > 0) return oneOf(discourse, source, titled);
  const part = partOf(tokens, head, inside);
  if (part !== undefined) return { named: part.named, shared: null };
  const publisher = publisherOf(tokens, head, inside);
  return publisher === undefined ? null : { named: publisher.named, shared: null };
}

/** The tokens that a span covers, all in one sentence. */
export function tokensOf(discourse: Discourse, span: Span): readonly Token[] {
  const sentence = sentenceAt(discourse, span.start);
  return among(sentence?.tokens ?? [], span);
}

/** The main word of a noun phrase: the last before a comma, a preposition, `who`, `and`. */
function headOf(tokens: readonly Token[], inside: readonly Mention[]): Token | undefined {
  let head: Token | undefined;
  let modified = false;
  for (const token of tokens) {
    const named = inside.some((mention) => overlaps(mention, token));
    if (head !== undefined && token.text === '-' && token.start === head.end) {
      head = undefined; // `Hong Kong-based South China Morning Post`
      modified = true;
      continue;
    }
    if (modified && !named) {
      modified = false;
      continue;
    }
    modified = false;
    const ends =
      /^(?:[,(—–:;]|--|who|which|that|whose|and|or|but)$/.test(token.lower) ||
      /^(?:ADP|SCONJ|CCONJ)$/.test(token.tag) ||
      (token.tag === 'VERB' && !named && head !== undefined);
    const isTurned = token.lower === 'turned' && !named; // `boxer turned novelist Ann Ode`
    if (isTurned || (token.lower === 'and' && isDescriptionOf(tokens, token, inside))) {
      head = undefined;
      continue;
    }
    if (ends && !named) {
      if (head !== undefined) break;
      continue; // `As for Ma`, `(Ma`
    }
    if (/^['’]s?$/.test(token.text)) head = undefined; // `Trump's running mate`
    if (isPostnominal(token.text) && !named && head !== undefined) continue; // `Ann Ode KC`
    if (token.tag === 'ADV' && head !== undefined && !named) continue; // `Ann Ode finally`
    if ((/^(?:PUNCT|PART)$/.test(token.tag) || !/[\p{L}\p{N}]/u.test(token.text)) && !named)
      continue;
    head = token;
  }
  return head;
}

/** `night porter and union member Tom Ode`: one person, without an article; not `the porter and Tom Ode`. */
function isDescriptionOf(
  tokens: readonly Token[],
  and: Token,
  inside: readonly Mention[],
): boolean {
  const before = tokens.slice(0, tokens.indexOf(and));
  const [first, ...others] = inside;
  const last = before.at(-1);
  const isPlain = before.every(
    ({ tag, text }) => /^(?:NOUN|ADJ|NUM)$/.test(tag) || /^(?:-|of)$/.test(text), // `father-of-two`
  );
  const isOne =
    isPerson(last?.lemma ?? '') || (last?.tag === 'NUM' && isPerson(before[0]?.lemma ?? ''));
  return isPlain && isOne && others.length === 0 && first !== undefined;
}

/** `the council's leader, Ann Ode,`; `One of them, Ken Barraclough,`: a name after the first comma. */
function apposedName(
  tokens: readonly Token[],
  head: Token,
  inside: readonly Mention[],
): readonly Mention[] {
  const after = tokens.slice(tokens.indexOf(head) + 1);
  const comma = after.find((token) => token.text === ',');
  if (comma === undefined) return [];
  const isBreak = ({ tag, text }: Token): boolean =>
    /^(?:VERB|AUX|CCONJ)$/.test(tag) && !/^\p{Lu}/u.test(text); // not `Commissioner for Works`
  if (after.slice(0, after.indexOf(comma)).some(isBreak)) return [];
  const next = inside.find((mention) => mention.start >= comma.end);
  if (next === undefined || next.named.kind === 'place') return [];
  const between = tokens.filter((token) => token.start >= comma.end && token.end <= next.start);
  const isPart = ({ tag, lower, text }: Token): boolean =>
    /^(?:PROPN|NOUN|ADJ|DET)$/.test(tag) ||
    /^(?:named|called)$/.test(lower) || // `a nurse named Ann Ode`
    isShortTitle(text) ||
    text === '.'; // `Engr. Ann Ode`
  if (!between.every(isPart)) return [];
  return inside.filter((mention) => mention.start === next.start);
}

/** `Special Adviser on Media | Ann Ode`: a person right behind a title in capitals. */
function behindTitle(tokens: readonly Token[], inside: readonly Mention[]): readonly Mention[] {
  const last = inside.at(-1);
  const at = tokens.findIndex((token) => last !== undefined && overlaps(token, last));
  const before = tokens.slice(0, Math.max(0, at));
  const isTitled =
    before.length > 0 &&
    /^\p{Lu}/u.test(before.at(-1)?.text ?? '') &&
    before.every(({ text }) => /^(?:\p{Lu}.*|of|for|on|the|and|\.)$/u.test(text));
  // not `Mr. Ode’s office`
  const isLast = tokens.every(({ start, text }) => start < (last?.end ?? 0) || text === ',');
  return isTitled && isLast && last?.named.kind === 'person'
    ? inside.filter(({ start }) => start === last.start)
    : [];
}

const WRITING =
  /^(?:report|article|story|editorial|newspaper|paper|website|magazine|column|poll|survey|study|analysis)$/;

/** Whether a noun, in small letters, names what is published. */
export function isWriting(noun: string): boolean {
  return WRITING.test(noun);
}

/** `the state chapter of the Ode Union`: a part of an organisation speaks for it. */
function partOf(
  tokens: readonly Token[],
  head: Token,
  inside: readonly Mention[],
): Mention | undefined {
  if (!/^(?:arm|branch|chapter|division|section|wing)$/.test(head.lower)) return undefined;
  const of = tokens[tokens.indexOf(head) + 1];
  return of?.lower === 'of'
    ? inside.find(({ start, named }) => start >= of.end && named.kind === 'organisation')
    : undefined;
}

/** `the Post report`: what an organisation published speaks for it. */
function publisherOf(
  tokens: readonly Token[],
  head: Token,
  inside: readonly Mention[],
): Mention | undefined {
  if (!isWriting(head.lower)) return undefined;
  const before = tokens[tokens.indexOf(head) - 1];
  return inside.find(
    (mention) =>
      before !== undefined && overlaps(mention, before) && mention.named.kind === 'organisation',
  );
}

/** Of several bearers of one name: the one named in full in this paragraph, else the name they share. */
function oneOf(discourse: Discourse, source: Span, mentions: readonly Mention[]): OwnName {
  const [first] = mentions;
  const bearers = [
    ...new Set(mentions.filter((m) => m.start === first?.start).map((m) => m.named)),
  ];
  if (bearers.length < 2 || first === undefined) return { named: bearers[0] ?? null, shared: null };
  const paragraph = sentenceAt(discourse, source.start)?.paragraph;
  const full = discourse.mentions.filter(
    (mention) =>
      mention.start < source.start &&
      bearers.includes(mention.named) &&
      mention.end - mention.start > first.end - first.start &&
      mention.sentence.paragraph === paragraph,
  );
  const [only, another] = new Set(full.map(({ named }) => named));
  if (only !== undefined && another === undefined) return { named: only, shared: null };
  return { named: null, shared: discourse.text.slice(first.start, first.end) };
}

/** The name that a relative pronoun follows: `Davis, who said`; null when a verb stands between. */
export function nameBeforeRelative(discourse: Discourse, at: number): Named | null {
  const { mentions } = discourse;
  let before = firstWhere(mentions, ({ start }) => start >= at) - 1;
  while (before >= 0 && !isOpenBefore(mentions[before], at)) before -= 1;
  const last = before < 0 ? undefined : mentions[before];
  const described = /^which/i.test(discourse.text.slice(at))
    ? beforeApposition(discourse, at)
    : null;
  if (described !== null) return described;
  if (last !== undefined && /^(?:place|organisation)$/.test(last.named.kind)) return null;
  if (last === undefined || sentenceAt(discourse, at) !== last.sentence) return null;
  const gap = discourse.text.slice(last.end, at);
  return /^\s*,?\s*(?:\([^)]*\)|\d{1,2},)?,?\s*$/.test(gap) ? last.named : null;
}

function isOpenBefore(mention: Mention | undefined, at: number): boolean {
  return mention !== undefined && mention.end <= at && !mention.quoted;
}

/** `the Ode Foundation, a charity set up by a bank, which has promised`: what an apposition is about. */
function beforeApposition(discourse: Discourse, at: number): Named | null {
  const tokens = sentenceAt(discourse, at)?.tokens ?? [];
  const commas = tokens.filter(({ text, start }) => text === ',' && start < at).slice(-2);
  const [before, behind] = commas;
  if (
    before === undefined ||
    behind === undefined ||
    behind !== tokens.findLast((one) => one.end <= at)
  )
    return null;
  const opening = tokens.find(({ start }) => start >= before.end);
  if (!/^(?:an?|the)$/.test(opening?.lower ?? '')) return null;
  const beside = mentionsIn(discourse, { start: before.start - 1, end: before.start });
  const about = beside.find(({ end, quoted }) => end === before.start && !quoted);
  return about === undefined || about.named.kind === 'person' ? null : about.named;
}
