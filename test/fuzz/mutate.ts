/** Numbers from 0 up to but not including `below`. */
export type Draw = (below: number) => number;

const LARGEST = 100_000; // bytes of an input
const INTERESTING = [
  0, 1, 9, 10, 13, 32, 34, 39, 40, 41, 44, 46, 47, 58, 60, 62, 127, 128, 192, 226, 240, 255,
];
const PIECES = [
  '“', '”', '‘', '’', '"', "'", "''", '(', ')', '…', ' — ', ' said ', ' Ann Ode ', ' by ', ' that ',
  '\u00ad', '\u200b', '\u0301', '🙂', '\ud83d', '\n\n', '\r', '\t', '1,000', '£4.5m', ' May 5 ', 'Mr. ',
  '<p>', '</p>', '<!--', ']]>', '&amp;', '&#x0;', '{"', '"}', '[[', 'stream', '0 R', '/Filter',
]; // biome-ignore format: a list

/** Bytes changed in some places, repeated, cut, or joined with others. */
export function mutate(bytes: Uint8Array, other: Uint8Array, draw: Draw): Uint8Array {
  let changed: Buffer = Buffer.from(bytes);
  for (let times = 1 + draw(4); times > 0; times -= 1)
    changed = change(changed, other, draw).subarray(0, LARGEST);
  return changed;
}

function change(bytes: Buffer, other: Uint8Array, draw: Draw): Buffer {
  const at = draw(bytes.length + 1);
  const to = Math.min(bytes.length, at + draw(draw(8) === 0 ? 2_000 : 12));
  const [before, cut, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (draw(7)) {
    case 0:
      return Buffer.concat([before, after]);
    case 1:
      return Buffer.concat([before, pieceOf(draw), cut, after]);
    case 2:
      return Buffer.concat([
        before,
        Buffer.from([INTERESTING[draw(INTERESTING.length)] ?? 0]),
        after,
      ]);
    case 3: {
      const from = draw(other.length + 1);
      return Buffer.concat([before, other.subarray(from, from + draw(400)), after]);
    }
    case 4: // what grows more than linearly shows only where there is much of it
      return Buffer.concat([
        before,
        repeat(cut.length > 0 ? cut : pieceOf(draw), 1 + draw(60)),
        after,
      ]);
    case 5:
      return Buffer.concat([
        before,
        repeat(pieceOf(draw), 1 + draw(draw(6) === 0 ? 20_000 : 40)),
        after,
      ]);
    default:
      return Buffer.concat([after, cut, before]);
  }
}

function pieceOf(draw: Draw): Buffer {
  return Buffer.from(PIECES[draw(PIECES.length)] ?? '');
}

function repeat(bytes: Buffer, times: number): Buffer {
  const most = Math.max(1, Math.floor(LARGEST / Math.max(1, bytes.length)));
  return Buffer.concat(Array.from({ length: Math.min(times, most) }, () => bytes));
}
