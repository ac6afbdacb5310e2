import { type OpenBot, titleOf } from '../../src/index.ts';

/** The stories to be read whole. */
export type Stories = OpenBot['texts'];
type Story = NonNullable<Awaited<ReturnType<Stories['find']>>>;

/** A story as a resource is listed. */
export interface ListedStory {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
}

/** A page of the list; `next` is how the following one is asked for. */
export interface StoryPage {
  readonly resources: ListedStory[];
  readonly next: string | null;
}

export const ADDRESS = 'verbatim://stories/';
export const PLAIN_TEXT = 'text/plain';

const PAGE = 100; // stories: opening thousands for their titles takes its time

/** A page of the stories, from a cursor that an earlier page gave; null for a cursor that is none. */
export async function listTexts(
  stories: Stories,
  cursor: string | undefined,
): Promise<StoryPage | null> {
  const all = await stories.count(null);
  const start = cursor === undefined ? 0 : /^\d{1,9}$/.test(cursor) ? Number(cursor) : -1;
  if (start < 0 || start > all) return null;
  const entries = await stories.page(null, start, PAGE);
  const open = await stories.open(entries.map(({ id }) => id));
  const end = start + PAGE;
  return {
    resources: entries.flatMap(({ id }) => listOne(open.get(id))),
    next: end < all ? String(end) : null,
  };
}

function listOne(story: Story | undefined): ListedStory[] {
  if (story === undefined) return [];
  const { id, publisher, published } = story.article;
  const from = [publisher, published].filter((part) => part !== null).join(', ');
  return [
    {
      uri: `${ADDRESS}${id}`,
      name: id,
      title: titleOf(story).replace(/\s+/g, ' '),
      description: `The whole story, its paragraphs numbered${from === '' ? '' : ` · ${from}`}`,
      mimeType: PLAIN_TEXT,
    },
  ];
}

/** The text of a story with the number of each paragraph; null where there is none at that address. */
export async function readText(stories: Stories, uri: string): Promise<string | null> {
  const story = uri.startsWith(ADDRESS) ? await stories.find(uri.slice(ADDRESS.length)) : null;
  if (story === null) return null;
  const { article, paragraphs, paragraphCount } = story;
  const { headline, publisher, published, url } = article;
  const from = [publisher, published].filter((part) => part !== null).join(', ');
  const numbered = paragraphs.flatMap(({ number, start, end }) =>
    number === null
      ? [] // a line set aside is no part of the story
      : [`¶ ${number} of ${paragraphCount}\n${article.text.slice(start, end)}`],
  );
  return [headline, from, url, ...numbered].filter(Boolean).join('\n\n');
}
