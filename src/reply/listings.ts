import { type CommandInfo, commands } from '../commands/catalogue.ts';
import { findSpeakers } from '../quotes/person.ts';
import { excerpt } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { count, makeReply, type Reply, say } from './reply.ts';

/** The reply to `/stories`: what is kept here, and which one this place is about. */
export function composeStories(
  stories: readonly Story[],
  chosen: string | null,
  command = 'stories',
  about: readonly string[] = chosen === null ? [] : [chosen],
): Reply {
  const more = stories.length - MOST_LISTED;
  const rows = stories.map((story, i) => ({
    story: story.article.id,
    headline: story.article.headline,
    publisher: story.article.publisher,
    published: story.article.published,
    paragraphs: i < MOST_LISTED ? story.paragraphCount : null, // opening thousands takes its time
    chosen: about.includes(story.article.id),
  }));
  return makeReply(command, {
    rows,
    blocks: [
      say(
        chosen === null
          ? 'Questions are asked of all stories here.'
          : `This place is about ${chosen}${about.length > 1 ? ` (${count(about.length, 'story', 'stories')})` : ''}.`,
      ),
      {
        kind: 'table',
        columns: ['story', 'headline', 'published', 'length'],
        rows: stories
          .slice(0, MOST_LISTED)
          .map((story) => [
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

const MOST_LISTED = 100; // more can't be read in a chat; `rows` has all of them

/** Where there is no headline, how the story begins: whole words, and [...] for the rest. */
function firstWords(story: Story): string {
  const first = story.sentences[0];
  if (first === undefined) return '–';
  const words = excerpt(story.article, first);
  const short = /^.{0,60}(?=\s)/su.exec(words)?.[0] ?? words;
  return short.length < words.length && words.length > 60 ? `${short} […]` : words;
}

/** The reply to `/help`: what to do what with, and examples from the story at hand; what changes stories for those who may. */
export function composeHelp(stories: readonly Story[], admin: boolean): Reply {
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
              `For you, who look after the stories: ${named(commands.filter((one) => one.admin))}.`,
            ),
          ]
        : []),
      say('For example:'),
      { kind: 'examples', lines: examplesFrom(stories) },
    ],
  });
}

/** What most people need: how it is typed, and what for. */
const MAIN: Readonly<Record<string, readonly [typed: string, what: string]>> = {
  ask: [' QUESTION', 'what the story says'],
  'who-said': [' WORDS', 'whose words they are'],
  check: [' "WORDS" by PERSON', 'whether a quotation is right'],
  quotes: [' PERSON about TOPIC', 'what someone said'],
  story: ['', 'how the story begins'],
};

/** Things to ask that the story at hand answers, its own names and words; those of one command first. */
export function examplesFrom(
  stories: readonly Story[],
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

/** A quotation short enough to be shown whole, of someone with a name; else as much of one as is a sentence. */
function findExample(story: Story): { readonly words: string; readonly name: string } | null {
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

/** The reply to `/about`: what the bot is, what it keeps, what it cannot do. */
export function composeAbout(stories: readonly Story[]): Reply {
  return makeReply('about', {
    blocks: [
      say(
        "I'm Verbatim, a program. I answer questions about a story with passages of it, word for word, each with its paragraph and its speaker. A small model reads and points at words of the story; none writes: I can't summarise, translate or explain, and when the story does not say, I say so.",
      ),
      say(
        'The models are part of the program, weigh 57 MB and work offline. Questions on encyclopaedia articles, web queries and news (SQuAD, Natural Questions, NewsQA and others, some for research use only) and on stories written for this taught the one that points.',
      ),
      say(
        'I keep the stories I was given, and for half an hour what a conversation was about, in memory. What a channel is to watch I keep until it is stopped. I keep and log nothing else that you write.',
      ),
      say(
        'I can be wrong about which passage answers, and about who speaks where the story says "he". The words themselves are always the story\'s. /why shows how an answer was chosen.',
      ),
      say(`${count(stories.length, 'story', 'stories')} loaded.`),
    ],
  });
}
