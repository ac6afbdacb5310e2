/** A word as a whole number, the same everywhere (FNV-1a, 32 bits). */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes numbers into one of `size` places; `size` is a power of two. */
export function mix(size: number, a: number, b: number, c = 0, d = 0): number {
  let hash = Math.imul(a + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + Math.imul(c + 0x165667b1, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) + Math.imul(d + 0x5851f42d, 0x9e3779b1);
  hash ^= hash >>> 16;
  return (Math.imul(hash, 0x45d9f3b) >>> 8) & (size - 1);
}
