import type { Named } from '../../names/named.ts';
import { isQuotingVerb, isSaying } from '../../text/lexicon/saying.ts';
import { firstWhere, overlaps, type Span, trimSpan } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';

type Repair = (text: string, attribution: Attribution, names: readonly Named[]) => Attribution;

/** Recognisable mistakes of the taggers: each repair leaves the rest as it is. */
const repairs: readonly Repair[] = [
  nameBeforeApposition,
  nameInContent,
  nameBehindDescription,
  ownerBehindPreposition,
  cutAddressee,
  cutCited,
  cutAside,
];

/** The attribution with every repair that applies. */
export function repair(
  text: string,
  attribution: Attribution,
  names: readonly Named[],
): Attribution {
  return repairs.reduce((repaired, mend) => mend(text, repaired, names), attribution);
}

/** `…, Mei Xinyu, an associate researcher said`: the name before a purely descriptive source belongs to it. */
function nameBeforeApposition(
  text: string,
  attribution: Attribution,
  names: readonly Named[],
): Attribution {
  const { source } = attribution;
  if (source === null || !/^(?:an?|the)\s/i.test(text.slice(source.start, source.end)))
    return attribution;
  const comma = lastSign(text, source.start);
  if (text.charAt(comma) !== ',') return attribution;
  const name = peopleIn(names).byEnd.get(comma);
  if (name === undefined) return attribution;
  const opening = lastSign(text, name.start);
  if (opening >= 0 && !/[,;”"’']/.test(text.charAt(opening))) return attribution;
  const content = attribution.content
    .map((piece) => (overlaps(piece, name) ? { start: piece.start, end: name.start } : piece))
    .map((piece) => trimEnd(text, piece))
    .filter((piece) => piece.end > piece.start);
  return content.length === 0
    ? attribution
    : { ...attribution, source: { start: name.start, end: source.end }, content };
}

/** `According to the inspector, Ann Ode, it …`: the name between the commas belongs to the source. */
function nameInContent(
  text: string,
  attribution: Attribution,
  names: readonly Named[],
): Attribution {
  const { source, content } = attribution;
  const [first, ...rest] = content;
  if (source === null || first === undefined || first.start < source.end) return attribution;
  if (!/^,\s+$/.test(text.slice(source.end, first.start))) return attribution;
  const name = peopleIn(names).byStart.get(first.start);
  const comma = name && /^,\s+/.exec(text.slice(name.end, first.end));
  if (!name || !comma) return attribution;
  const start = name.end + comma[0].length;
  return {
    ...attribution,
    source: { start: source.start, end: name.end },
    content: [{ start, end: first.end }, ...rest],
  };
}

/** `Its director, Mei Xinyu, was blunt`: the name right after a purely descriptive source belongs to it. */
function nameBehindDescription(
  text: string,
  attribution: Attribution,
  names: readonly Named[],
): Attribution {
  const { source, cue, content } = attribution;
  if (source === null) return attribution;
  const comma = /^,\s+/.exec(text.slice(source.end, source.end + 4));
  if (comma === null) return attribution;
  const people = peopleIn(names);
  const name = people.byStart.get(source.end + comma[0].length);
  if (name === undefined || !text.startsWith(',', name.end)) return attribution;
  const taken = [cue, ...content].some((span) => span !== null && overlaps(span, name));
  if (taken || isNamedIn(people, source)) return attribution;
  return { ...attribution, source: { start: source.start, end: name.end } };
}

const ABOUT = /\s(?:about|against|at|by|from|in|into|of|on|over|to|with)\s+$/i;

/** `A paper looked at Ode’s claim that …`: whose claim it is, without what was done about it. */
function ownerBehindPreposition(
  text: string,
  attribution: Attribution,
  names: readonly Named[],
): Attribution {
  const { source } = attribution;
  const owner = source && /['’]s?$/.exec(text.slice(source.start, source.end));
  if (!source || !owner) return attribution;
  const name = peopleIn(names).byEnd.get(source.start + owner.index);
  if (name === undefined || name.start <= source.start) return attribution;
  if (!ABOUT.test(text.slice(source.start, name.start))) return attribution;
  return { ...attribution, source: { start: name.start, end: source.end } };
}

/** Where the people of a story are named. */
interface People {
  readonly byStart: ReadonlyMap<number, Span>;
  readonly byEnd: ReadonlyMap<number, Span>;
  readonly inOrder: readonly Span[];
  /** Characters of the longest mention. */
  readonly longest: number;
}

const known = new WeakMap<readonly Named[], People>(); // every attribution asks for the same

function peopleIn(names: readonly Named[]): People {
  const read = known.get(names) ?? readPeople(names);
  known.set(names, read);
  return read;
}

function readPeople(names: readonly Named[]): People {
  const all = names.filter(({ kind }) => kind === 'person').flatMap(({ mentions }) => mentions);
  const [byStart, byEnd] = [new Map<number, Span>(), new Map<number, Span>()];
  for (const mention of all) {
    if (!byStart.has(mention.start)) byStart.set(mention.start, mention);
    if (!byEnd.has(mention.end)) byEnd.set(mention.end, mention);
  }
  const longest = all.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return { byStart, byEnd, inOrder: all.toSorted((a, b) => a.start - b.start), longest };
}

function isNamedIn({ inOrder, longest }: People, span: Span): boolean {
  const from = firstWhere(inOrder, ({ start }) => start > span.start - longest);
  const to = firstWhere(inOrder, ({ start }) => start >= span.end);
  return inOrder.slice(from, to).some((mention) => overlaps(mention, span));
}

/** The position of the last character before another that is not white space; -1 if there is none. */
function lastSign(text: string, before: number): number {
  let at = before - 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) at -= 1;
  return at;
}

const TELLS =
  /^(?:told|tells?|telling|wrote|writes?|warn|assur|inform|remind|persuad|advis|explain|complain)/;

/** `told them to go`, `wrote to staff that …`: the addressee is not part of what was said. */
export function cutAddressee(text: string, attribution: Attribution): Attribution {
  const { cue, content } = attribution;
  const [first, ...rest] = content;
  if (cue === null || first === undefined || first.start < cue.end) return attribution;
  if (!TELLS.test(text.slice(cue.start, cue.end))) return attribution;
  const addressee =
    /^(?:(?:him|her|them|me|us)\s+(?=(?:not\s+)?to\s|that\s)|(?:to\s+)?\p{Ll}+\s+(?=that\s))/u.exec(
      text.slice(first.start, first.end),
    );
  if (addressee === null) return attribution;
  const start = first.start + addressee[0].length;
  return { ...attribution, content: [{ start, end: first.end }, ...rest] };
}

/** `…, the report said, citing another report which …`: the source cited by the speaker is not part of what was said. */
function cutCited(text: string, attribution: Attribution): Attribution {
  const content = attribution.content.flatMap((piece) => {
    const words = text.slice(piece.start, piece.end);
    if (/^citing\s/.test(words)) return [];
    const at = words.search(/,\s+citing\s/);
    return [
      at < 0 || attribution.kind === 'direct'
        ? piece
        : { start: piece.start, end: piece.start + at },
    ];
  });
  return content.length === 0 ? attribution : { ...attribution, content };
}

// What follows a source's comma: half of the corpus's sources with `, who` leave it out; of those
// with any of the others, nine in ten do.
const ASIDE =
  /,\s+(?:who|whom|whose|which|in|for|on|as|after|during|while|though|however|meanwhile|speaking)\b/;

/** `Ms. Ode, who led the inquiry, said`: an aside about the speaker is not part of the source. */
function cutAside(text: string, attribution: Attribution): Attribution {
  const { source } = attribution;
  if (source === null) return attribution;
  const words = text.slice(source.start, source.end);
  const at = [words.search(ASIDE), words.search(/,?\s+(?:who|which|that)$/)].find(
    (found) => found > 0,
  );
  if (at === undefined) return attribution;
  return { ...attribution, source: { start: source.start, end: source.start + at } };
}

function trimEnd(text: string, span: Span): Span {
  const { start, end } = trimSpan(text, span);
  return { start, end: start + text.slice(start, end).replace(/[,;:\s]+$/, '').length };
}

/** Whether a nested statement should be listed: it has a saying verb and a different speaker. */
export function isNestedStatement(
  text: string,
  { source, cue, kind, speech }: Attribution,
  lemma: string,
): boolean {
  const isVerb = isQuotingVerb(lemma) || (kind === 'direct' && isSaying(lemma));
  if (!speech || source === null || cue === null || !isVerb) return false;
  const words = text.slice(source.start, source.end);
  if (
    /^they$/i.test(words) &&
    /\b(?:tell|told|telling|said|say)\b/.test(text.slice(cue.start, cue.end))
  )
    return true;
  return !/^(?:I|we|you|they|it|this|these|those|nobody|no one|people|everyone|everybody|some|many|\d[\d,.]*)(?:['’]\w+)?$/i.test(
    words,
  );
}
