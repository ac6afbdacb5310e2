import { expect, test } from 'vitest';
import { findQuotations } from '../../src/text/quotations.ts';

function read(text: string): readonly string[] {
  return findQuotations(text, { start: 0, end: text.length }).map(
    ({ inner, closed }) => `${text.slice(inner.start, inner.end)}${closed ? '' : ' …'}`,
  );
}

test.each([
  ['He said, "We met...And (he\'s) fine." Then "no".', ["We met...And (he's) fine.", 'no']],
  ['“It is late. We know,” she said.', ['It is late. We know,']],
  [
    '‘It’s late,’ she said. ‘The workers’ rights matter. We know.’',
    ['It’s late,', 'The workers’ rights matter. We know.'],
  ],
  ["''We don't know,'' he said. ''Yes.''", ["We don't know,", 'Yes.']],
  ["'I won't go,' he said. The firms' boss said 'no'.", ["I won't go,", 'no']],
  ['«Non», and „gut“ too', ['Non', 'gut']],
  ['"‘No,’ he told me," she said', ['‘No,’ he told me,']],
  [`"He said 'no,'" she said. "Yes."`, ["He said 'no,'", 'Yes.']],
  [`"He said 'no,' " she said. "Yes."`, ["He said 'no,' ", 'Yes.']],
  ['“Running on and on.', ['Running on and on. …']],
  ['He said: "We go', ['We go …']],
  ['A 6" pipe and a 7" pipe', []],
  ["rock 'n' roll in the '90s", []],
  ['', []],
])('%s', (text, inner) => expect(read(text)).toEqual(inner));

test('a single mark in the middle runs on when the next paragraph opens with it', () => {
  const text = '‘One,’ she said. ‘Two is more.\n‘Three is enough.’ It was ‘Ode day.\nIt rained.';
  const [first = '', ...others] = text.split('\n');
  const open = findQuotations(text, { start: 0, end: first.length }).filter((one) => !one.closed);
  expect(open.map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(['Two is more.']);
  const start = first.length + 1;
  const next = findQuotations(text, { start, end: start + (others[0]?.length ?? 0) });
  expect(next.map(({ closed }) => closed)).toEqual([true]);
});

test('keeps to the paragraph it is asked about', () => {
  const text = '“One,” she said.\n“Two,” he said.';
  const [only, ...more] = findQuotations(text, { start: 17, end: text.length });
  expect(text.slice(only?.start, only?.end)).toBe('“Two,”');
  expect(more).toEqual([]);
});
