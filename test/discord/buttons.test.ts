import { describe, expect, test } from 'vitest';
import {
  type Button,
  buttonRows,
  readCustomId,
  writeCustomId,
} from '../../adapters/discord/buttons.ts';

const WHOLE = { from: 0, share: false };

describe('buttons', () => {
  test.each([
    { person: '300000000000000001', line: '/more ferry 10-20', ...WHOLE },
    { person: '1', line: `/why ${'x'.repeat(90)}`, ...WHOLE },
    { person: '300000000000000001', line: '/quotes Ada Ode', from: 2, share: false },
    { person: '300000000000000001', line: 'what did she say? | no', from: 12, share: false },
    { person: '1', line: '/check "we won" by Ode', from: 0, share: true },
    { person: null, line: '/numbers', from: 3, share: false },
  ])('remember %j', (state) => {
    const id = writeCustomId(state) ?? '';
    expect(id.length).toBeLessThanOrEqual(100);
    expect(readCustomId(id)).toEqual(state);
  });

  test('without room for whose they are are everyone’s, without room for their line are left out', () => {
    const line = `/more ${'x'.repeat(94)}`;
    const person = '300000000000000001';
    const everyones = { person: null, line, ...WHOLE };
    expect(readCustomId(writeCustomId({ ...everyones, person }) ?? '')).toEqual(everyones);
    expect(writeCustomId({ ...everyones, line: `${line}x` })).toBeNull();
  });

  test('never stand twice, and stand in one row', () => {
    const buttons = Array.from(
      { length: 40 },
      (_, n): Button => ({
        label: `B${n}`,
        line: `/more ferry ${n % 3}-40`,
      }),
    );
    const rows = buttonRows(buttons, '1');
    expect(rows.map((row) => row.components.length)).toEqual([3]);
    expect(buttonRows([], '1')).toEqual([]);
  });

  test('have labels of at most 80 characters', () => {
    const [row] = buttonRows([{ label: 'm'.repeat(200), line: '/more' }], '1');
    expect(row?.components[0]?.label).toHaveLength(80);
  });
});
