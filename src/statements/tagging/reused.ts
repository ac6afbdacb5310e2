interface Buffer<Kind> {
  readonly length: number;
  subarray(from: number, to: number): Kind;
}

/**
 * A maker of arrays, each valid until the next one is made: they hold what was left in them. A new array of
 * more than 64 bytes takes ten times as long.
 */
export function reused<Kind extends Buffer<Kind>>(
  make: (length: number) => Kind,
): (length: number) => Kind {
  let buffer = make(4096);
  return (length) => {
    if (length > buffer.length) buffer = make(length * 2);
    return buffer.subarray(0, length);
  };
}
