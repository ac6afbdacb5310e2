import type { Paragraph } from '../article/paragraphs.ts';
import { type Listed, listSpeakers } from '../newsroom/speakers.ts';
import { drawSpeakers, type Picture } from '../picture/chart.ts';
import { paragraphsOf } from '../quotes/person.ts';
import type { Statement } from '../statements/statement.ts';
import { citeSpeaker, excerpt, findWords, titleOf, type Verbatim } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { ruleLine } from './how-known.ts';
import { describeSpeaker, NO_NAME, stanceLine, whoSpeaks } from './reply.ts';

/** A whole story to be read, with who speaks where, as a page shows it. */
export interface Reading {
  readonly story: string;
  readonly headline: string | null;
  /** The headline, else how it begins. */
  readonly title: string;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** The stored text that all spans refer to, in UTF-16 units. */
  readonly text: Verbatim;
  /** In order; those set aside have no number and a reason. */
  readonly paragraphs: readonly Paragraph[];
  /** In order of their first words. */
  readonly voices: readonly Voice[];
  /** Reported speech in story order. */
  readonly statements: readonly Heard[];
  /** Who speaks where; null if nobody does. */
  readonly picture: Picture | null;
}

/** Someone who speaks in a story, as `/speakers` lists them. */
export interface Voice {
  readonly name: string;
  readonly named: boolean;
  readonly role: Verbatim | null;
  readonly direct: number;
  readonly reported: number;
  /** The numbers of the paragraphs, each once. */
  readonly paragraphs: readonly number[];
}

/** A statement with what `/who-said` and `/why` say about it. */
export interface Heard {
  /** Without the quotation marks, in one or more pieces. */
  readonly content: readonly Span[];
  readonly kind: Statement['kind'];
  /** Its index in `voices`; null if the story does not say, or it does not count as a speaker. */
  readonly voice: number | null;
  /** `Jack Ma`, `“an official”, an unnamed source`. */
  readonly who: string;
  /** The same with description and chain: `Jack Ma (“He”), Alibaba's founder`. */
  readonly described: string;
  /** How the story treats words it does not simply report as said: `Jack Ma denies it.` */
  readonly stance: string | null;
  readonly why: string;
}

/** A story as it is read on a page; `byline` is what is stored about its author, apart from the text. */
export function composeReading(story: HeardStory, byline: string | null): Reading {
  const { article } = story;
  const listed = listSpeakers(story);
  const written = story.paragraphs.find(({ setAside }) => setAside === 'byline');
  return {
    story: article.id,
    headline: article.headline,
    title: titleOf(story),
    byline: byline ?? (written === undefined ? null : excerpt(article, written)),
    publisher: article.publisher,
    published: article.published,
    url: article.url,
    text: excerpt(article, { start: 0, end: article.text.length }),
    paragraphs: story.paragraphs,
    voices: listed.map((person) => readVoice(story, person)),
    statements: story.statements
      .filter(({ speech }) => speech)
      .map((statement) => readStatement(story, statement, listed)),
    picture: drawSpeakers(story, listed),
  };
}

function readVoice(story: Story, { name, named, role, statements }: Listed): Voice {
  const direct = statements.filter(({ kind }) => kind !== 'indirect').length;
  const places = new Set(statements.flatMap((one) => paragraphsOf(story, one)));
  return {
    name: findWords(story.article, name) ?? name,
    named,
    role: role && excerpt(story.article, role),
    direct,
    reported: statements.length - direct,
    paragraphs: [...places].sort((a, b) => a - b),
  };
}

function readStatement(story: Story, statement: Statement, listed: readonly Listed[]): Heard {
  const speaker = citeSpeaker(story.article, statement);
  const own = listed.findIndex(({ statements }) => statements.includes(statement));
  const voice = own >= 0 ? own : listed.findIndex(({ name }) => name === statement.speaker.name);
  return {
    content: statement.content,
    kind: statement.kind,
    voice: voice < 0 ? null : voice,
    who: whoSpeaks(speaker) ?? NO_NAME,
    described: describeSpeaker(speaker),
    stance: stanceLine(speaker),
    why: ruleLine(statement),
  };
}
