import { type Archive, FEW_STORIES, listStories, OFFERED } from '../archive/archive.ts';
import { type Place, storyOf } from '../commands/command.ts';
import { type Narrowed, type Published, readFilters, type Typed } from '../commands/filters.ts';
import { noteUnread } from '../reply/notes.ts';
import type { Reply } from '../reply/reply.ts';
import { composeTooMany } from '../reply/stories-reply.ts';
import type { StoryRecord } from '../store/record.ts';
import type { Store } from '../store/store.ts';
import type { Story } from '../story/story.ts';
import { once } from '../text/lazy.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';

/** Which stories a place is about, and which of them some words are asked of. */
export interface Scope {
  readonly storiesIn: (place: Place) => readonly Story[];
  /** The ids that a question is asked of; null for all. */
  readonly within: (place: Place) => readonly string[] | null;
  /** What the place is about, by its ids; null for all stories. */
  readonly choiceIn: (place: Place) => Choice | null;
  /** The ids of the stories with a tag. */
  readonly tagged: (tag: string) => readonly string[];
  /** What was typed, and which stories it is asked of when it names a time or a publisher. */
  readonly narrow: <Field extends string>(
    typed: Typed<Field>,
    place: Place,
    now: number,
  ) => Narrowed<Field>;
  /** The stories to look through for some words: all where they are few, else those that search finds. */
  readonly storiesAbout: (within: readonly string[] | null, words: string) => readonly Story[];
  /** What is said of a few stories; of many, that one has to be chosen first. */
  readonly ofFew: (
    command: string,
    within: readonly string[] | null,
    compose: (stories: readonly Story[]) => Reply,
  ) => Reply;
}

/** What was chosen with `/use`: a story's id or `tag:NAME`, and the stories that means. */
export interface Choice {
  readonly choice: string;
  readonly ids: readonly string[];
}

/** What a tag begins with where it is chosen: no story's id has a colon. */
export const TAG = 'tag:';

/** The scopes of places over an archive, by what their channels chose. */
export function createScope(archive: Archive, store: Store): Scope {
  const tagged = (tag: string): readonly string[] =>
    store.list().flatMap(({ id, tags }) => (tags.includes(tag) ? [id] : []));
  const choiceIn = (place: Place): Choice | null => {
    const only = storyOf(place);
    if (only !== null) return { choice: only, ids: [only] };
    const choice = store.channels.get(place.channel) ?? '';
    const ids = choice.startsWith(TAG) ? tagged(choice.slice(TAG.length)) : [choice];
    return choice !== '' && ids.some((id) => archive.find(id)) ? { choice, ids } : null;
  };
  const within = (place: Place): readonly string[] | null => choiceIn(place)?.ids ?? null;
  const storiesIn = (place: Place): readonly Story[] => listStories(archive, within(place));

  const narrow: Scope['narrow'] = (typed, place, now) => {
    const inside = within(place);
    const stories = listStories(archive, inside);
    const known = once(() => stories.map((story) => describe(story, store.find(story.article.id))));
    const names = once(() => [...new Set(known().flatMap(({ by }) => by))]);
    const isOne = stories.length <= 1; // of one story there is nothing to choose
    const { typed: bare, words, holds } = readFilters(typed, now, names);
    const held = words.length === 0 || isOne ? [] : known().filter(holds);
    const ids = held.map(({ id }) => id);
    const all = stories.length;
    if (ids.length > 0) {
      return { typed: bare, bare, within: ids, stories: ids.length, all, filters: words };
    }
    // a filter that leaves nothing was none: the words are about what happened
    const left = words.length === 0 ? bare : typed;
    return { typed: left, bare, within: inside, stories: all, all, filters: [] };
  };

  const storiesAbout = (inside: readonly string[] | null, words: string): readonly Story[] => {
    const stories = listStories(archive, inside);
    if (stories.length <= FEW_STORIES) return stories;
    const stems = contentStems(readTokens(words));
    const found = archive.findPassages(stems, inside, OFFERED);
    return [...new Set(found.map(({ story }) => story))].slice(0, FEW_STORIES);
  };

  const ofFew: Scope['ofFew'] = (command, inside, compose) => {
    const stories = listStories(archive, inside);
    if (stories.length > FEW_STORIES) return composeTooMany(command, stories.length);
    return noteUnread(compose(stories), stories);
  };

  return { storiesIn, within, choiceIn, tagged, narrow, storiesAbout, ofFew };
}

/** What a story is chosen by. */
function describe(
  { article }: Story,
  record: StoryRecord | null,
): Published & { readonly id: string } {
  const { id, published, publisher } = article;
  return { id, published, by: [publisher, record?.byline].filter((name) => name != null) };
}
