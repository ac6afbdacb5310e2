import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { whyLeftOut } from '../../src/ingest/folder.ts';
import { gatherFile } from '../../src/ingest/gather.ts';
import { previewStory } from '../../src/ingest/preview.ts';
import { forms } from './forms.ts';
import { told } from './told.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

const folder = mkdtempSync(join(tmpdir(), 'verbatim-told-apart-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [story] = told;
if (story === undefined) throw new Error('there is no story');

async function read(form: string, ending: string) {
  const file = join(folder, `story${ending}`);
  writeFileSync(file, forms[form]?.write(story as (typeof told)[number]) ?? '');
  const { incoming, problems } = await gatherFile(file, { files: true, fetch: null });
  return { file, problems, preview: incoming.map(previewStory)[0] };
}

describe('a text of sentences is a text', () => {
  test.each(
    '.html .xml .json .eml .mhtml .vtt .srt .anpa .rss .rtf .doc .docx .odt .pdf .epub .zip .bak .orig'.split(
      ' ',
    ),
  )('whatever %s says', async (ending) => {
    const { preview } = await read('text', ending);
    expect(preview?.article.headline).toBe(story.headline);
    expect(preview?.paragraphs).toEqual(story.paragraphs);
  });

  test.each(['western', 'wide', 'wrapped', 'pasted'])('in the form %s too', async (form) => {
    const { preview } = await read(form, '.html');
    expect(preview?.paragraphs).toHaveLength(story.paragraphs.length);
  });

  test.each(['.png', '.csv', '.log', '.mp3'])(
    'but not where %s says it is something else',
    async (ending) => {
      expect((await read('text', ending)).problems[0]).toContain('is of a kind that is not read');
    },
  );

  test('in a folder, where its ending means a document', async () => {
    expect(whyLeftOut((await read('text', '.doc')).file, folder)).toBeNull();
    expect(whyLeftOut((await read('text', '.bak')).file, folder)).toBe('of unknown kind');
  });
});

const MARKED = Object.keys(forms).filter(
  (form) => !/^(?:text|western|wide|wrapped|markdown|pasted)$/.test(form),
);

test.each(
  MARKED.flatMap((form) => ['', '.bak', '.txt', '.html'].map((ending) => [form, ending] as const)),
)('a story in the form %s is known by what is in it, named “story%s”', async (form, ending) => {
  const { preview, file } = await read(form, ending);
  expect(whyLeftOut(file, folder)).toBeNull();
  if (forms[form]?.carries.includes('h')) expect(preview?.article.headline).toBe(story.headline);
  else expect(preview?.paragraphs).toHaveLength(story.paragraphs.length);
});

test.each(['.docx', '.pdf', '.zip', '.md', '.jpg'])(
  'a page saved as %s is a page',
  async (ending) => {
    expect((await read('page', ending)).preview).toMatchObject({ byline: story.byline });
  },
);
