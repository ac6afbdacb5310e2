import { expect, test } from 'vitest';
import { storyOf } from '../stories.ts';

/** The name of who makes the last statement of a text. */
function speakerOf(text: string): string | null | undefined {
  return storyOf(text).statements.findLast(({ speech }) => speech)?.speaker.name;
}

test.each([
  // where and when somebody speaks is not who
  ['Outside Kelm House, Ada Finch, a mother of two, said it was late.', 'Ada Finch'],
  ['Ruling, the chair of the panel, Justice Ada Finch, said the note could be read.', 'Ada Finch'],
  // a name behind what is told of somebody
  ['The baker who drove him home in a van, Ada Finch, said it was late.', 'Ada Finch'],
  ['Its lead author, Dr Ada Finch of Kelm College, told a paper that it was late.', 'Ada Finch'],
  ['The company’s attending surgeon, Ada Finch, said it was late.', 'Ada Finch'],
  ['Chief medical officer of health Dr Ada Finch said it was late.', 'Ada Finch'],
  ['Fire and safety inspector Ada Finch said it was late.', 'Ada Finch'],
  ['Assistant Commissioner of Police (West) Ada Finch said it was late.', 'Ada Finch'],
  ['Ada Finch left at six. Finch herself said it was late.', 'Ada Finch'],
  // whose name follows
  ['A group calling itself Kelm Semula wrote that it was late.', 'Kelm Semula'],
  ['A poll published on Monday by Norvik suggested that it was late.', 'Norvik'],
  // an office by its letters
  [
    'Station house officer Ada Finch, who was in court, wept. The SHO said it was late.',
    'Ada Finch',
  ],
  ['Deputy Commissioner Ada Finch spoke. It would rain, the DC added.', 'Ada Finch'],
])('who is named in it, or meant: %s', (text, name) => expect(speakerOf(text)).toBe(name));

test.each([
  ['The nurse who treated his father, Tom Finch, said it was late.'],
  ['A brother of surgeon Dr Ada Finch said it was late.'],
  ['Police and inspector Ada Finch said it was late.'],
  ['Ada Finch left at six. A friend of Ms. Finch said it was late.'],
  ['Ada Finch left at six. A former colleague of Dr Finch said it was late.'],
  ['The Deputy Ada Finch left. Later the SHO said it was late.'],
])('and not who is not: %s', (text) => expect(speakerOf(text) ?? null).toBe(null));

test('initials of a label leave out the second half of a surname', () => {
  const { statements } = storyOf(
    'Kwabena Orin-Finch runs the grid.\n\nQ: Is it late?\n\nKO: It is late now.\n\nKO: It is.',
  );
  expect(statements.at(-1)?.speaker.name).toBe('Kwabena Orin-Finch');
});
