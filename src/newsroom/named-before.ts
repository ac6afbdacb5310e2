import { excerpt, type Verbatim } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { isEpithet } from '../text/lexicon/epithets.ts';
import {
  isAnyBusiness,
  isBusiness,
  isOrganisationKind,
  tellsKind,
} from '../text/lexicon/organisation-kinds.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { firstWhere, type Span } from '../text/span.ts';
import { headOf } from './source-openings.ts';

/** Who is meant by words for somebody without a name: another source, by its name, or somebody named before. */
type Meant = { readonly name: Verbatim } | 'somebody named' | null;

/** Whom a story has named already and calls otherwise: `the union` for the Bakers’ Guild, `the striker` for Bo Lind. */
export function meantBy(story: Story, words: string, at: Span): Meant {
  if (!DEFINITE.test(words)) return null;
  const head = headOf(words);
  const body = bodyMeant(story, words, head, at);
  if (body !== null) return { name: excerpt(story.article, body) };
  return isNamedAgain(story, words, head, at) ? 'somebody named' : null;
}

const DEFINITE =
  /^(?:the|his|her|its|their|the [\p{L}-]+['’]s) (?:(?!(?:of|for|from|in|at|on|with|to|by)\b)[\p{L}\d-]+ ){0,3}[\p{L}\d-]+$/iu;
const BODY = /^the (?:[\p{L}-]+ )?[\p{Ll}-]+$/iu;
const BODY_NOUN =
  /^(?:authority|board|body|co-op|cooperative|forum|franchise|inspectorate|league|service|society)$/;

/** The organisation of `the union`, `the company`: of a name that tells its kind, at the start of the sentence before, or, of a firm, named most. */
function bodyMeant(story: Story, words: string, head: string, { start }: Span): Span | null {
  if (!BODY.test(words)) return null;
  if (!isOrganisationKind(head) && !isBusiness(head) && !BODY_NOUN.test(head)) return null;
  const bodies = story.names.flatMap(({ kind, mentions, name }) => {
    const before = mentions.filter((one) => one.end < start);
    const isBody = kind === 'organisation' || (kind === 'other' && mentions.length > 1);
    return isBody && before.length > 0 ? [{ name, before }] : [];
  });
  const latest = bodies.toSorted((a, b) => endOf(b.before) - endOf(a.before));
  const told = latest.find(({ name }) => name.split(' ').some((word) => tells(word, head)));
  const opens = latest.find(({ before }) => before.some((one) => opensBefore(story, one, start)));
  const [most] = bodies.toSorted((a, b) => b.before.length - a.before.length);
  const found =
    told ??
    opens ??
    (isAnyBusiness(head) || isBusiness(head) || SIDE.test(head) ? most : undefined);
  return (
    found?.before.find((one) => wordsAt(story, one) === found.name) ?? found?.before[0] ?? null
  );
}

const SIDE = /^(?:franchise|club|team|side)$/;

function tells(word: string, noun: string): boolean {
  return word.toLowerCase() === noun || tellsKind(word, noun);
}

function endOf(mentions: readonly Span[]): number {
  return mentions.at(-1)?.end ?? 0;
}

/** Whether a name opens the sentence of a place, or the one before: `Orr Weather said … The service warned …`. */
function opensBefore({ sentences, article }: Story, name: Span, at: number): boolean {
  const here = firstWhere(sentences, ({ end }) => end > at);
  return [here, here - 1].some((index) => {
    const start = sentences[index]?.start ?? -1;
    const ahead = start < 0 || name.start < start ? null : article.text.slice(start, name.start);
    return ahead !== null && /^(?:The )?$/.test(ahead);
  });
}

const NEAR = 700; // characters: about three paragraphs
const BESIDE_ONE =
  /^(?:(?:former|old|one-time) )?(?:opponent|counterpart|colleague|rival|predecessor|successor|teammate|team-mate)$/;
const PEOPLE_OF = /^(?:\p{L}{3,}(?:man|woman|er|or)|\d{1,2}-year-old)$/u; // `the Irishman`, `the shrimper`

/** `The striker`, `the Frenchwoman`, `his former colleague`: other words for somebody named shortly before. */
function isNamedAgain(story: Story, words: string, head: string, { start }: Span): boolean {
  const { text } = story.article;
  const near = story.names.some(
    ({ kind, mentions }) =>
      kind === 'person' && mentions.some((one) => one.end < start && start - one.end < NEAR),
  );
  if (!near) return false;
  if (isRoleOfNamed(story, head) && /^(?:the|its) |['’]s /i.test(words)) return true;
  if (/^(?:his|her|their|its) /i.test(words))
    return BESIDE_ONE.test(words.replace(/^\S+ /, '').toLowerCase());
  if (/['’]s /.test(words) || !(isPerson(head) || PEOPLE_OF.test(head))) return false;
  if (NEEDS_NO_NAME.test(head) && !isEpithet(head)) return false;
  return !isIntroduced(text.slice(0, start), head);
}

/** Whom a story can call so the first time: `the mayor`, of whom there is one. */
const NEEDS_NO_NAME =
  /^(?:spokes(?:man|woman|person)|person|official|officer|source|witness|caller|aide|diplomat|coroner|mayor|president|minister|premier|governor|chancellor|king|queen|pope|bishop|secretary|speaker|commissioner|ambassador|treasurer|headteacher|principal|inspector|regulator|operator|insurer|manufacturer|retailer|publisher|broadcaster|employer|owner|landlord|weather|paper|newspaper|letter|poster|order|register|ledger|computer|number|member|other|author|prosecutor)$/;

/** Whether somebody named has a role of that noun: `its chief negotiator, Ann Ode`. */
function isRoleOfNamed({ names, article }: Story, head: string): boolean {
  return names.some(({ kind, role }) => {
    if (kind !== 'person' || role === null) return false;
    return headOf(article.text.slice(role.start, role.end)) === head;
  });
}

/** Whether somebody without a name was told of in that word: `a porter … the porter`; not `Bo Lind, a porter`. */
function isIntroduced(before: string, head: string): boolean {
  const pattern = new RegExp(
    `(?<!, (?:\\d{1,3}, )?)\\b(?:[Aa]n?|One|[Aa]nother) (?:[\\p{L}-]+ ){0,3}${escaped(head)}\\b(?!,? \\p{Lu})`,
    'u',
  );
  return pattern.test(before);
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}

function wordsAt({ article }: Story, { start, end }: Span): string {
  return article.text.slice(start, end);
}
