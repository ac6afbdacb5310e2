import { isPronoun, type Person } from '../quotes/person.ts';
import type { Statement } from '../statements/statement.ts';
import type { HeardStory, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { findTimeSpans } from './times.ts';

/**
 * Speakers named apart from what they say: `Its director, Ann Ode, was blunter: “…”`, and
 * `It will run sleeper trains, the company announced on Tuesday`.
 */
export function findOverlooked(story: HeardStory): readonly Person[] {
  return story.statements.flatMap((statement): readonly Person[] => {
    if (isAnnounced(story, statement)) return announcer(story, statement);
    return statement.speech && statement.kind === 'direct' ? introduced(story, statement) : [];
  });
}

/** Whether a source is followed only by a time: then what is announced comes before it. */
function isAnnounced({ article }: Story, { cue, content, source }: Statement): boolean {
  const [said] = content;
  if (cue === null || source === null || said === undefined || content.length > 1) return false;
  if (!/^(?:announced|said|reported)$/i.test(article.text.slice(cue.start, cue.end))) return false;
  const [time] = findTimeSpans(article.text, said);
  return time !== undefined && time.end - time.start >= said.end - said.start - 3;
}

function announcer(story: Story, statement: Statement): readonly Person[] {
  const { name, words } = statement.speaker;
  const own = words === null ? null : story.article.text.slice(words.start, words.end);
  if (name !== null) return [{ name, named: true, statements: [statement] }];
  if (own === null || isPronoun(own)) return [];
  const company = /^the (?:company|firm|group)$/i.test(own) ? firstBody(story, statement) : null;
  return [{ name: company ?? own, named: company !== null, statements: [statement] }];
}

/** The company of `the company`: the one named most in the sentence and those before. */
function firstBody({ names }: Story, { cue }: Statement): string | null {
  const named = names.filter(
    ({ kind, mentions }) =>
      kind !== 'person' &&
      kind !== 'place' &&
      mentions.some(({ start }) => start < (cue?.start ?? 0)),
  );
  const [most] = named.toSorted((a, b) => b.mentions.length - a.mentions.length);
  return most?.name ?? null;
}

/** The one person whom a sentence names before the colon that a quotation follows. */
function introduced(story: Story, statement: Statement): readonly Person[] {
  const { speaker, cue } = statement;
  if (speaker.name !== null || speaker.words !== null || cue === null) return [];
  if (story.article.text.slice(cue.start, cue.end).trim() !== ':') return [];
  const sentence = story.sentences.find((one) => one.start <= cue.start && cue.end <= one.end);
  const isBefore = ({ start, end }: Span): boolean =>
    sentence !== undefined && sentence.start <= start && end <= cue.start;
  const people = story.names.filter(
    ({ kind, mentions }) => kind === 'person' && mentions.some(isBefore),
  );
  const [person] = people;
  if (person === undefined || people.length > 1) return [];
  return [{ name: person.name, named: true, statements: [statement] }];
}
