import { answerQuestion } from '../answer/answer.ts';
import { resolvePronoun, type Topic, topicAbout, topicOf } from '../answer/topic.ts';
import { type Archive, listStories } from '../archive/archive.ts';
import { checkQuotations } from '../check/check.ts';
import type { Place } from '../commands/command.ts';
import { EVERYWHERE, type Narrowed } from '../commands/filters.ts';
import type { Named } from '../names/named.ts';
import { attribute } from '../quotes/attribute.ts';
import { findQuotes } from '../quotes/quotes.ts';
import { composeAnswer, composeQuotes, composeWhoSaid, leftForMore } from '../reply/answers.ts';
import { composeCheck } from '../reply/check-reply.ts';
import { composeCompareWhat } from '../reply/compare-reply.ts';
import { composeStories } from '../reply/listings.ts';
import { addNotes, citationsIn, composeUnread, isReadable, noteUnread } from '../reply/notes.ts';
import type { Reply } from '../reply/reply.ts';
import { composeSources } from '../reply/sources-reply.ts';
import { addFilters } from '../reply/stories-reply.ts';
import { composeSpeakers, composeStoriesAtGlance, composeStory } from '../reply/story-reply.ts';
import { readEarlier } from '../store/earlier.ts';
import type { Store } from '../store/store.ts';
import type { Story } from '../story/story.ts';
import { type Compare, compare } from './compare-command.ts';
import type { Conversation, Memory } from './conversation.ts';
import type { Scope } from './scope.ts';

/** What the commands that ask stories need. */
export interface StoryCommandsOptions {
  readonly archive: Archive;
  readonly now: () => number;
  readonly store: Store;
  readonly scope: Scope;
  /** When a story's text as it is now came in; null for one that is not kept. */
  readonly cameIn: (id: string) => string | null;
  readonly conversations: Memory<Conversation>;
}

/** What can be asked of the stories of a place, each narrowed to those that the words choose. */
export function createStoryCommands({
  archive,
  now,
  store,
  scope,
  cameIn,
  conversations,
}: StoryCommandsOptions) {
  const noted = (reply: Reply): Reply => {
    const ids = new Set(citationsIn(reply).map(({ story }) => story));
    const earlier = [...ids].flatMap((id) => {
      const before = readEarlier(store, id);
      return before === null ? [] : [[id, before] as const];
    });
    return addNotes(reply, archive, new Map(earlier));
  };
  const topicIn = (place: Place): Topic | null =>
    conversations.get(place.conversation)?.topic ?? null;
  const remember = (place: Place, what: Partial<Conversation>): void => {
    const before = conversations.get(place.conversation);
    const { topic = null } = before ?? {};
    conversations.set(place.conversation, { topic, last: null, more: [], ...what });
  };

  async function ask(typed: string, place: Place): Promise<Reply> {
    const asked = scope.narrow({ words: typed }, place, now());
    const question = asked.typed.words || typed;
    const stories = listStories(archive, asked.within);
    if (stories.length > 0 && !stories.some(isReadable)) {
      return addFilters(composeUnread(), asked, 'ask', question);
    }
    const before = topicIn(place);
    const answered = await answerQuestion(archive, question, asked.within, before);
    const more = leftForMore(answered);
    const composed = composeAnswer(answered, more, asked.stories);
    remember(place, {
      topic: topicOf(answered, before),
      last: { kind: 'answer', answered },
      more,
    });
    return addFilters(noted(composed), asked, 'ask', question);
  }

  /** "We have waited since Monday": what stands so in a story is no filter. */
  async function whoSaid(typed: string, place: Place): Promise<Reply> {
    const asked = scope.narrow({ words: typed }, place, now());
    const words = asked.typed.words || typed;
    const whole =
      asked.filters.length === 0 ? [] : await attribute(archive, typed, scope.within(place));
    const isOwn = whole.some(({ match }) => match !== null);
    const found = isOwn ? whole : await attribute(archive, words, asked.within);
    remember(place, { last: { kind: 'attributed', found } });
    const reply = noted(composeWhoSaid(found));
    return isOwn ? reply : addFilters(reply, asked, 'who-said', words);
  }

  /** A filter stands behind the quotation; without marks all of it is the quotation. */
  async function check(typed: string, named: string | null, place: Place): Promise<Reply> {
    const isMarked = /["“”„«»]/.test(typed);
    const open = isMarked ? typed : (EVERYWHERE.exec(typed)?.[0] ?? '');
    const asked = scope.narrow({ words: open, person: named ?? '' }, place, now());
    const quote = isMarked ? asked.typed.words || typed : typed.slice(open.length);
    const person = asked.typed.person || null;
    const checked = await checkQuotations(archive, quote, person, asked.within);
    remember(place, { last: { kind: 'checked', checked } });
    const by = person === null ? '' : ` by ${person}`;
    return addFilters(noted(composeCheck(checked)), asked, 'check', `${quote}${by}`);
  }

  /** "What did he say about wine?" takes "he" from the conversation. */
  async function quotes(typed: string, wanted: string | null, place: Place): Promise<Reply> {
    const before = topicIn(place);
    const asked = scope.narrow({ person: typed, topic: wanted ?? '' }, place, now());
    const read = async (fields: typeof asked.typed) => {
      const topic = fields.topic || null;
      const name = fields.person || typed;
      const person = resolvePronoun(name, before) ?? name;
      const stories = scope.storiesAbout(asked.within, `${person} ${fields.topic}`);
      return { person, topic, stories, found: await findQuotes(stories, person, topic) };
    };
    const whole = await read(asked.typed);
    // "Ode since Monday" of one story: nobody is called so, and there is nothing to choose
    const { person, topic, stories, found } =
      whole.found.kind === 'some' ? whole : await read(asked.bare);
    const known = found.kind === 'some' ? findNamed(stories, found.name) : undefined;
    if (known !== undefined) remember(place, { topic: topicAbout(known, topic, before) });
    const rest = topic === null ? person : `${person} about ${topic}`;
    return addFilters(noted(composeQuotes(found, person, topic)), asked, 'quotes', rest);
  }

  /** "Ode and Lee since Monday": a filter stands behind the two, or behind the topic. */
  async function compared({ sides, topic }: Compare, place: Place): Promise<Reply> {
    const [one, other] = sides;
    const asked = scope.narrow({ one, other, topic: topic ?? '' }, place, now());
    const { typed } = asked;
    const wanted: Compare = {
      sides: [typed.one || one, typed.other || other],
      topic: typed.topic || null,
    };
    const found = await compare(archive, wanted, asked.within, (words) =>
      scope.storiesAbout(asked.within, words),
    );
    if (found === null) return composeCompareWhat();
    remember(place, { topic: topicIn(place), more: found.more });
    const about = wanted.topic === null ? '' : ` about ${wanted.topic}`;
    const both = wanted.sides.filter(Boolean).join(' and ');
    return addFilters(noted(found.reply), asked, 'compare', `${both}${about}`);
  }

  function listing(
    command: string,
    compose: (stories: readonly Story[], topic: string | null) => Reply,
    wanted: string | null,
    place: Place,
  ): Reply {
    const asked = scope.narrow({ topic: wanted ?? '' }, place, now());
    const topic = asked.typed.topic || null;
    const reply = scope.ofFew(command, asked.within, (few) => compose(few, topic));
    return addFilters(reply, asked, command, topic ?? '');
  }

  function speakers(picture: boolean, input: string, place: Place): Reply {
    const asked = narrowed(input, place);
    const reply = scope.ofFew('speakers', asked.within, (few) => composeSpeakers(few, picture));
    return addFilters(reply, asked, 'speakers', picture ? 'picture' : '');
  }

  function glance(all: boolean, input: string, place: Place): Reply {
    const asked = narrowed(input, place);
    const stories = listStories(archive, asked.within);
    const [story] = stories;
    if (story === undefined) return composeStories(stories, null, 'story');
    const isOne = stories.length === 1;
    if (isOne) remember(place, { last: { kind: 'story', story } });
    const reply = isOne
      ? noteUnread(composeStory(story, all), stories)
      : noted(composeStoriesAtGlance(stories, all));
    return addFilters(reply, asked, 'story', all ? 'more' : '');
  }

  function sources(input: string, place: Place): Reply {
    const asked = narrowed(input, place);
    const stories = listStories(archive, asked.within);
    const reply = composeSources(stories, archive.list(), cameIn);
    return addFilters(reply, asked, 'sources', '');
  }

  /** What chooses stories behind a command that needs no words: `/speakers since Monday`. */
  function narrowed(input: string, place: Place): Narrowed<'words'> {
    return scope.narrow({ words: input.replace(/^\s*\/\S+\s*/, '') }, place, now());
  }

  return { ask, whoSaid, check, quotes, compare: compared, listing, speakers, glance, sources };
}

function findNamed(stories: readonly Story[], name: string): Named | undefined {
  return stories.flatMap((story) => story.names).find((one) => one.name === name);
}
