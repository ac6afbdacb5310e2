import { answerQuestion } from './answer/answer.ts';
import { attribute } from './answer/attribute.ts';
import { findQuotes } from './answer/quotes.ts';
import { resolvePronoun, type Topic, topicAbout, topicOf } from './answer/topic.ts';
import type { Archive } from './archive/archive.ts';
import { checkQuotations } from './check/check.ts';
import {
  type Command,
  type FeedbackVerdict,
  formatPassageLine,
  type PassageKey,
  type Place,
} from './command.ts';
import { complete } from './completion.ts';
import {
  composeAnswer,
  composeExpired,
  composeMore,
  composeQuotes,
  composeWhoSaid,
} from './compose/answers.ts';
import { composeCheck } from './compose/check.ts';
import { addFilters } from './compose/keeping.ts';
import { composeAbout, composeHelp, composeStories } from './compose/listings.ts';
import { composeNumbers, composeWhen } from './compose/newsroom.ts';
import { addNotes } from './compose/notes.ts';
import { composeEmpty, composeFeedback, composeOutage, composeUnknown } from './compose/notices.ts';
import { composeSources } from './compose/sources.ts';
import { composeSpeakers, composeStoriesAtGlance, composeStory } from './compose/story.ts';
import { composeWhy, composeWhyPassage } from './compose/why.ts';
import { type Conversation, createMemory } from './conversation.ts';
import { EVERYWHERE } from './filters.ts';
import { type Keeping, memoryKeeping } from './keep/keeping.ts';
import { createLibrary, FEW } from './library.ts';
import type { Reply } from './reply.ts';
import { type Citation, cite } from './story/citation.ts';
import type { Named } from './story/names.ts';
import type { Story } from './story/story.ts';
import { covers } from './text/span.ts';

/** The bot: a command in, a reply out. Never rejects: an outage is a reply that apologises. */
export type Bot = (command: Command) => Promise<Reply>;

/** What a bot needs: its stories, a clock (milliseconds), and where errors are told. */
export interface BotOptions {
  readonly archive: Archive;
  readonly now: () => number;
  /** Told of an error that became an apology: never with words that someone wrote. */
  readonly onError: (error: unknown) => void;
  /** Where stories, choices and feedback are kept; without it in memory only. */
  readonly keeping?: Keeping;
}

/** The bot, and what it offers while someone types. */
export interface BotCore {
  readonly bot: Bot;
  /** Names of speakers or stories that begin with (or else hold) what was typed, at most 25. */
  readonly complete: (what: 'speaker' | 'story', typed: string, place: Place) => readonly string[];
}

const FORGET_AFTER = 30 * 60_000; // milliseconds: a conversation ends after half an hour
const MOST_CONVERSATIONS = 5_000; // the oldest are forgotten first, so memory stays flat

/** Makes a bot over an archive. What a conversation is about is in memory only, and ends with it. */
export function createBot({
  archive,
  now,
  onError,
  keeping = memoryKeeping(archive, now),
}: BotOptions): BotCore {
  const conversations = createMemory<Conversation>(now, FORGET_AFTER, MOST_CONVERSATIONS);
  const library = createLibrary(archive, keeping);
  const { storiesIn, within } = library;
  const noted = (reply: Reply): Reply => addNotes(reply, archive, keeping.keeper);
  const topicIn = (place: Place): Topic | null =>
    conversations.get(place.conversation)?.topic ?? null;
  const remember = (place: Place, what: Partial<Conversation>): void => {
    const before = conversations.get(place.conversation);
    const { topic = null } = before ?? {};
    conversations.set(place.conversation, { topic, last: null, more: [], ...what });
  };

  function reply(command: Command): Reply | Promise<Reply> {
    const { place } = command;
    switch (command.kind) {
      case 'ask':
        return ask(command.question, place);
      case 'who-said':
        return whoSaid(command.words, place);
      case 'check':
        return check(command.quote, command.person, place);
      case 'quotes':
        return quotes(command.person, command.topic, place);
      case 'speakers':
        return library.ofFew('speakers', within(place), (few) =>
          composeSpeakers(few, command.picture),
        );
      case 'story':
        return glance(place, command.more);
      case 'numbers':
        return listing(command.kind, composeNumbers, command.topic, place);
      case 'when':
        return listing(command.kind, composeWhen, command.topic, place);
      case 'sources':
        return composeSources(storiesIn(place), archive.list(), library.cameIn);
      case 'stories':
        return library.list(place);
      case 'use':
        return library.use(command.story, place);
      case 'add':
        return library.add(command.what, place);
      case 'remove':
        return library.remove(command.story, place);
      case 'changes':
        return library.changes(command.story, place);
      case 'why':
        return why(command.about, place);
      case 'more':
        return more(command.passages, place);
      case 'feedback':
        return feedback(command.verdict, command.about, place);
      case 'help':
        return composeHelp(storiesIn(place));
      case 'about':
        return composeAbout(archive.list());
      case 'empty':
        return composeEmpty(command.of, storiesIn(place));
      case 'unknown':
        return composeUnknown(command.name);
    }
  }

  function ask(typed: string, place: Place): Reply {
    const asked = library.narrow([typed], place, now());
    const question = asked.texts[0] || typed;
    const before = topicIn(place);
    const answered = answerQuestion(archive, question, asked.within, before);
    const composed = composeAnswer(answered, asked.stories);
    remember(place, {
      topic: topicOf(answered, before),
      last: { kind: 'answer', answered },
      more: composed.passages.slice(1),
    });
    return addFilters(noted(composed), asked, 'ask', question);
  }

  /** "We have waited since Monday": what stands so in a story is no filter. */
  function whoSaid(typed: string, place: Place): Reply {
    const asked = library.narrow([typed], place, now());
    const words = asked.texts[0] || typed;
    const whole = asked.filters.length === 0 ? [] : attribute(archive, typed, within(place));
    const isOwn = whole.some(({ match }) => match !== null);
    const found = isOwn ? whole : attribute(archive, words, asked.within);
    remember(place, { last: { kind: 'attributed', found } });
    const reply = noted(composeWhoSaid(found));
    return isOwn ? reply : addFilters(reply, asked, 'who-said', words);
  }

  /** A filter stands behind the quotation; without marks all of it is the quotation. */
  function check(typed: string, named: string | null, place: Place): Reply {
    const isMarked = /["“”„«»]/.test(typed);
    const open = isMarked ? typed : (EVERYWHERE.exec(typed)?.[0] ?? '');
    const asked = library.narrow([open, named ?? ''], place, now());
    const quote = isMarked ? asked.texts[0] || typed : typed.slice(open.length);
    const person = asked.texts[1] || null;
    const checked = checkQuotations(archive, quote, person, asked.within);
    remember(place, { last: { kind: 'checked', checked } });
    const by = person === null ? '' : ` by ${person}`;
    return addFilters(noted(composeCheck(checked)), asked, 'check', `${quote}${by}`);
  }

  /** "What did he say about wine?" takes "he" from the conversation. */
  function quotes(typed: string, wanted: string | null, place: Place): Reply {
    const before = topicIn(place);
    const asked = library.narrow([typed, wanted ?? ''], place, now());
    const [name, about = ''] = asked.texts;
    const topic = about || null;
    const person = resolvePronoun(name || typed, before) ?? (name || typed);
    const stories = library.storiesAbout(asked.within, `${person} ${about}`);
    const found = findQuotes(stories, person, topic);
    const known = found.kind === 'some' ? findNamed(stories, found.name) : undefined;
    if (known !== undefined) remember(place, { topic: topicAbout(known, words(topic), before) });
    const rest = topic === null ? person : `${person} about ${topic}`;
    return addFilters(noted(composeQuotes(found, person, topic)), asked, 'quotes', rest);
  }

  function listing(
    command: string,
    compose: (stories: readonly Story[], topic: string | null) => Reply,
    wanted: string | null,
    place: Place,
  ): Reply {
    const asked = library.narrow([wanted ?? ''], place, now());
    const topic = asked.texts[0] || null;
    const reply = library.ofFew(command, asked.within, (few) => compose(few, topic));
    return addFilters(reply, asked, command, topic ?? '');
  }

  function glance(place: Place, all: boolean): Reply {
    const stories = storiesIn(place);
    const [story] = stories;
    if (story === undefined) return composeStories(stories, null, 'story');
    if (stories.length > 1) return noted(composeStoriesAtGlance(stories, all));
    remember(place, { last: { kind: 'story', story } });
    return composeStory(story, all);
  }

  function feedback(verdict: FeedbackVerdict, about: PassageKey | null, place: Place): Reply {
    const last = conversations.get(place.conversation)?.last;
    const shown = last?.kind === 'answer' ? last.answered.passages[0] : undefined;
    const key = about ?? (shown && { story: shown.story.article.id, span: shown.sentence });
    keeping.feedback.note({ answer: key ? formatPassageLine('', [key]).trim() : '-', verdict });
    return composeFeedback(verdict);
  }

  function why(about: PassageKey | null, place: Place): Reply {
    const last = conversations.get(place.conversation)?.last ?? null;
    if (about === null) return composeWhy(last);
    const story = findPassageStory(archive, about);
    if (story === null) return composeExpired('why');
    const shown = last?.kind === 'answer' ? last.answered.passages[0] : undefined;
    // the article is the same also where the story was closed and opened again
    const isLast = shown?.story.article === story.article;
    const same = isLast && shown.sentence.start === about.span.start;
    return same ? composeWhy(last) : composeWhyPassage(story, about);
  }

  function more(keys: readonly PassageKey[], place: Place): Reply {
    if (keys.length === 0) return composeMore(conversations.get(place.conversation)?.more ?? []);
    const passages = keys.flatMap((key): readonly Citation[] => {
      const story = findPassageStory(archive, key);
      return story === null ? [] : [cite(story, key.span)];
    });
    return passages.length === 0 ? composeExpired('ask') : composeMore(passages);
  }

  return {
    bot: async (command) => {
      try {
        return await reply(command);
      } catch (error) {
        onError(error);
        return composeOutage(command.kind);
      }
    },
    complete: (what, typed, place) =>
      complete(what, typed, archive, storiesIn(place).slice(0, FEW)),
  };
}

function findNamed(stories: readonly Story[], name: string): Named | undefined {
  return stories.flatMap((story) => story.names).find((one) => one.name === name);
}

function words(text: string | null): readonly string[] {
  return text?.split(' ').filter(Boolean) ?? [];
}

/** The story of a passage, where the passage still lies inside one of its paragraphs. */
function findPassageStory(archive: Archive, { story: id, span }: PassageKey): Story | null {
  const story = archive.find(id);
  const inside = story?.paragraphs.some((one) => one.number !== null && covers(one, span));
  return inside && span.start < span.end ? story : null;
}
