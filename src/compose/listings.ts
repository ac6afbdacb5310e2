import { findSpeakers } from '../answer/person.ts';
import { commands } from '../commands.ts';
import { count, makeReply, type Reply, say } from '../reply.ts';
import { excerpt } from '../story/citation.ts';
import type { Story } from '../story/story.ts';

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

/** The reply to `/help`: every command, and examples from the story at hand. */
export function composeHelp(stories: readonly Story[]): Reply {
  return makeReply('help', {
    blocks: [
      say(
        'Ask in your own words, or use a command. Answers are passages of the story, word for word.',
      ),
      {
        kind: 'table',
        columns: ['command', 'what it does'],
        rows: commands.map(({ name, options, description }) => [
          [
            `/${name}`,
            ...options.map((one) => (one.required ? one.name : `[${one.name}]`).toUpperCase()),
          ].join(' '),
          description,
        ]),
      },
      say('For example:'),
      { kind: 'examples', lines: examplesFrom(stories) },
    ],
  });
}

/** Things to ask that the story at hand answers: its own names and words. */
export function examplesFrom(stories: readonly Story[]): readonly string[] {
  const [story] = stories;
  if (story === undefined) return ['/stories'];
  const people = findSpeakers(story).filter((person) => person.named);
  const described = story.names.find((one) => one.kind === 'person' && one.role !== null);
  const [person] = people;
  const words = wholePhrase(story);
  return [
    ...(described === undefined ? [] : [`Who is ${described.name}?`]),
    ...(words === null ? [] : [`/who-said ${words}`]),
    ...(person === undefined ? [] : [`/quotes ${person.name}`]),
    '/speakers',
  ].slice(0, 4);
}

/** A quotation to check that stands in the story at hand. */
export function checkExamplesFrom(stories: readonly Story[]): readonly string[] {
  const [story] = stories;
  const words = story && wholePhrase(story);
  return words ? [`/check "${words}"`] : ['/check "WORDS" by PERSON'];
}

const PHRASE = /^["“‘']?([\p{L}\p{N}](?:[\p{L}\p{N}'’]|[ -](?=[\p{L}\p{N}]))+)(?=[.,;:!?…—–]|$)/u;
const [FEWEST_WORDS, MOST_WORDS] = [3, 12]; // of an example: fewer could stand anywhere, more are no example

/** The first words that somebody says up to a mark: no half of a phrase, nor of a pair of brackets. */
function wholePhrase(story: Story): string | null {
  const said = story.statements.filter(({ speech, kind }) => speech && kind === 'direct');
  for (const piece of said.flatMap(({ content }) => content)) {
    const phrase = PHRASE.exec(excerpt(story.article, piece))?.[1] ?? '';
    const { length } = phrase.split(' ');
    if (length >= FEWEST_WORDS && length <= MOST_WORDS) return phrase;
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
        'I keep the stories I was given, and for half an hour what a conversation was about, in memory. I keep and log nothing that you write.',
      ),
      say(
        'I can be wrong about which passage answers, and about who speaks where the story says "he". The words themselves are always the story\'s. /why shows how an answer was chosen.',
      ),
      say(`${count(stories.length, 'story', 'stories')} loaded.`),
    ],
  });
}
