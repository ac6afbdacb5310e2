import { FEW_STORIES, type Holdings } from '../archive/archive.ts';
import {
  type Command,
  type FeedbackVerdict,
  formatPassageLine,
  type PassageKey,
  type Place,
} from '../commands/command.ts';
import { type Completion, complete } from '../commands/completion.ts';
import { type Gather, gatherTyped } from '../ingest/typed.ts';
import { speaksFor } from '../quotes/silence.ts';
import { composeExpired, composeMore } from '../reply/answers.ts';
import { composeNumbers, composeWhen } from '../reply/figures-reply.ts';
import { composeAbout, composeHelp } from '../reply/listings.ts';
import {
  composeEmpty,
  composeFeedback,
  composeOutage,
  composeTalk,
  composeUnknown,
} from '../reply/notices.ts';
import type { Reply } from '../reply/reply.ts';
import { composeNotKept } from '../reply/stories-reply.ts';
import { composeWhy, composeWhyPassage } from '../reply/why.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { citeAll, hear, type Uncited } from '../story/hear.ts';
import { isChatter } from '../talk/chatter.ts';
import type { TalkKind } from '../talk/talk-kind.ts';
import { overlaps } from '../text/span.ts';
import { type Conversations, createConversations } from './conversation.ts';
import { isSilent } from './conversation-shared.ts';
import { createLibrary } from './library.ts';
import { lookUp } from './look-up.ts';
import { findPassageStory, firstShown, hearExplained } from './passages.ts';
import { createScopes } from './scope.ts';
import { createStoryCommands } from './story-commands.ts';
import { createWatchCommands } from './watch-commands.ts';

/** The bot: a command in, a reply out. Never rejects: an outage is a reply that apologises. */
export type Bot = (command: Command) => Promise<Reply>;

/** What a bot needs: its stories, a clock (milliseconds), and a place to report errors. */
export interface BotOptions {
  readonly archive: Holdings;
  readonly now: () => number;
  /** Called with an error that became an apology; its log must never contain anyone's words. */
  readonly onError: (error: unknown) => void;
  /** Where stories, choices and feedback are kept; without it, in memory only. */
  readonly store?: Store;
  /** What conversations are about; without it, kept in memory only. */
  readonly conversations?: Conversations;
  /** How `/add` reads what someone names; without it, only the text of a story. */
  readonly gather?: Gather;
  /** Whether addresses are fetched here: only with `FETCH=on`. */
  readonly fetches?: boolean;
  /** Whether it can send unprompted messages where it answers, as in chats. */
  readonly isChat?: boolean;
}

/** The bot, and what it offers while someone types. */
export interface BotCore {
  readonly bot: Bot;
  /** Speakers or stories that the typed text may mean, likeliest first, at most 25. */
  readonly complete: (
    what: 'speaker' | 'story',
    typed: string,
    place: Place,
  ) => Promise<readonly Completion[]>;
}

/** Makes a bot over what it holds. */
export function createBot({
  archive: holdings,
  now,
  onError,
  store = memoryStore(holdings, now),
  gather = gatherTyped,
  fetches = false,
  isChat = false,
  conversations = createConversations(now),
}: BotOptions): BotCore {
  const scopes = createScopes(holdings, store);
  const { firstIn } = scopes;
  const library = createLibrary(holdings, store, { gather, fetches }, scopes);
  const watch = createWatchCommands(store.watches, isChat, now);
  const ask = createStoryCommands({ holdings, now, store, scopes, conversations });

  async function reply(command: Command): Promise<Reply> {
    const { place } = command;
    switch (command.kind) {
      case 'ask':
        return (await isTalk(command.question, command.input, place))
          ? talk('other', place)
          : ask.ask(command.question, place);
      case 'talk':
        return command.talk === 'other' && (await goesOn(command.input, place))
          ? ask.ask(command.input, place)
          : talk(command.talk, place);
      case 'who-said':
        return ask.whoSaid(command.words, place);
      case 'check':
        return ask.check(command.quote, command.person, place);
      case 'quotes':
        return quotes(command.person, command.topic, command.input, place);
      case 'compare':
        return ask.compare(command, place);
      case 'numbers':
        return ask.listing(command.kind, composeNumbers, command.topic, place);
      case 'when':
        return ask.listing(command.kind, composeWhen, command.topic, place);
      case 'speakers':
        return ask.speakers(command.picture, command.input, place);
      case 'story':
        return ask.glance(command.more, command.input, place);
      case 'sources':
        return ask.sources(command.input, place);
      case 'stories':
        return library.list(command.topic, place);
      case 'use':
        return library.use(command.story, place);
      case 'add':
        return library.add(command.what, place);
      case 'address':
        return library.offer(command.address, place);
      case 'remove':
        return library.remove(command.story, place);
      case 'watch':
        return watch(command.watching, place);
      case 'changes':
        return library.changes(command.story, place);
      case 'why':
        return why(command.about, place);
      case 'more':
        return more(command.passages, command.nearest, place);
      case 'feedback':
        return feedback(command.verdict, command.about, place);
      case 'help':
        return composeHelp(await firstIn(place, 1), place.admin);
      case 'about':
        return composeAbout(await holdings.count(null));
      case 'empty':
        return composeEmpty(command.of, await firstIn(place, 1));
      case 'unknown':
        return composeUnknown(command.name);
    }
  }

  /** Only a greeting is answered with examples from a story. */
  async function talk(kind: TalkKind, place: Place): Promise<Reply> {
    return composeTalk(kind, kind === 'greeting' ? await firstIn(place, 1) : []);
  }

  /** After /ask there is a question; whether free words are one depends on the stories. */
  async function isTalk(question: string, input: string, place: Place): Promise<boolean> {
    if (isSlash(input) || (await goesOn(question, place))) return false;
    const scope = await scopes.scopeOf(place);
    return isChatter(question, (word) => lookUp(holdings, word, scope));
  }

  /** "and now?" after a question is a follow-up. */
  async function goesOn(line: string, place: Place): Promise<boolean> {
    return line.includes('?') && (await conversations.get(place.conversation))?.topic != null;
  }

  /** "What does his boss say?" in free words is asked of the story where nobody of that name says it. */
  async function quotes(
    person: string,
    topic: string | null,
    input: string,
    place: Place,
  ): Promise<Reply> {
    const quoted = await ask.quotes(person, topic, place);
    if (quoted.found || isSlash(input) || speaksFor(person)) return quoted;
    const asked = await ask.ask(input, place);
    return asked.found ? asked : quoted;
  }

  async function feedback(
    verdict: FeedbackVerdict,
    about: PassageKey | null,
    place: Place,
  ): Promise<Reply> {
    const { last = null } = (await conversations.get(place.conversation)) ?? {};
    const isAnswer = last?.kind === 'answer' || last?.kind === 'shown';
    const [shown] = isAnswer ? firstShown(last) : [];
    const key = about ?? (shown && { story: shown.story.article.id, span: shown.span });
    const answer = key ? formatPassageLine('', [key]).trim() : '-';
    try {
      await store.feedback.note({ answer, verdict });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return composeNotKept('feedback', error.message);
    }
    return composeFeedback(verdict);
  }

  async function why(about: PassageKey | null, place: Place): Promise<Reply> {
    const { last = null } = (await conversations.get(place.conversation)) ?? {};
    if (about === null) return composeWhy(last && (await hearExplained(last)));
    const story = await findPassageStory(holdings, about);
    if (story === null) return composeExpired('why');
    // the text is the same even if the story was closed and reopened
    const { id, text } = story.article;
    const same = firstShown(last).some(
      ({ story: { article }, span }) =>
        article.id === id && article.text === text && overlaps(span, about.span),
    );
    return same && last !== null
      ? composeWhy(await hearExplained(last))
      : composeWhyPassage(await hear(story), about);
  }

  async function more(keys: readonly PassageKey[], nearest: boolean, place: Place): Promise<Reply> {
    if (keys.length === 0) {
      const { last = null, more = [] } = (await conversations.get(place.conversation)) ?? {};
      return composeMore(more, isSilent(last));
    }
    const found: Uncited[] = [];
    for (const key of keys) {
      const story = await findPassageStory(holdings, key);
      if (story !== null) found.push({ story, span: key.span, answer: null });
    }
    const passages = await citeAll(found);
    return passages.length === 0 ? composeExpired('ask') : composeMore(passages, nearest);
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
      complete(what, typed, holdings, () => firstIn(place, FEW_STORIES)),
  };
}

/** Whether a command was typed as such rather than in free words. */
function isSlash(input: string): boolean {
  return /^\s*\//u.test(input);
}
