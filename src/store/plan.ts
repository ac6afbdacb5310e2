import { storyId } from '../article/article.ts';
import type { Incoming } from '../ingest/incoming.ts';
import { fingerprint, newest, type StoryRecord } from './record.ts';
import { hasOtherAddress, isAkin, isAlike, isElsewhere, isProof, placesOf } from './same-story.ts';
import { orLost } from './store-error.ts';

/** What planning looks up in a store. */
export interface Lookups {
  readonly byId: (id: string) => Promise<StoryRecord | null>;
  /** The story whose newest text has a fingerprint. */
  readonly byText: (sha256: string) => Promise<StoryRecord | null>;
  /** The story that was last kept from an address. */
  readonly byPlace: (place: string) => Promise<StoryRecord | null>;
  /** The newest text of a story. Rejects with a `StoreError`. */
  readonly readText: (record: StoryRecord) => Promise<string>;
  /** Whether a kept story has the name, readable or not. */
  readonly isKept: (id: string) => Promise<boolean>;
  /** Whether a name is taken at all. */
  readonly isTaken: (id: string) => Promise<boolean>;
}

/** What is to be done with a story that comes in. */
export type Plan =
  | { readonly kind: 'create'; readonly id: string }
  | { readonly kind: 'nothing'; readonly record: StoryRecord }
  /** `incoming`: as it is to be kept; `isSame`: its text is the one that is there. */
  | {
      readonly kind: 'update';
      readonly record: StoryRecord;
      readonly incoming: Incoming;
      readonly isSame: boolean;
    };

/**
 * Decides what becomes of a story. The same text again changes nothing; another text from the same address, or
 * mostly the same text under the same name and from no other address, is a new version; all else is a new
 * story: a wrong merge is worse than a duplicate.
 */
export async function planFor(incoming: Incoming, lookups: Lookups): Promise<Plan> {
  const sha256 = fingerprint(incoming.text);
  const record = (await lookups.byText(sha256)) ?? (await findSame(incoming, lookups));
  if (record === null)
    return { kind: 'create', id: await freeId(storyId(incoming.name), lookups.isTaken) };
  const isSame = newest(record).sha256 === sha256;
  if (isSame && incoming.tags.every((tag) => record.tags.includes(tag)))
    return { kind: 'nothing', record };
  return {
    kind: 'update',
    record,
    incoming: isSame ? withTags(record, incoming) : incoming,
    isSame,
  };
}

async function findSame(incoming: Incoming, lookups: Lookups): Promise<StoryRecord | null> {
  /** With a text that is lost nothing is compared: it is no reason to refuse the next one. */
  const compare = async (record: StoryRecord, isOne: typeof isAlike): Promise<boolean> => {
    const before = await lookups.readText(record).catch(orLost);
    return before !== null && isOne(before, incoming.text);
  };
  for (const place of placesOf(incoming)) {
    const placed = await lookups.byPlace(place);
    if (placed === null) continue;
    const isSame = isElsewhere(placed, incoming)
      ? await compare(placed, isAlike)
      : isProof(place, placed, incoming) || (await compare(placed, isAkin));
    if (isSame) return placed;
  }
  const id = storyId(incoming.name);
  // the stories that wanted the same name: `vote`, `vote-2`, …
  for (let n = 1; await lookups.isKept(numbered(id, n)); n += 1) {
    const namesake = await lookups.byId(numbered(id, n));
    if (namesake === null || hasOtherAddress(namesake, incoming)) continue;
    if (await compare(namesake, isAlike)) return namesake;
  }
  return null;
}

/** The same text from elsewhere adds its tags, and nothing else. */
function withTags(before: StoryRecord, incoming: Incoming): Incoming {
  const { known, byline, origin, note } = before;
  return { ...incoming, known, byline, origin, note };
}

/** `vote`, or `vote-2` where that is taken. */
async function freeId(wanted: string, isTaken: Lookups['isTaken']): Promise<string> {
  let n = 1;
  while (await isTaken(numbered(wanted, n))) n += 1;
  return numbered(wanted, n);
}

function numbered(id: string, n: number): string {
  return n === 1 ? id : `${id.slice(0, 36)}-${n}`;
}
