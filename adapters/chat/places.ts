/**
 * The key of a place, channel or person, equal for equal parts and no others:
 * `slack:T1:C1`, `slack:T1:C1:1700000000.000100`, `discord:@me:42`.
 */
export function placeKey(platform: 'slack' | 'discord', ...ids: readonly string[]): string {
  return [platform, ...ids.map((id) => id.replaceAll(':', '%3A'))].join(':');
}
