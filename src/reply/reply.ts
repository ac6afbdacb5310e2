import type { Grade } from '../answer/decide.ts';
import type { Difference } from '../check/difference.ts';
import type { Person, Verdict, Wording } from '../check/finding.ts';
import type { Picture } from '../picture/chart.ts';
import { isOfNobody, isPronoun } from '../quotes/person.ts';
import type { Stance } from '../statements/statement.ts';
import type { Citation, CitedSpeaker, Verbatim } from '../story/citation.ts';
import type { Span } from '../text/span.ts';

/** A part of a reply. A renderer shows every kind, in order, and never shortens a quote. */
export type Block =
  /** The bot's own words: plain text, no markup; still to be escaped like all text. A verdict stands out. */
  | { readonly kind: 'text'; readonly text: string; readonly verdict?: Span }
  /** The answer cut out of the passage that follows: `Jack Ma`. To be shown first and large. */
  | { readonly kind: 'answer'; readonly words: Verbatim }
  /** A passage with its source; `citation.mark` is the answer inside it, to be highlighted. */
  | { readonly kind: 'quote'; readonly citation: Citation }
  /** A listing: one row per item. In plain text the cells are separated by " · ". */
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A quotation beside the story's words, part by part: what is the same, left out, added, changed. */
  | { readonly kind: 'difference'; readonly parts: readonly Difference[] }
  /** Lines that someone can type, given as examples: `/who-said …`. */
  | { readonly kind: 'examples'; readonly lines: readonly string[] };

/** A button: its label, and the line it sends (at most 100 characters; `parseCommand` reads it). */
export interface Action {
  readonly kind: 'more' | 'why' | 'feedback-right' | 'feedback-wrong' | 'everywhere' | 'add';
  readonly label: string;
  readonly line: string;
}

export type Reason =
  | 'not-in-story'
  | 'reporters-own-words'
  | 'speaker-not-told'
  | 'no-such-person'
  | 'said-nothing'
  | 'ambiguous-person'
  | 'empty-question'
  | 'unknown-command'
  | 'not-a-question';

/** An item of a listing: column → value. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A quotation of a check: its place in what was typed, and the part of `blocks` about it. */
export interface QuotationRead {
  /** In UTF-16 units of the words to be checked, without the quotation marks. */
  readonly span: Span;
  readonly verdict: Verdict;
  readonly blocks: readonly Block[];
}

/** What an adapter gets back. */
export interface Reply {
  /** The command that was understood; null for an unknown one. */
  readonly command: string | null;
  readonly found: boolean;
  readonly answer: string | null;
  /** Of a check; with several quotations, of the first that is not absent. */
  readonly verdict: Verdict | null;
  /** Of the finding behind the verdict: how the words differ, and whether the speaker is the person asked about. */
  readonly wording: Wording | null;
  readonly person: Person | null;
  readonly reason: Reason | null;
  /** How sure an answer to a question is: `likely` is shown as its sentence, with the words marked. */
  readonly grade: Grade | null;
  /** From 0 to 1; null if nothing was weighed. */
  readonly confidence: number | null;
  readonly difference: readonly Difference[] | null;
  readonly rows: readonly Row[] | null;
  /** The passages, best first, including those that `blocks` leave for "more". */
  readonly passages: readonly Citation[];
  /** What is shown, in order. */
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  /** Of a check: each quotation that was read, with its verdict; null for everything else. */
  readonly quotations: readonly QuotationRead[] | null;
  /** A picture; its `alt` and `lines` say the same in words and as text. */
  readonly picture: Picture | null;
}

/** A reply to some command; the defaults are `found` and nothing else. */
export function makeReply(command: string | null, parts: Partial<Omit<Reply, 'command'>>): Reply {
  return {
    command,
    found: true,
    answer: null,
    verdict: null,
    wording: null,
    person: null,
    reason: null,
    grade: null,
    confidence: null,
    difference: null,
    rows: null,
    passages: [],
    blocks: [],
    actions: [],
    quotations: null,
    picture: null,
    ...parts,
  };
}

/** A block of the bot's own words. */
export function say(text: string): Block {
  return { kind: 'text', text };
}

/** `2 passages`, `1 passage`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** The fixed words for a passage of reported speech whose speaker is unknown. */
export const NO_NAME = 'The story does not name the speaker.';

/**
 * How the story treats words it does not simply report as said: `Jack Ma denies saying it.` Null
 * if it reports them as said.
 */
export function stanceLine({ name, words, kind, stance }: CitedSpeaker): string | null {
  const who = name ?? (words === null ? null : `“${words}”`);
  const isWords = kind === 'direct';
  switch (stance) {
    case 'says':
      return null;
    case 'denies':
      return `${who ?? 'Someone'} denies ${isWords ? 'saying it' : 'it'}.`;
    case 'asks':
      if (isWords) return null; // `“Is it safe?” she asked`: she says exactly that
      return who === null
        ? 'It is a question here, not a statement; the story does not name who asks it.'
        : `${who} asks it; nobody says so here.`;
    case 'refuses':
      return `${who ?? 'Someone'} does not say whether it is so.`;
    case 'conditional':
      return `${who ?? 'Someone'} would say it only on a condition; it has not been said.`;
    case 'expected':
      return `${who ?? 'Someone'} is expected to say it; it has not been said yet.`;
    case 'accused-of':
      return `${who ?? 'Someone'} is accused of ${isWords ? 'saying ' : ''}it.`;
  }
}

/** The same in a word or two, after the speaker. */
const STANCES: Readonly<Record<Exclude<Stance, 'says'>, string>> = {
  denies: 'denied',
  asks: 'asked',
  refuses: 'not told',
  conditional: 'on a condition',
  expected: 'expected',
  'accused-of': 'accused of it',
};

/**
 * Who speaks in a passage, as a line in the story's words: `Jack Ma (“He”), Alibaba's founder · direct`.
 * Null outside reported speech.
 */
export function speakerLine({ speaker }: Citation): string | null {
  if (speaker === null) return null;
  const stance = speaker.stance === 'says' ? '' : ` · ${STANCES[speaker.stance]}`;
  return `${describeSpeaker(speaker)} · ${MANNER[speaker.kind]}${stance}`;
}

/** The same without direct or reported: `Jack Ma (“He”), Alibaba's founder, via state media`. */
export function describeSpeaker(speaker: CitedSpeaker): string {
  const { name, words, role, via } = speaker;
  const who = whoSpeaks(speaker);
  const isOther = name !== null && words !== null && !name.includes(words) && !words.includes(name);
  const asWorded = isOther ? ` (“${words}”)` : '';
  const described = role === null || role === name ? '' : `, ${role}`;
  const chain = via.map((one) => `, via ${one}`).join('');
  return who === null ? NO_NAME : `${who}${asWorded}${described}${chain}`;
}

const KEPT_BACK =
  /\b(?:sources?|insiders?|officials?|aides?|whistleblowers?|anonymous)\b|\b(?:close to|familiar with|briefed on|with knowledge of)\b/iu;

/**
 * Who speaks, by name or in the story's words, noting what they leave open: `Jack Ma`, `“the airline”`,
 * `“the coach”, not named in the story`, `“an official”, an unnamed source`. Null if it does not say.
 */
export function whoSpeaks({ name, words }: CitedSpeaker): string | null {
  if (name !== null || words === null) return name;
  if (isPronoun(words)) return null;
  if (KEPT_BACK.test(words)) return `“${words}”, an unnamed source`;
  return isOfNobody(words) ? `“${words}”` : `“${words}”, not named in the story`;
}

/** How words were said, in words: no colour or mark needed. */
const MANNER: Readonly<Record<NonNullable<Citation['speaker']>['kind'], string>> = {
  direct: 'direct',
  mixed: 'partly direct',
  indirect: 'reported',
};

/** The place of a passage: `alibaba-ma-trump, ¶ 6 of 20`, with publisher and headline if there are any. */
export function placeLine(citation: Citation): string {
  const { paragraph, paragraphs } = citation;
  return `${storyName(citation)}, ¶ ${paragraph} of ${paragraphs}`;
}

/** A story's name where it can be chosen by id: its headline, else the id. */
export function storyName({ publisher, headline, story }: Citation): string {
  return [publisher, headline ?? story].filter((part) => part !== null).join(', ');
}

/**
 * The same for people, who know a story by its headline or by how it begins: `¶ 6 of 20 · Acclaimed Chinese
 * billionaire Jack Ma […]`.
 */
export function titleLine(citation: Citation): string {
  const { paragraph, paragraphs } = citation;
  return `¶ ${paragraph} of ${paragraphs} · ${storyTitle(citation)}`;
}

/** What people know a story by, with its publisher: `Acclaimed Chinese billionaire Jack Ma […]`. */
export function storyTitle({ publisher, headline, begins, story }: Citation): string {
  const title =
    headline ?? (begins === '' ? story : /[.!?…]["”’]?$/.test(begins) ? begins : `${begins} […]`);
  return [publisher, title].filter((part) => part !== null).join(', ');
}

/**
 * The address of a passage: on the page that this bot serves, else where the story was published, as a text
 * fragment (`#:~:text=`, WICG Scroll to Text Fragment). Null if it has neither.
 */
export function passageLink({ page, url, words }: Citation): string | null {
  if (page !== null || url === null) return page;
  const all = words.trim().split(/\s+/);
  const shown = all.length <= 12 ? [all] : [all.slice(0, 5), all.slice(-5)];
  const fragment = shown.map((part) => encodeFragment(part.join(' '))).join(',');
  return `${url.replace(/#.*$/, '')}#:~:text=${fragment}`;
}

/** `-` and `,` separate the fields of a fragment, so they are encoded too. */
function encodeFragment(words: string): string {
  return encodeURIComponent(words.replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D');
}
