import type { Stories, Titled } from '../../src/index.ts';

/** A story as a resource is listed. */
export interface ListedStory {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
}

/** A page of the list; `next` is the cursor of the following one. */
export interface StoryPage {
  readonly resources: ListedStory[];
  readonly next: string | null;
}

export const ADDRESS = 'verbatim://stories/';
export const PLAIN_TEXT = 'text/plain';

const PAGE = 100; // stories: opening thousands for their titles takes a while

/** A page of the stories, from a cursor that an earlier page gave; null for an invalid cursor. */
export async function listTexts(
  stories: Stories,
  cursor: string | undefined,
): Promise<StoryPage | null> {
  const all = await stories.count();
  const start = cursor === undefined ? 0 : /^\d{1,9}$/.test(cursor) ? Number(cursor) : -1;
  if (start < 0 || start > all) return null;
  const end = start + PAGE;
  return {
    resources: (await stories.list(start, PAGE)).map(listOne),
    next: end < all ? String(end) : null,
  };
}

function listOne({ story, title, publisher, published }: Titled): ListedStory {
  const from = [publisher, published].filter((part) => part !== null).join(', ');
  return {
    uri: `${ADDRESS}${story}`,
    name: story,
    title: title.replace(/\s+/g, ' '),
    description: `The whole story, its paragraphs numbered${from === '' ? '' : ` · ${from}`}`,
    mimeType: PLAIN_TEXT,
  };
}

/** The text of a story with the number of each paragraph; null if there is none at that address. */
export async function readText(stories: Stories, uri: string): Promise<string | null> {
  const story = uri.startsWith(ADDRESS) ? await stories.read(uri.slice(ADDRESS.length)) : null;
  if (story === null) return null;
  const { headline, byline, publisher, published, url, text, paragraphs } = story;
  const from = [byline, publisher, published].filter((part) => part !== null).join(', ');
  const inOrder = paragraphs.filter(({ number }) => number !== null); // lines set aside are not part of it
  const numbered = inOrder.map(
    ({ number, start, end }) => `¶ ${number} of ${inOrder.length}\n${text.slice(start, end)}`,
  );
  return [headline, from, url, ...numbered].filter(Boolean).join('\n\n');
}
