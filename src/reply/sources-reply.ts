import type { Listing } from '../archive/archive.ts';
import { SOURCE_KINDS } from '../newsroom/source-kinds.ts';
import { findSources, paragraphsOfSource, type StorySource } from '../newsroom/sources.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { type Block, count, makeReply, type Reply, type Row, say } from './reply.ts';

const KIND_NAMES: Readonly<Record<StorySource['kind'], string>> = {
  outlet: 'Outlets',
  report: 'Reports and figures',
  document: 'Documents',
  statement: 'Statements',
  organisation: 'Organisations that speak',
  person: 'People who speak',
  unnamed: 'Sources without a name',
};

/** When the current texts of stories came in, by id; none for a story that is not kept. */
type CameIn = ReadonlyMap<string, string>;

/**
 * The reply to `/sources`: what the `few` stories rely on (none if there are too many), and what is loaded
 * here.
 */
export function composeSources(
  stories: number,
  few: readonly HeardStory[],
  everything: Listing,
  cameIn: CameIn,
): Reply {
  const loaded = everything.stories;
  const more = everything.all - loaded.length;
  const all = few.flatMap((story) => findSources(story).map((source) => ({ story, source })));
  const blocks = SOURCE_KINDS.flatMap((kind): readonly Block[] => {
    const rows = all.filter(({ source }) => source.kind === kind).map(showSource);
    if (rows.length === 0) return [];
    return [say(`${KIND_NAMES[kind]}:`), { kind: 'table', columns: ['', ''], rows }];
  });
  return makeReply('sources', {
    rows: [
      ...all.map(({ story, source }) => sourceRow(story, source)),
      ...loaded.map((story) => ({ kind: 'loaded', ...loadedRow(story, cameIn) })),
    ],
    blocks: [
      say(openingOf(stories, few, all.length)),
      ...blocks,
      say('Loaded here:'),
      {
        kind: 'table',
        columns: ['story', 'passages', 'published', 'last refresh'],
        rows: loaded.map((story) =>
          Object.values(loadedRow(story, cameIn)).map((cell) => String(cell ?? '–')),
        ),
      },
      ...(more > 0 ? [say(`And ${count(more, 'more story', 'more stories')}.`)] : []),
    ],
  });
}

function showSource({ source }: { readonly source: StorySource }): readonly string[] {
  return [source.words, `¶ ${paragraphsOfSource(source).join(', ')}`];
}

function sourceRow(story: Story, source: StorySource): Row {
  return {
    kind: source.kind,
    source: source.words,
    paragraphs: paragraphsOfSource(source).join(', '),
    story: story.article.id,
  };
}

function openingOf(stories: number, few: readonly Story[], sources: number): string {
  if (stories > few.length)
    return `What ${count(stories, 'story', 'stories')} rest on is too much for one reply: choose one with /use.`;
  const [of, names, rests] =
    stories > 1 ? ['stories', 'name', 'rest'] : ['story', 'names', 'rests'];
  return sources === 0 ? `The ${of} ${names} no source.` : `The ${of} ${rests} on:`;
}

/** Last refreshed when its current text came in; a story that is not kept is as it was loaded. */
function loadedRow({ article, sentences }: Story, cameIn: CameIn): Row {
  return {
    story: article.id,
    passages: count(sentences.length, 'passage'),
    published: article.published ?? 'no date given',
    refreshed: cameIn.get(article.id) ?? 'as loaded',
  };
}
