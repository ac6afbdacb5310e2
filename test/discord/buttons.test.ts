import { describe, expect, test } from 'vitest';
import { buttonRows, readCustomId, writeCustomId } from '../../adapters/discord/buttons.ts';
import { render } from '../../adapters/discord/render.ts';
import { say } from '../../src/reply/reply.ts';
import { replyOf } from './core.ts';

describe('buttons', () => {
  test.each([
    ['300000000000000001', '/more ferry 10-20'],
    ['1', `/why ${'x'.repeat(90)}`],
  ])('of %s remember %s', (person, line) => {
    const id = writeCustomId({ person, line }) ?? '';
    expect(id.length).toBeLessThanOrEqual(100);
    expect(readCustomId(id)).toEqual({ person, line });
  });

  test('without room for whose they are are everyone’s, without room for their line are left out', () => {
    const line = `/more ${'x'.repeat(94)}`;
    expect(readCustomId(writeCustomId({ person: '300000000000000001', line }) ?? '')).toEqual({
      person: null,
      line,
    });
    expect(writeCustomId({ person: '1', line: `${line}x` })).toBeNull();
  });

  test('never stand twice, nor more than five in a row', () => {
    const buttons = Array.from({ length: 40 }, (_, n) => ({
      label: `B${n}`,
      line: `/more ferry ${n % 30}-40`,
    }));
    const rows = buttonRows(buttons, '1');
    expect(rows.map((row) => row.components.length)).toEqual([5, 5, 5, 5, 5]);
    expect(buttonRows([], '1')).toEqual([]);
  });

  test('have labels of at most 80 characters', () => {
    const actions = [{ kind: 'more', label: 'm'.repeat(200), line: '/more' }] as const;
    expect(render(replyOf([say('x')], actions), null).buttons[0]?.label).toHaveLength(80);
  });
});
