import {
  FEW_STORIES,
  type Holdings,
  OFFERED,
  openFirst,
  openPassages,
} from '../archive/archive.ts';
import { EVERY_STORY, type Scope, storiesNamed } from '../archive/scope.ts';
import { type Place, storyOf } from '../commands/command.ts';
import { type Narrowed, readFilters, type Typed } from '../commands/filters.ts';
import { noteUnread } from '../reply/notes.ts';
import type { Reply } from '../reply/reply.ts';
import { composeTooMany } from '../reply/stories-reply.ts';
import type { Store } from '../store/store.ts';
import { hearAll } from '../story/hear.ts';
import type { HeardStory } from '../story/story.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';

/** Which stories a place is about, and which of them a question goes to. */
export interface Scopes {
  /** The first `limit` stories that a question is asked of, heard. */
  readonly firstIn: (place: Place, limit: number) => Promise<readonly HeardStory[]>;
  /** The stories that a question goes to; null for all. */
  readonly scopeOf: (place: Place) => Promise<Scope | null>;
  /** What the place is about; null for all stories. */
  readonly choiceIn: (place: Place) => Promise<Choice | null>;
  /** The typed words, and the stories they go to if they name a time or a publisher. */
  readonly narrow: <Field extends string>(
    typed: Typed<Field>,
    place: Place,
    now: number,
  ) => Promise<Narrowed<Field>>;
  /** The stories to look through for what people say, heard: all if they are few, else those that search finds for some words. */
  readonly storiesAbout: (scope: Scope | null, words: string) => Promise<readonly HeardStory[]>;
  /** The reply from a few stories; with many, a notice that one must be chosen first. */
  readonly ofFew: (
    command: string,
    scope: Scope | null,
    compose: (stories: readonly HeardStory[]) => Reply,
  ) => Promise<Reply>;
}

/** What was chosen with `/use`: a story's id or `tag:NAME`, and the stories it means. */
export interface Choice {
  readonly choice: string;
  readonly scope: Scope;
}

/** The prefix that makes a choice a tag: no story's id has a colon. */
export const TAG = 'tag:';

/** What a choice means: a story's id, or `tag:NAME`. */
export function scopeChosen(choice: string): Scope {
  return choice.startsWith(TAG)
    ? { ...EVERY_STORY, tag: choice.slice(TAG.length) }
    : storiesNamed(choice);
}

/** The scopes of places over an archive, as chosen by their channels. */
export function createScopes(holdings: Holdings, store: Store): Scopes {
  const choiceIn = async (place: Place): Promise<Choice | null> => {
    const only = storyOf(place);
    if (only !== null) return { choice: only, scope: storiesNamed(only) };
    const choice = (await store.channels.get(place.channel)) ?? '';
    const scope = scopeChosen(choice);
    return choice !== '' && (await holdings.count(scope)) > 0 ? { choice, scope } : null;
  };
  const scopeOf = async (place: Place): Promise<Scope | null> =>
    (await choiceIn(place))?.scope ?? null;

  const narrow: Scopes['narrow'] = async (typed, place, now) => {
    const inside = await scopeOf(place);
    const all = await holdings.count(inside);
    const filters = await readFilters(typed, now, () => holdings.names(inside));
    const { typed: bare, words, published } = filters;
    const isOne = all <= 1; // with one story there is nothing to choose
    if (words.length > 0 && !isOne) {
      const scope = { ...(inside ?? EVERY_STORY), ...published };
      const stories = await holdings.count(scope);
      if (stories > 0) return { typed: bare, bare, scope, stories, all, filters: words };
    }
    // a filter that matches nothing was not meant as one: the words are about what happened
    const left = words.length === 0 ? bare : typed;
    return { typed: left, bare, scope: inside, stories: all, all, filters: [] };
  };

  const storiesAbout: Scopes['storiesAbout'] = async (scope, words) => {
    if ((await holdings.count(scope)) <= FEW_STORIES)
      return hearAll(await openFirst(holdings, scope, FEW_STORIES));
    const stems = contentStems(readTokens(words));
    const found = await openPassages(holdings, stems, scope, OFFERED);
    return hearAll([...new Set(found.map(({ story }) => story))].slice(0, FEW_STORIES));
  };

  const ofFew: Scopes['ofFew'] = async (command, scope, compose) => {
    const all = await holdings.count(scope);
    if (all > FEW_STORIES) return composeTooMany(command, all);
    const stories = await hearAll(await openFirst(holdings, scope, FEW_STORIES));
    return noteUnread(compose(stories), stories);
  };

  const firstIn: Scopes['firstIn'] = async (place, limit) =>
    hearAll(await openFirst(holdings, await scopeOf(place), limit));

  return { firstIn, scopeOf, choiceIn, narrow, storiesAbout, ofFew };
}
