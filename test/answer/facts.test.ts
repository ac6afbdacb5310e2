import { expect, test } from 'vitest';
import { findFacts } from '../../src/answer/facts.ts';
import { readTokens } from '../../src/text/tokens.ts';

function factsOf(text: string): readonly string[] {
  const tokens = readTokens(text);
  return findFacts(tokens).map(({ from, to, kind }) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    return `${kind}: ${text.slice(first?.start, last?.end)}`;
  });
}

test.each([
  ['It opened on May 17 after a delay.', ['time: May 17']],
  ['He met Jack Ma yesterday in Rome.', ['name: Jack Ma', 'time: yesterday', 'name: Rome']],
  ['It cost $1.2 billion in 1972.', ['money: $1.2 billion', 'time: 1972']],
  ['The price rose 4.5 percent.', ['percent: 4.5 percent']],
  ['The mask is 46 centimeters tall.', ['measure: 46 centimeters']],
  ['They paid 40 crowns.', ['money: 40 crowns']],
  ['She may resign.', []],
  ['The strike lasted two weeks.', ['duration: two weeks']],
  ['Ann Ode, 62, said no.', ['name: Ann Ode', 'age: 62']],
  ['She was 91.', ['age: 91']],
  ['Mr. Ode is 34 and single.', ['name: Mr. Ode', 'age: 34']],
  ['The score was 91 to 80.', ['count: 91 to 80']],
  ['', []],
])('%j holds %j', (text, facts) => {
  expect(factsOf(text)).toEqual(facts);
});
