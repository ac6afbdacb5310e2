import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MarkedError, measureMarkedSaid } from './marked-said.ts';

const file = join(mkdtempSync(join(tmpdir(), 'verbatim-marked-')), 'marked.jsonl');

/** What is measured of some lines by the rules, as `right of all`. */
async function measure(...lines: readonly (object | string)[]): Promise<Record<string, string>> {
  const texts = lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  writeFileSync(file, `${texts.join('\n')}\n`);
  const measured = await measureMarkedSaid(file, false);
  return Object.fromEntries(
    measured.map(({ measure: name, share: [right, all] }) => [name, `${right} of ${all}`]),
  );
}

const TEXT = [
  'Quay shut for the winter',
  '“The quay is shut for the winter,” said Ann Ode, the harbour master.',
  'A guard said that nobody would be paid. It rained all day.',
].join('\n\n');

const mark = (at: string, content: readonly string[], speaker: string) => {
  return { at, source: null, cue: 'said', content, speaker, stance: 'says' };
};
const ODE = mark(
  '“The quay is shut for the winter,” said',
  ['The quay is shut for the winter'],
  '',
);
const GUARD = mark('A guard said that nobody would be paid.', ['that nobody would be paid'], '');
const RAIN = mark('It rained all day.', ['It rained all day.'], 'Ann Ode');
const story = (...attributions: readonly object[]) => ({ id: 'quay', text: TEXT, attributions });

test('counts what is found, what is rightly named, and what is no statement', async () => {
  expect(await measure(story({ ...ODE, speaker: 'Ann Ode' }, GUARD))).toEqual({
    'statements found': '2 of 2',
    'statements found and rightly named': '2 of 2',
    'found: no wrong name': '2 of 2',
    'found: no name missing': '2 of 2',
    'what is found is a statement': '2 of 2',
  });
  const wrong = story(ODE, { ...GUARD, speaker: 'Ann Ode' }, RAIN);
  expect(await measure(wrong, story())).toEqual({
    'statements found': '2 of 3',
    'statements found and rightly named': '0 of 3',
    'found: no wrong name': '1 of 2',
    'found: no name missing': '1 of 2',
    'what is found is a statement': '2 of 4',
  });
});

test('leaves out marks in the headline, where no statement is looked for', async () => {
  const marked = { ...RAIN, at: 'Quay shut for the winter', content: ['Quay shut'] };
  expect(await measure(story(marked))).toEqual({ 'what is found is a statement': '0 of 2' });
});

test('leaves out marks without content', async () => {
  expect(await measure(story({ ...RAIN, content: [] }))).toEqual({
    'what is found is a statement': '0 of 2',
  });
});

test.each<readonly [line: object | string, why: string]>([
  ['{', 'JSON'],
  ['null', 'id is no text'],
  [{ text: TEXT, attributions: [] }, 'id is no text'],
  [{ id: 'quay', attributions: [] }, 'text is no text'],
  [{ id: 'quay', text: TEXT }, 'attributions is no list'],
  [{ id: 'quay', text: ' ', attributions: [] }, 'there is no paragraph in it'],
  [story(null as unknown as object), 'attribution 1: at is no text'],
  [story(ODE, { ...ODE, content: 'shut' }), 'attribution 2: content is no list of texts'],
  [story({ ...ODE, speaker: null }), 'attribution 1: speaker is no text'],
  [story({ ...ODE, at: 'The bridge' }), 'not in the text: The bridge'],
  [story({ ...ODE, content: ['nobody'] }), 'not where it is marked to be: nobody'],
])('a line that does not fit is told of in one: %j', async (line, why) => {
  const error = await measure(story(), line).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MarkedError);
  expect(String(error)).toContain(`${file}, line 2: `);
  expect(String(error)).toContain(why);
  expect(String(error)).not.toContain('\n');
});

test('so is a file that is not there', async () => {
  const none = join(file, '..', 'none.jsonl');
  await expect(measureMarkedSaid(none, false)).rejects.toThrow(`${none} can't be read: ENOENT`);
});
