/** Which stories are meant: those that meet every condition. A null or empty field sets none. */
export interface Scope {
  readonly ids: readonly string[] | null;
  readonly tag: string | null;
  /** Published at or after this, in milliseconds; before `until`. Stories without a date are left out. */
  readonly since: number | null;
  readonly until: number | null;
  /** Names, each of which published or wrote it. */
  readonly by: readonly string[];
}

/** Every story. */
export const EVERY_STORY: Scope = { ids: null, tag: null, since: null, until: null, by: [] };

/** The stories with these ids. */
export function storiesNamed(...ids: readonly string[]): Scope {
  return { ...EVERY_STORY, ids };
}

/** What a story is chosen by besides its id. */
export interface Traits {
  readonly tags: readonly string[];
  /** As it gives it, or null. */
  readonly published: string | null;
  /** Publisher and byline, as far as they are known. */
  readonly by: readonly string[];
}

/** Whether a scope asks for nothing but ids, if anything. */
export function isByName({ tag, since, until, by }: Scope): boolean {
  return tag === null && since === null && until === null && by.length === 0;
}

/** Whether a story is meant, its id aside. */
export function fits({ tags, published, by }: Traits, scope: Scope): boolean {
  if (scope.tag !== null && !tags.includes(scope.tag)) return false;
  if (!scope.by.every((name) => by.includes(name))) return false;
  if (scope.since === null && scope.until === null) return true;
  const time = timeOf(published);
  return time !== null && time >= (scope.since ?? time) && time < (scope.until ?? Infinity);
}

/** When a story was published, in milliseconds; null where it gives no date. */
export function timeOf(published: string | null): number | null {
  const time = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? null : time;
}
