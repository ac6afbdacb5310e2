import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { surveyFolder } from '../../src/ingest/folder.ts';
import { gatherFile } from '../../src/ingest/gather.ts';
import { type Preview, previewStory } from '../../src/ingest/preview.ts';
import { addressOf } from './form-parts.ts';
import { forms } from './forms.ts';
import { told } from './told.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 }); // a busy machine takes its time

const folder = mkdtempSync(join(tmpdir(), 'verbatim-forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every form once and again with other stories, so that each story takes five forms. */
const files = [
  ...Object.entries(forms),
  ...Object.entries(forms).slice(0, 50 - Object.keys(forms).length),
].map(([form, { ending }], i) => {
  const story = told[(i * 3) % told.length];
  if (story === undefined) throw new Error('there is no story');
  return { form, story, name: `${String(i + 1).padStart(2, '0')}-${form}.${ending}` };
});
const previews = new Map<string, readonly Preview[]>();
const problems: string[] = [];

beforeAll(async () => {
  for (const { form, story, name } of files)
    writeFileSync(join(folder, name), forms[form]?.write(story) ?? '');
  const survey = surveyFolder(folder);
  for (const file of survey.files) {
    const harvest = await gatherFile(file, { files: true, fetch: null });
    problems.push(...harvest.problems);
    previews.set(file.slice(folder.length + 1), harvest.incoming.map(previewStory));
  }
});

test('fifty files of all forms are read in one run, and none fails', () => {
  expect(problems).toEqual([]);
  expect([...previews.values()].map((one) => one.length)).toEqual(files.map(() => 1));
});

/** Labels of who speaks, and what a PDF spells otherwise. */
function plain(paragraph: string): string {
  return paragraph
    .replace(/^(?:\p{Lu}[\p{L}’'-]+ ){1,2}?\p{Lu}[\p{L}’'-]+: /u, '')
    .replace(/\u00a0|\s+/g, ' ')
    .normalize('NFC');
}

test.each(files)('$name gives the story and what is told of it', ({ form, story, name }) => {
  const [preview] = previews.get(name) ?? [];
  const carries = forms[form]?.carries ?? '';
  const isPdf = form === 'pdf';
  const paragraphs = preview?.paragraphs.map(plain) ?? [];
  if (isPdf) expect(paragraphs).toHaveLength(story.paragraphs.length);
  else expect(paragraphs).toEqual(story.paragraphs.map(plain));
  const shown = {
    h: preview?.article.headline,
    b: preview?.byline,
    d: preview?.article.published?.slice(0, 10),
    p: preview?.article.publisher,
    u: preview?.article.url,
  };
  const wanted = {
    h: story.headline,
    b: story.byline,
    d: story.date,
    p: story.publisher,
    u: addressOf(story),
  };
  const publisher = form === 'iptc' ? 'NWA' : wanted.p;
  const carried = (fields: object) =>
    Object.fromEntries(Object.entries(fields).filter(([key]) => carries.includes(key)));
  expect(carried(shown)).toEqual(carried({ ...wanted, p: publisher }));
});
