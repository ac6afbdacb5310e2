import { type Bot, type Place, parseCommand, placeOf, replyToJson } from '../../src/index.ts';
import { replySchema } from '../contract/reply.ts';
import { z } from '../contract/zod.ts';
import {
  type Argument,
  argumentSchema,
  type Given,
  type JsonSchema,
  noSuchStory,
  readArguments,
} from './arguments.ts';

/** A tool as it is listed. */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema & { readonly type: 'object' };
  readonly outputSchema: JsonSchema & { readonly type: 'object' };
  readonly annotations: Readonly<Record<string, boolean>>;
}

/** A reply: as a person would read it, and as the JSON of the contract. */
export type ToolReply = ReturnType<typeof replyToJson>;

/** What asking needs: the bot, and which stories there are. */
export interface Desk {
  readonly bot: Bot;
  readonly hasStory: (id: string) => Promise<boolean>;
}

interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly takes: readonly Argument[];
  /** The line that a person would type. */
  readonly line: (given: Given) => string;
}

const MOST_WORDS = 8_000; // UTF-16 units: together with the command, less than the limit of a line
const MOST_NAME = 80; // what may follow `by` in a line

const ONE_STORY: Argument = {
  name: 'story',
  description: "A story's id, to ask that story alone; left out: all stories",
  required: false,
  kind: 'words',
  most: MOST_NAME,
};

/** All tools: to add one, add a row. */
const TOOLS: readonly Tool[] = [
  {
    name: 'ask',
    title: 'Ask the story',
    description:
      'Answers a question with words of the story, in their sentence, with paragraph and speaker; "The story does not say." where it does not. Takes one question in plain English, or a command: /speakers, /numbers TOPIC, /when TOPIC, /sources, /why.',
    takes: [words('question', 'The question, in the words of a person'), ONE_STORY],
    line: ({ question = '' }) => question,
  },
  {
    name: 'who_said',
    title: 'Who said it?',
    description:
      'Finds who said some words: exactly, in part, or roughly. Tells the reporter’s own words from speech, and says where the story does not name the speaker.',
    takes: [words('words', 'The words, a fragment of them, or roughly what was said'), ONE_STORY],
    line: ({ words: said = '' }) => `/who-said ${said}`,
  },
  {
    name: 'check_quote',
    title: 'Check a quotation',
    description:
      'Compares a quotation with the story word by word, and tells whose words they are: exact, cut, altered, spliced, someone else’s, a paraphrase, nobody’s, or not there. Use it on every quotation before you publish it.',
    takes: [
      words('quote', 'The quotation, word for word, with or without its quotation marks'),
      words('speaker', 'Who is meant to have said it', false, MOST_NAME),
      ONE_STORY,
    ],
    line: ({ quote = '', speaker = '' }) => {
      const by = speaker === '' ? '' : ` by ${speaker.replace(DOUBLE, '')}`;
      return `/check ${inMarks(quote)}${by}`;
    },
  },
  {
    name: 'quotes',
    title: 'What someone said',
    description:
      'All that a person said in the stories, direct and reported speech told apart, in story order; with a topic what is about it, best first.',
    takes: [
      words('speaker', 'Whose words: a name as the story has it, or a part of it', true, MOST_NAME),
      words('topic', 'Only what is about this', false),
      ONE_STORY,
    ],
    line: ({ speaker = '', topic = '' }) =>
      `/quotes ${speaker}${topic === '' ? '' : ` about ${topic}`}`,
  },
  {
    name: 'compare',
    title: 'Two people or two stories, side by side',
    description:
      'What two people, or two stories, say about the same things, in pairs and word for word, and what only one of them says; with a topic only what is about it. For two stories give their ids.',
    takes: [
      words('one', 'A person as the story names them, or the id of a story', true, MOST_NAME),
      words('other', 'Another person, or the id of another story', true, MOST_NAME),
      words('topic', 'Only what is about this', false),
      ONE_STORY,
    ],
    line: ({ one = '', other = '', topic = '' }) => {
      const [first, second] = [one, other].map((side) => `"${side.replace(DOUBLE, '')}"`);
      return `/compare ${first} and ${second}${topic === '' ? '' : ` about ${topic}`}`;
    },
  },
  {
    name: 'story',
    title: 'A story at a glance',
    description:
      'How a story begins; with `all` also who, what, when, where, why and how, each as a passage, and how much is in it. For the whole text read the resource verbatim://stories/ID.',
    takes: [
      ONE_STORY,
      {
        name: 'all',
        description: 'All of it, not only how it begins',
        required: false,
        kind: 'yes-or-no',
        most: 0,
      },
    ],
    line: ({ all }) => (all === 'yes' ? '/story more' : '/story'),
  },
  {
    name: 'search_stories',
    title: 'Find stories',
    description:
      'The stories that are about some words, with a passage of each; without a query, all stories that are here, with their ids.',
    takes: [words('query', 'What the stories are about', false)],
    line: ({ query = '' }) => `/stories ${query}`.trim(),
  },
];

/** Draft 7 is what the protocol's own clients read; a schema with an id of its own would be a reference at the root. */
const REPLY = z.toJSONSchema(z.strictObject(replySchema.shape), { target: 'draft-7' });

/** The tools as they are listed: nothing they do changes anything. */
export const listedTools: readonly ListedTool[] = TOOLS.map(
  ({ name, title, description, takes }) => ({
    name,
    title,
    description,
    inputSchema: { ...argumentSchema(takes), type: 'object' },
    outputSchema: { ...REPLY, type: 'object' },
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  }),
);

/**
 * Calls a tool in a conversation; null if there is none with that name. Rejects with an `ArgumentError`, one
 * line for the caller.
 */
export function callTool(
  name: string,
  sent: unknown,
  conversation: string,
  { bot, hasStory }: Desk,
): Promise<ToolReply> | null {
  const tool = TOOLS.find((one) => one.name === name);
  if (tool === undefined) return null;
  return answer(tool);

  async function answer({ takes, line }: Tool): Promise<ToolReply> {
    const given = readArguments(sent ?? {}, takes);
    if (given.story && !(await hasStory(given.story))) throw noSuchStory(given.story);
    const asked = line(given);
    const place: Place = given.story
      ? placeOf(given.story, conversation)
      : { channel: 'mcp', conversation, admin: false };
    return replyToJson(asked, await bot(parseCommand(asked, place)));
  }
}

function words(name: string, description: string, required = true, most = MOST_WORDS): Argument {
  return { name, description, required, kind: 'words', most };
}

const DOUBLE = /["“”„«»]/g;

/**
 * A quotation in its own quotation marks. One that begins with a mark has them, and may be a passage with several; in any
 * other, marks inside it are somebody else's, and it is checked as a whole.
 */
function inMarks(quote: string): string {
  return /^["“„«]/.test(quote) ? quote : `“${quote.replace(DOUBLE, "'")}”`;
}
