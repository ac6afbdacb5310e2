import { expect, test, vi } from 'vitest';
import { FIRST, read, SECOND } from './kept-files.ts';
import { makeDocx } from './samples.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

test.each<[string, string]>([
  [
    'a large first letter',
    `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/><w:spacing w:line="900"/></w:pPr>${run(SECOND.slice(0, 2))}</w:p><w:p><w:pPr><w:jc w:val="both"/></w:pPr>${run(SECOND.slice(2))}</w:p>`,
  ],
  [
    'a large first letter in the margin',
    `<w:p w:rsidR="1"><w:pPr><w:keepNext/><w:framePr w:dropCap="margin" w:lines="2"/></w:pPr>${run(SECOND.slice(0, 2))}</w:p><w:p w:rsidR="1">${run(SECOND.slice(2))}</w:p>`,
  ],
  [
    'a field that nobody filled in',
    `<w:sdt><w:sdtPr><w:id w:val="1"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>${run('Click or tap here to enter text.')}</w:p></w:sdtContent></w:sdt><w:p>${run(SECOND)}</w:p>`,
  ],
  [
    'a field that somebody filled in',
    `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:p>${run(SECOND)}</w:p></w:sdtContent></w:sdt>`,
  ],
])('%s in a Word document costs no word and adds none', async (_, more) => {
  const { story } = await read('frame.docx', makeDocx([FIRST], more));
  expect(story?.text.split('\n\n')).toEqual([FIRST, SECOND]);
});

const box = (text: string): string =>
  `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;

test('a text box is beside the story', async () => {
  const { story } = await read(
    'box.docx',
    makeDocx([FIRST, SECOND], box('The bridge in figures: 1912, 90 tonnes.')),
  );
  expect(story?.text.split('\n\n')).toEqual([FIRST, SECOND]);
});

test('text boxes that hold most of the text are the story', async () => {
  const { story } = await read('boxes.docx', makeDocx(['Bridge shut'], box(FIRST) + box(SECOND)));
  expect(story?.text).toContain(FIRST);
  expect(story?.text).toContain(SECOND);
});
