import { isOfficeHead } from '../text/lexicon/organisation-heads.ts';
import { isShortTitle, isTitle } from '../text/lexicon/titles.ts';
import { among, covers, firstWhere, overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Discourse, Mention } from './discourse.ts';
import { mentionsIn, sentenceAt } from './discourse.ts';
import type { Named } from './named.ts';
import { headOf, isBeforePerson } from './source-head.ts';
import {
  apposedToClause,
  behindField,
  calledItself,
  isWriting,
  withoutPlace,
} from './source-parts.ts';

/** Who a source is by its own words; `shared` when several people bear the name that stands there. */
export interface OwnName {
  readonly named: Named | null;
  readonly shared: string | null;
}

/** Whom a source names itself: `Bai Ming, a research fellow`, `Alibaba's founder Jack Ma`; null: nobody. */
export function nameOfSource(discourse: Discourse, whole: Span): OwnName | null {
  const source = withoutPlace(discourse, whole);
  const inside = mentionsIn(discourse, source);
  const called = calledSo(discourse, source);
  if (called !== null) return { named: called, shared: null };
  if (inside.length === 0) return null;
  const tokens = tokensOf(discourse, source);
  const head = headOf(tokens, inside);
  if (head === undefined) return null;
  const named = inside.filter((mention) => overlaps(mention, head));
  const itself = calledItself(discourse, head, inside);
  if (itself.length > 0) return oneOf(discourse, source, itself);
  const isOwn = named.length > 0 && !named.some(isOfficeNamed);
  const behind = isOwn ? [] : apposedName(tokens, head, inside);
  const apposed = behind.length > 0 ? behind : named;
  if (apposed.length > 0) return oneOf(discourse, source, apposed);
  const title = behindTitle(tokens, inside);
  const titled = title.length > 0 ? title : behindField(tokens, inside);
  if (titled.length > 0) return oneOf(discourse, source, titled);
  const described = behindRole(discourse, head, inside);
  if (described.length > 0) return oneOf(discourse, source, described);
  const part = partOf(tokens, head, inside);
  if (part !== undefined) return { named: part.named, shared: null };
  const publisher = publisherOf(tokens, head, inside);
  return publisher === undefined ? null : { named: publisher.named, shared: null };
}

/** `The Registrar of Births, Ann Ode,`: an office with a name of its own, whoever holds it. */
function isOfficeNamed({ named: { name } }: Mention): boolean {
  return isOfficeHead(name.split(' ')[0] ?? '');
}

/** The tokens that a span covers, all in one sentence. */
export function tokensOf(discourse: Discourse, span: Span): readonly Token[] {
  const sentence = sentenceAt(discourse, span.start);
  return among(sentence?.tokens ?? [], span);
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
  const isBreak = (token: Token): boolean =>
    /^(?:VERB|AUX|CCONJ)$/.test(token.tag) &&
    !/^(?:\p{Lu}|(?:assist|presid)ing$)/u.test(token.text) && // not `Commissioner for Works`
    !isBeforePerson(token, tokens[tokens.indexOf(token) + 1]);
  const between = after.slice(0, after.indexOf(comma));
  if (between.some(isBreak)) return apposedToClause(tokens, head, between, inside);
  const behind = inside.filter((mention) => mention.start >= comma.end);
  const main = headOf(
    tokens.filter(({ start }) => start >= comma.end),
    behind,
  );
  // `The winner, | Lund lock | Ann Ode`: a name before the name
  const next = behind.find((mention) => main !== undefined && overlaps(mention, main)) ?? behind[0];
  if (next === undefined || next.named.kind === 'place') return [];
  const before = tokens.filter((token) => token.start >= comma.end && token.end <= next.start);
  const isPart = ({ tag, lower, text, lemma }: Token): boolean =>
    (tag === 'VERB' && lower === lemma) || // `Lund lock Ann Ode`
    /^(?:PROPN|NOUN|ADJ|DET)$/.test(tag) ||
    /^(?:named|called|very|most|right)$/.test(lower) || // `a nurse named Ann Ode`, `the Very Rev Ann Ode`
    isShortTitle(text) ||
    text === '.'; // `Engr. Ann Ode`
  if (!before.every(isPart)) return [];
  return inside.filter((mention) => mention.start === next.start);
}

/**
 * `the owner's sister and former partner, | Ann Ode`, `a nurse who gave only her first name, | Ann`: a person
 * behind what the story calls her.
 */
function behindRole(
  { text }: Discourse,
  head: Token,
  inside: readonly Mention[],
): readonly Mention[] {
  const found = inside.find(({ start, named: { role, kind } }) => {
    if (role === null || kind !== 'person' || role.end > start) return false;
    // `the author, | a teacher who gave her name as | Ann`
    const isHead = covers(role, head) || text.slice(head.end, role.start) === ', ';
    return isHead && /^,(?: | who )|^ who /.test(text.slice(role.end, start));
  });
  return inside.filter(({ start }) => start === found?.start);
}

/** `A nurse, who gave her name as Ann, said`: a person by what the story calls her at this very place. */
function calledSo({ names, text }: Discourse, source: Span): Named | null {
  const isSo = ({ kind, role }: Named): boolean =>
    kind === 'person' && role?.start === source.start && role.end === source.end;
  return /^,? who /.test(text.slice(source.end, source.end + 6))
    ? (names.find(isSo) ?? null)
    : null;
}

/** `Special Adviser on Media | Ann Ode`: a person right behind a title in capitals. */
function behindTitle(tokens: readonly Token[], inside: readonly Mention[]): readonly Mention[] {
  const last = inside.at(-1);
  const at = tokens.findIndex((token) => last !== undefined && overlaps(token, last));
  const whole = tokens.slice(0, Math.max(0, at));
  // `Police and Crime Commissioner for Lund, | Ann Ode`
  const isApposed = whole.at(-1)?.text === ',' && isOneOffice(whole, inside);
  const before = isApposed ? whole.slice(0, -1) : whole;
  const isTitled =
    before.length > 0 &&
    /^[\p{Lu})]/u.test(before.at(-1)?.text ?? '') &&
    before.every(({ text }) => /^(?:\p{Lu}.*|of|for|on|the|and|[.()])$/u.test(text));
  // not `Mr. Ode’s office`
  const isLast = tokens.every(({ start, text }) => start < (last?.end ?? 0) || text === ',');
  return isTitled && isLast && last?.named.kind === 'person'
    ? inside.filter(({ start }) => start === last.start)
    : [];
}

/** Whether words hold one title, and no person's name but for what the office is for. */
function isOneOffice(words: readonly Token[], inside: readonly Mention[]): boolean {
  const isField = ({ start }: Mention): boolean =>
    /^(?:of|for)$/.test(words[words.findIndex((word) => word.start === start) - 1]?.lower ?? '');
  const others = inside.filter(
    (one) => one.named.kind === 'person' && one.end <= (words.at(-1)?.start ?? 0) && !isField(one),
  );
  return others.length === 0 && words.filter(({ text }) => isTitle(text)).length === 1;
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
