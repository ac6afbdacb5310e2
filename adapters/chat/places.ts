/**
 * The key of a place, channel or person, equal for equal parts and no others:
 * `slack:T1:C1`, `slack:T1:C1:1700000000.000100`, `discord:@me:42`.
 */
export function placeKey(platform: 'slack' | 'discord', ...ids: readonly string[]): string {
  return [platform, ...ids.map((id) => id.replaceAll(':', '%3A'))].join(':');
}

/** The parts of a key that `placeKey` made for this platform; null for any other. */
export function readPlaceKey(platform: 'slack' | 'discord', key: string): readonly string[] | null {
  const [first, ...ids] = key.split(':');
  return first === platform ? ids.map((id) => id.replaceAll('%3A', ':')) : null;
}
