import { FEW_STORIES } from '../archive/archive.ts';
import { SOURCE_KINDS } from '../newsroom/source-openings.ts';
import { findSources, paragraphsOfSource, type StorySource } from '../newsroom/sources.ts';
import type { Story } from '../story/story.ts';
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

const MOST_LOADED = 100; // stories: counting the passages of thousands takes its time

/** When the text of a story as it is now came in; null where it was not kept. */
type CameIn = (id: string) => string | null;

/** The reply to `/sources`: what the stories rest on, and what is loaded here. */
export function composeSources(
  stories: readonly Story[],
  everything: readonly Story[],
  cameIn: CameIn,
): Reply {
  const loaded = everything.slice(0, MOST_LOADED);
  const more = everything.length - loaded.length;
  const few = stories.length > FEW_STORIES ? [] : stories;
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
      say(openingOf(stories.length, all.length)),
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

function openingOf(stories: number, sources: number): string {
  if (stories > FEW_STORIES)
    return `What ${count(stories, 'story', 'stories')} rest on is too much for one reply: choose one with /use.`;
  const [of, names, rests] =
    stories > 1 ? ['stories', 'name', 'rest'] : ['story', 'names', 'rests'];
  return sources === 0 ? `The ${of} ${names} no source.` : `The ${of} ${rests} on:`;
}

/** Refreshed last when its text as it is now came in; a story that is not kept is as it was loaded. */
function loadedRow({ article, sentences }: Story, cameIn: CameIn): Row {
  return {
    story: article.id,
    passages: count(sentences.length, 'passage'),
    published: article.published ?? 'no date given',
    refreshed: cameIn(article.id) ?? 'as loaded',
  };
}
