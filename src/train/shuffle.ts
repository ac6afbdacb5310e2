/** Numbers in [0, 1) that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

/** Puts values in an order that the numbers choose, in place (Fisher and Yates). */
export function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const k = Math.floor(random() * (i + 1));
    [values[i], values[k]] = [values[k] ?? 0, values[i] ?? 0];
  }
}
