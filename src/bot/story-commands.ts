import { answerQuestion } from '../answer/answer.ts';
import { resolvePronoun, type Topic, topicAbout, topicOf } from '../answer/topic.ts';
import { FEW_STORIES, type Holdings, listStories, openFirst } from '../archive/archive.ts';
import { checkQuotations } from '../check/check.ts';
import type { Place } from '../commands/command.ts';
import { EVERYWHERE, type Narrowed } from '../commands/filters.ts';
import { readView } from '../commands/view.ts';
import type { Named } from '../names/named.ts';
import { attribute } from '../quotes/attribute.ts';
import { findQuotes } from '../quotes/quotes.ts';
import {
  composeAnswer,
  composeQuotes,
  composeWhoSaid,
  leftForMore,
  passagesFor,
} from '../reply/answers.ts';
import { composeCheck } from '../reply/check-reply.ts';
import { composeCompareWhat } from '../reply/compare-reply.ts';
import { composeStories } from '../reply/listings.ts';
import { addNotes, citationsIn, composeUnread, isReadable, noteUnread } from '../reply/notes.ts';
import type { Reply } from '../reply/reply.ts';
import { composeSources } from '../reply/sources-reply.ts';
import { addFilters } from '../reply/stories-reply.ts';
import {
  composeSpeakers,
  composeStoriesAtGlance,
  composeStory,
  storiesAtGlance,
} from '../reply/story-reply.ts';
import { type LastChange, lastChangeOf } from '../store/last-change.ts';
import { newest } from '../store/record.ts';
import type { Store } from '../store/store.ts';
import { citeAll, hear, hearAll } from '../story/hear.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { type Compare, compare } from './compare-command.ts';
import type { Conversation, Conversations } from './conversation.ts';
import type { Scopes } from './scope.ts';

/** What commands that ask stories need. */
export interface StoryCommandsOptions {
  readonly holdings: Holdings;
  readonly now: () => number;
  readonly store: Store;
  readonly scopes: Scopes;
  readonly conversations: Conversations;
}

/** The commands that ask the stories of a place, each narrowed to those the words choose. */
export function createStoryCommands({
  holdings,
  now,
  store,
  scopes,
  conversations,
}: StoryCommandsOptions) {
  const noted = async (reply: Reply): Promise<Reply> => {
    const ids = [...new Set(citationsIn(reply).map(({ story }) => story))];
    const changes = new Map<string, LastChange>();
    for (const id of ids) {
      const record = await store.find(id);
      const change = record && lastChangeOf(record);
      if (change !== null) changes.set(id, change);
    }
    const cited = await hearAll([...(await holdings.open(ids)).values()]);
    return addNotes(reply, new Map(cited.map((story) => [story.article.id, story])), changes);
  };
  const topicIn = async (place: Place): Promise<Topic | null> =>
    (await conversations.get(place.conversation))?.topic ?? null;
  const remember = async (place: Place, what: Partial<Conversation>): Promise<void> => {
    const topic = what.topic ?? (await topicIn(place));
    await conversations.set(place.conversation, { topic, last: null, more: [], ...what });
  };

  async function ask(typed: string, place: Place): Promise<Reply> {
    const asked = await scopes.narrow({ words: typed }, place, now());
    const question = asked.typed.words || typed;
    if (await isUnread(holdings, asked)) {
      return addFilters(composeUnread(), asked, 'ask', question);
    }
    const before = await topicIn(place);
    const answered = await answerQuestion(holdings, question, asked.scope, before);
    // "What did the experts think of it?": the reader may not see that it is told, but what they said is known
    const view = answered.grade === null ? readView(question) : null;
    const said = view && (await quotes(view.person, view.topic, place));
    if (said?.found) return said;
    const passages = await citeAll(passagesFor(answered));
    const more = leftForMore(answered, passages);
    const composed = composeAnswer(answered, passages, asked.stories);
    await remember(place, {
      topic: topicOf(answered, before),
      last: { kind: 'answer', answered },
      more,
    });
    return addFilters(await noted(composed), asked, 'ask', question);
  }

  /** "We have waited since Monday": words that occur that way in a story are not a filter. */
  async function whoSaid(typed: string, place: Place): Promise<Reply> {
    const asked = await scopes.narrow({ words: typed }, place, now());
    const words = asked.typed.words || typed;
    const whole =
      asked.filters.length === 0
        ? []
        : await attribute(holdings, typed, await scopes.scopeOf(place));
    const isOwn = whole.some(({ match }) => match !== null);
    const found = isOwn ? whole : await attribute(holdings, words, asked.scope);
    await remember(place, { last: { kind: 'attributed', found } });
    const reply = await noted(composeWhoSaid(found));
    return isOwn ? reply : addFilters(reply, asked, 'who-said', words);
  }

  /** A filter comes after the quotation; without quotation marks, all of it is the quotation. */
  async function check(typed: string, named: string | null, place: Place): Promise<Reply> {
    const isMarked = /["“”„«»]/.test(typed);
    const open = isMarked ? typed : (EVERYWHERE.exec(typed)?.[0] ?? '');
    const asked = await scopes.narrow({ words: open, person: named ?? '' }, place, now());
    const quote = isMarked ? asked.typed.words || typed : typed.slice(open.length);
    const person = asked.typed.person || null;
    const checked = await checkQuotations(holdings, quote, person, asked.scope);
    await remember(place, { last: { kind: 'checked', checked } });
    const by = person === null ? '' : ` by ${person}`;
    return addFilters(await noted(composeCheck(checked)), asked, 'check', `${quote}${by}`);
  }

  /** "What did he say about wine?" takes "he" from the conversation. */
  async function quotes(typed: string, wanted: string | null, place: Place): Promise<Reply> {
    const before = await topicIn(place);
    const asked = await scopes.narrow({ person: typed, topic: wanted ?? '' }, place, now());
    const read = async (fields: typeof asked.typed) => {
      const topic = fields.topic || null;
      const name = fields.person || typed;
      const person = resolvePronoun(name, before) ?? name;
      const stories = await scopes.storiesAbout(asked.scope, `${person} ${fields.topic}`);
      return { person, topic, stories, found: await findQuotes(stories, person, topic) };
    };
    const whole = await read(asked.typed);
    // "Ode since Monday" with one story: nobody has that name, and there is nothing to choose
    const { person, topic, stories, found } =
      whole.found.kind === 'some' ? whole : await read(asked.bare);
    const known = found.kind === 'some' ? findNamed(stories, found.name) : undefined;
    if (known !== undefined) await remember(place, { topic: topicAbout(known, topic, before) });
    const rest = topic === null ? person : `${person} about ${topic}`;
    return addFilters(await noted(composeQuotes(found, person, topic)), asked, 'quotes', rest);
  }

  /** "Ode and Lee since Monday": a filter comes after the two, or after the topic. */
  async function compared({ sides, topic }: Compare, place: Place): Promise<Reply> {
    const [one, other] = sides;
    const asked = await scopes.narrow({ one, other, topic: topic ?? '' }, place, now());
    const { typed } = asked;
    const both = [typed.one || one, typed.other || other] as const;
    const wanted: Compare = { sides: both, topic: typed.topic || null };
    const stories = await scopes.storiesAbout(asked.scope, [...both, typed.topic].join(' '));
    const found = await compare(holdings, wanted, stories);
    if (found === null) return composeCompareWhat();
    await remember(place, { topic: await topicIn(place), more: found.more });
    const about = wanted.topic === null ? '' : ` about ${wanted.topic}`;
    const rest = `${both.filter(Boolean).join(' and ')}${about}`;
    return addFilters(await noted(found.reply), asked, 'compare', rest);
  }

  async function listing(
    command: string,
    compose: (stories: readonly HeardStory[], topic: string | null) => Reply,
    wanted: string | null,
    place: Place,
  ): Promise<Reply> {
    const asked = await scopes.narrow({ topic: wanted ?? '' }, place, now());
    const topic = asked.typed.topic || null;
    const reply = await scopes.ofFew(command, asked.scope, (few) => compose(few, topic));
    return addFilters(reply, asked, command, topic ?? '');
  }

  async function speakers(picture: boolean, input: string, place: Place): Promise<Reply> {
    const asked = await narrowed(input, place);
    const reply = await scopes.ofFew('speakers', asked.scope, (few) =>
      composeSpeakers(few, picture),
    );
    return addFilters(reply, asked, 'speakers', picture ? 'picture' : '');
  }

  async function glance(all: boolean, input: string, place: Place): Promise<Reply> {
    const asked = await narrowed(input, place);
    const listed = await listStories(holdings, asked.scope);
    const [story] = listed.stories;
    if (story === undefined) return composeStories(listed, null, 'story');
    const isOne = listed.all === 1;
    if (isOne) await remember(place, { last: { kind: 'story', story } });
    const reply = isOne
      ? noteUnread(composeStory(await hear(story), all), listed.stories)
      : await noted(
          composeStoriesAtGlance(listed, await hearAll(storiesAtGlance(listed, all)), all),
        );
    return addFilters(reply, asked, 'story', all ? 'more' : '');
  }

  async function sources(input: string, place: Place): Promise<Reply> {
    const asked = await narrowed(input, place);
    const isFew = asked.stories <= FEW_STORIES;
    const few = isFew ? await openFirst(holdings, asked.scope, FEW_STORIES) : [];
    const loaded = await listStories(holdings, null);
    const cameIn = new Map<string, string>();
    for (const { article } of loaded.stories) {
      const record = await store.find(article.id);
      if (record !== null) cameIn.set(article.id, newest(record).added);
    }
    const reply = composeSources(asked.stories, await hearAll(few), loaded, cameIn);
    return addFilters(reply, asked, 'sources', '');
  }

  /** Filters after a command that needs no words: `/speakers since Monday`. */
  function narrowed(input: string, place: Place): Promise<Narrowed<'words'>> {
    return scopes.narrow({ words: input.replace(/^\s*\/\S+\s*/, '') }, place, now());
  }

  return { ask, whoSaid, check, quotes, compare: compared, listing, speakers, glance, sources };
}

/** Whether there are stories, and none of them is in English. */
async function isUnread(holdings: Holdings, { scope, stories }: Narrowed<never>): Promise<boolean> {
  const isReadableAt = async (from: number, limit: number): Promise<boolean> => {
    const ids = (await holdings.page(scope, from, limit)).map(({ id }) => id);
    return [...(await holdings.open(ids)).values()].some(isReadable);
  };
  if (stories === 0 || (await isReadableAt(0, 1))) return false; // nearly always the first is
  for (let from = 1; from < stories; from += FEW_STORIES)
    if (await isReadableAt(from, FEW_STORIES)) return false;
  return true;
}

function findNamed(stories: readonly Story[], name: string): Named | undefined {
  return stories.flatMap((story) => story.names).find((one) => one.name === name);
}
