import type { Listing } from '../archive/archive.ts';
import type { FeedbackVerdict } from '../commands/command.ts';
import type { HeardStory } from '../story/story.ts';
import type { TalkKind } from '../talk/talk-kind.ts';
import { composeStories, examplesFrom } from './listings.ts';
import { type Block, makeReply, type Reply, say } from './reply.ts';

/** The reply to an empty request: how the command is used, or examples. */
export function composeEmpty(command: string | null, stories: readonly HeardStory[]): Reply {
  const text = command === null ? 'There is no question in that.' : usage(command);
  return makeReply(command ?? 'ask', {
    found: false,
    reason: 'empty-question',
    blocks: [
      say(`${text} For example:`),
      { kind: 'examples', lines: examplesFrom(stories, command) },
    ],
  });
}

function usage(command: string): string {
  switch (command) {
    case 'ask':
      return 'Type a question after /ask.';
    case 'who-said':
      return "Type the words after /who-said, and I'll say who said them.";
    case 'check':
      return 'Type a quotation after /check: /check "WORDS" by PERSON.';
    case 'quotes':
      return 'Type a name after /quotes, and a topic if you like: /quotes PERSON about TOPIC.';
    case 'compare':
      return 'Type two names, or two stories, after /compare: /compare PERSON and PERSON about TOPIC.';
    case 'use':
      return 'Type a story after /use, or "all". /stories lists them.';
    case 'add':
      return 'Type a file, an address or the text of a story after /add.';
    case 'remove':
      return 'Type a story after /remove. /stories lists them.';
    case 'feedback':
      return 'Type one of these after /feedback: right, wrong-passage, wrong-speaker, should-have-answered, should-have-been-silent.';
    default:
      return `/${command} needs some words after it.`;
  }
}

const SOME = 3; // examples after a greeting: enough to see what a question looks like

/** The reply to a message that asks nothing of the story: what can be asked instead, and never a passage. */
export function composeTalk(talk: TalkKind, stories: readonly HeardStory[]): Reply {
  const lines = talk === 'greeting' ? examplesFrom(stories).slice(0, SOME) : [];
  const examples: Block = { kind: 'examples', lines };
  return makeReply('talk', {
    found: false,
    reason: 'not-a-question',
    blocks: [say(TALK[talk]), ...(lines.length > 0 ? [examples] : [])],
  });
}

const TALK: Readonly<Record<TalkKind, string>> = {
  greeting: 'Hello. Ask me about the story: I answer with its own words. For example:',
  thanks: "You're welcome.",
  write:
    "I don't write summaries, headlines or translations: I repeat the story, word for word. /story shows how the story begins.",
  judge:
    'I repeat what the story says; whether it is true, or right, I cannot tell. /check tells whether a quotation is exact.',
  self: "I'm a program that repeats passages of the story, word for word. /about tells more.",
  other:
    'I only answer questions about the story: who, what, when, where, why, how much. /help shows some.',
};

/** The reply to an unknown command. */
export function composeUnknown(name: string): Reply {
  return makeReply(null, {
    found: false,
    reason: 'unknown-command',
    blocks: [say(`There is no command /${name.slice(0, 40)}. /help lists what there is.`)],
  });
}

/** The reply to someone not allowed to do this here. */
export function composeRefused(command: string): Reply {
  return makeReply(command, {
    found: false,
    blocks: [
      say(
        `/${command} changes what others see here, so not everyone may do it. Ask whoever set me up here.`,
      ),
    ],
  });
}

/** The reply to `/use` and others with a story that is not kept here. */
export function composeUnknownStory(wanted: string, stories: Listing, command = 'use'): Reply {
  const listed = composeStories(stories, null, command);
  return makeReply(command, {
    found: false,
    reason: 'not-in-story',
    rows: listed.rows,
    blocks: [
      say(
        wanted === ''
          ? 'Which story? There are:'
          : `No story here is called "${wanted.slice(0, 60)}". There are:`,
      ),
      ...listed.blocks.slice(1),
    ],
  });
}

/** The reply to feedback: thanks, and what was understood. */
export function composeFeedback(verdict: FeedbackVerdict): Reply {
  return makeReply('feedback', {
    blocks: [say(`Thank you. Noted as: ${verdict.replaceAll('-', ' ')}.`)],
  });
}

/** The apology when something broke: it claims nothing about the story. */
export function composeOutage(command: string): Reply {
  return makeReply(command, {
    found: false,
    blocks: [say('Sorry, something went wrong on my side. Please ask again.')],
  });
}
