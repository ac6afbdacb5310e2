/** One thing that a command takes. */
export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** What an adapter can offer while someone types. */
  readonly completes: 'speaker' | 'story' | null;
  /** What is yes or no: the word that is typed for yes. Null for words of any kind. */
  readonly word: string | null;
}

/** A command as the core lists it: an adapter offers these, no more and no less. */
export interface CommandInfo {
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** Whether it changes what others see, and so is for those allowed. */
  readonly admin: boolean;
}

/** The commands, in the order of the help. */
export const commands: readonly CommandInfo[] = [
  info('ask', 'Ask the story a question; the answer is in its own words', [
    option('question', 'What do you want to know?'),
  ]),
  info('who-said', 'Who said these words?', [
    option('words', 'Words, a fragment, or roughly what was said'),
  ]),
  info('check', 'Is this really what they said? A quotation against the story, word by word', [
    option('words', 'The quotation, word for word'),
    option('person', 'Who is meant to have said it', { required: false, completes: 'speaker' }),
  ]),
  info('quotes', 'What a person said, direct and reported', [
    option('person', 'Whose words?', { completes: 'speaker' }),
    option('topic', 'Only what is about this', { required: false }),
  ]),
  info(
    'compare',
    'Two people, or two stories, side by side: what both say, and what only one says',
    [
      option('one', 'A person, or a story', { completes: 'speaker' }),
      option('other', 'Another person, or another story', { completes: 'speaker' }),
      option('topic', 'Only what is about this', { required: false }),
    ],
  ),
  info('speakers', 'Everyone who speaks in the story', [
    option('picture', 'With a picture of who speaks where', { required: false, word: 'picture' }),
  ]),
  info('story', 'The story at a glance: how it begins, who, what, when, where, why and how', [
    option('all', 'All of it, not only how it begins', { required: false, word: 'more' }),
  ]),
  info('numbers', 'The figures in the story, what they count, and whose they are', [
    option('topic', 'Only those about this', { required: false }),
  ]),
  info('when', 'The times the story names, in story order and in chronological order', [
    option('topic', 'Only those about this', { required: false }),
  ]),
  info('sources', 'What the story rests on, and what is loaded here', []),
  info('stories', 'The stories kept here, or those about something', [
    option('topic', 'Only those about this', { required: false }),
  ]),
  info(
    'use',
    'Choose the story that this place is about',
    [option('story', 'A story, a #tag, or all of them', { completes: 'story' })],
    true,
  ),
  info(
    'add',
    'Add a story, or a newer version of one',
    [option('story', 'A file, an address, or the text')],
    true,
  ),
  info(
    'remove',
    'Remove a story, with all its versions',
    [option('story', 'Which one?', { completes: 'story' })],
    true,
  ),
  info(
    'watch',
    'Be told here when a new or changed story has it; a digest each day',
    [
      option(
        'what',
        'A speaker, a topic, or words in quotation marks; list, stop N, digest on or off',
      ),
    ],
    true,
  ),
  info('changes', 'The versions of a story, and what changed word by word', [
    option('story', 'Which one?', { completes: 'story', required: false }),
  ]),
  info('why', 'Why the last answer was given: how sure it is, words matched, runners-up', []),
  info('help', 'What can be asked, with examples from the story', []),
  info('about', 'What this bot is, what it keeps, and what it cannot do', []),
];

function info(
  name: string,
  description: string,
  options: readonly CommandOption[],
  admin = false,
): CommandInfo {
  return { name, description, options, admin };
}

function option(
  name: string,
  description: string,
  more: Partial<Pick<CommandOption, 'required' | 'completes' | 'word'>> = {},
): CommandOption {
  return { name, description, required: true, completes: null, word: null, ...more };
}
