import type { Listing } from '../archive/archive.ts';
import { type CommandInfo, commands } from '../commands/catalogue.ts';
import { findSpeakers } from '../quotes/person.ts';
import { excerpt } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { count, makeReply, type Reply, say } from './reply.ts';

/** The scope of a place: the choice, and the stories it means. */
export interface Chosen {
  readonly choice: string;
  readonly ids: readonly string[];
}

/** The reply to `/stories`: the stories kept here, and which one this place is about; null for all. */
export function composeStories(
  { all, entries, stories }: Listing,
  chosen: Chosen | null,
  command = 'stories',
): Reply {
  const more = all - stories.length;
  const about = new Set(chosen?.ids ?? []);
  const rows = entries.map(({ id, headline, publisher, published }, i) => ({
    story: id,
    headline,
    publisher,
    published,
    paragraphs: stories[i]?.paragraphCount ?? null,
    chosen: about.has(id),
  }));
  return makeReply(command, {
    rows,
    blocks: [
      say(
        chosen === null
          ? 'Questions are asked of all stories here.'
          : `This place is about ${chosen.choice}${about.size > 1 ? ` (${count(about.size, 'story', 'stories')})` : ''}.`,
      ),
      {
        kind: 'table',
        columns: ['story', 'headline', 'published', 'length'],
        rows: stories.map((story) => [
          story.article.id,
          story.article.headline ?? firstWords(story),
          [story.article.publisher, story.article.published].filter(Boolean).join(', ') || '–',
          count(story.paragraphCount, 'paragraph'),
        ]),
      },
      ...(more > 0 ? [say(`And ${count(more, 'more story', 'more stories')}.`)] : []),
    ],
  });
}

/** Without a headline, how the story begins: whole words, and [...] for the rest. */
function firstWords(story: Story): string {
  const first = story.sentences[0];
  if (first === undefined) return '–';
  const words = excerpt(story.article, first);
  const short = /^.{0,60}(?=\s)/su.exec(words)?.[0] ?? words;
  return short.length < words.length && words.length > 60 ? `${short} […]` : words;
}

/** The reply to `/help`: the commands, examples from the current story and, for those allowed, the commands that change stories. */
export function composeHelp(stories: readonly HeardStory[], admin: boolean): Reply {
  const named = (names: readonly CommandInfo[]): string =>
    names.map(({ name }) => `/${name}`).join(', ');
  const others = commands.filter(({ name, admin: isAdmins }) => !isAdmins && !(name in MAIN));
  return makeReply('help', {
    blocks: [
      say(
        'Ask in your own words, or with a command. Answers are passages of the story, word for word.',
      ),
      {
        kind: 'table',
        columns: ['', ''],
        rows: Object.entries(MAIN).map(([name, [typed, what]]) => [`/${name}${typed}`, what]),
      },
      say(`More: ${named(others)}.`),
      ...(admin
        ? [
            say(
              `For you, as you look after the stories: ${named(commands.filter((one) => one.admin))}.`,
            ),
          ]
        : []),
      say('For example:'),
      { kind: 'examples', lines: examplesFrom(stories) },
    ],
  });
}

/** What most people need: what to type, and what for. */
const MAIN: Readonly<Record<string, readonly [typed: string, what: string]>> = {
  ask: [' QUESTION', 'what the story says'],
  'who-said': [' WORDS', 'whose words they are'],
  check: [' "WORDS" by PERSON', 'whether a quotation is right'],
  quotes: [' PERSON about TOPIC', 'what someone said'],
  story: ['', 'how the story begins'],
};

/** Example questions that the current story answers, with its own names and words; one command's first. */
export function examplesFrom(
  stories: readonly HeardStory[],
  command: string | null = null,
): readonly string[] {
  const [story] = stories;
  if (story === undefined) return ['/stories'];
  const [person] = findSpeakers(story).filter(({ named }) => named);
  const described = story.names.find((one) => one.kind === 'person' && one.role !== null);
  const quoted = findExample(story);
  const checked = quoted === null ? [] : [`/check "${quoted.words}" by ${quoted.name}`];
  const all = [
    ...(described === undefined ? [] : [`Who is ${described.name}?`]),
    ...(quoted === null ? [] : [`/who-said ${quoted.words}`]),
    ...(person === undefined ? [] : [`/quotes ${person.name}`]),
    ...(command === 'check' ? checked : []),
    '/speakers',
  ];
  const isFirst = (line: string): boolean => line.startsWith(`/${command} `);
  return [...all.filter(isFirst), ...all.filter((line) => !isFirst(line))].slice(0, 4);
}

const WHOLE = /^\p{Lu}[^.!?…()[\]"“”]{12,80}[.!?]?$/u; // a short sentence, and no more

/** A quotation by a named speaker, short enough to show whole; else one sentence of it. */
function findExample(story: HeardStory): { readonly words: string; readonly name: string } | null {
  for (const { speech, kind, content, speaker } of story.statements) {
    if (!speech || kind !== 'direct' || speaker.name === null) continue;
    for (const piece of content) {
      const sentences = excerpt(story.article, piece).split(/(?<=[^.][.!?])\s+/u);
      const whole = sentences.find((one) => WHOLE.test(one));
      if (whole !== undefined) return { words: whole.replace(/[,.]$/u, ''), name: speaker.name };
    }
  }
  return null;
}

/** The reply to `/about`: what the bot is, what it stores and what it cannot do. */
export function composeAbout(stories: number): Reply {
  return makeReply('about', {
    blocks: [
      say(
        "I'm Verbatim, a program. I answer questions about a story with passages of it, word for word, each with its paragraph and its speaker. Small models read and point at words of the story; none writes: I can't summarise, translate or explain, and when the story does not say, I say so.",
      ),
      say(
        'The models ship with the program (71 MB) and work offline. Questions on encyclopaedia articles, web queries and news (SQuAD, Natural Questions, NewsQA and others, some for research use only) and on stories written for this taught the one that points; news of which every statement is marked (PolNeAR, for research use only, and stories written for this) the one that marks who speaks.',
      ),
      say(
        'I keep the stories I was given, and for half an hour what a conversation was about, in memory. What a channel watches I keep until it is told to stop. I keep and log nothing else that you write.',
      ),
      say(
        'I can be wrong about which passage answers, and about who speaks where the story says "he". The words themselves are always the story\'s. /why shows how an answer was chosen.',
      ),
      say(`${count(stories, 'story', 'stories')} loaded.`),
    ],
  });
}
