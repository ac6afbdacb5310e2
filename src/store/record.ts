import { createHash } from 'node:crypto';
import type { KnownFields } from '../article/article.ts';
import type { Incoming } from '../ingest/incoming.ts';
import { StoreError } from './store-error.ts';
import { findUnchanged, formatSpans } from './unchanged.ts';

/** What is kept of a story beside its text: the content of `story.json`. */
export interface StoryRecord {
  readonly id: string;
  /** Null for text that speaks for itself (its front matter, its first line). */
  readonly known: KnownFields | null;
  readonly byline: string | null;
  readonly tags: readonly string[];
  /** The file or address it came from; null where it was typed. */
  readonly origin: string | null;
  readonly note: string | null;
  /** Oldest first; the last one is the story as it is now. Never empty. */
  readonly versions: readonly [Version, ...Version[]];
  /**
   * Where the newest text is as it was before, worked out when it came in: `0-812 840-2210`. Null for a first version,
   * and where the one before could not be read.
   */
  readonly unchanged: string | null;
}

/** One state of a story's text. */
export interface Version {
  /** From 1. */
  readonly number: number;
  /** `1.txt`, `2.md`: in the story's folder. */
  readonly file: string;
  /** When it came in, ISO 8601. */
  readonly added: string;
  /** Of the text as UTF-8. */
  readonly sha256: string;
}

/** The newest version of a story. */
export function newest({ versions }: StoryRecord): Version {
  return versions.at(-1) ?? versions[0];
}

/** What tells a text from another one. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Throws a `StoreError` if texts don't match the versions of a record. */
export function checkTexts({ id, versions }: StoryRecord, texts: readonly string[]): void {
  for (const [i, { sha256, file }] of versions.entries()) {
    if (fingerprint(texts[i] ?? '') !== sha256)
      throw new StoreError(`${id}/${file}: is not what was stored`);
  }
}

/** The record of a story that comes in for the first time. */
export function firstRecord(id: string, incoming: Incoming, now: number): StoryRecord {
  const { known, byline, tags, origin, note } = incoming;
  const version = versionOf(1, incoming, now);
  return { id, known, byline, tags, origin, note, versions: [version], unchanged: null };
}

/**
 * The record of a story that comes in again: a new version where the text has changed. `before`: the newest text so
 * far; null where it can't be read.
 */
export function nextRecord(
  record: StoryRecord,
  before: string | null,
  incoming: Incoming,
  now: number,
): StoryRecord {
  const { known, byline, origin, note } = incoming;
  const tags = [...new Set([...record.tags, ...incoming.tags])];
  const last = newest(record);
  const changed = fingerprint(incoming.text) !== last.sha256;
  const [first, ...later] = record.versions;
  const added = changed ? [versionOf(last.number + 1, incoming, now)] : [];
  return {
    ...record,
    known,
    byline: byline ?? record.byline,
    tags,
    origin: origin ?? record.origin,
    note,
    versions: [first, ...later, ...added],
    unchanged: changed ? compare(before, incoming.text) : record.unchanged,
  };
}

/** Whether what changed last could not be worked out yet: in a record of an older program, or for want of a text. */
export function lacksUnchanged({ versions, unchanged }: StoryRecord): boolean {
  return versions.length > 1 && unchanged === null;
}

/** A record with what changed last, worked out from the texts before and now. */
export function withUnchanged(
  record: StoryRecord,
  before: string | null,
  now: string,
): StoryRecord {
  return { ...record, unchanged: compare(before, now) };
}

function compare(before: string | null, now: string): StoryRecord['unchanged'] {
  return before === null ? null : formatSpans(findUnchanged(before, now));
}

function versionOf(number: number, { text, format }: Incoming, now: number): Version {
  const added = new Date(now).toISOString();
  return { number, file: `${number}.${format}`, added, sha256: fingerprint(text) };
}

/** A record as the lines of `story.json`. */
export function formatRecord(record: StoryRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Reads `story.json`. Throws a `StoreError` naming the file and the field that is wrong. */
export function readRecord(file: string, id: string, text: string): StoryRecord {
  const fields = asFields(parse(file, text));
  if (fields === null) throw new StoreError(`${file}: is no story's record`);
  if (fields.id !== id) throw new StoreError(`${file}: id is not the folder's name`);
  const versions = readVersions(file, fields.versions);
  return {
    id,
    known: fields.known === null ? null : readKnown(file, fields.known),
    byline: words(file, 'byline', fields.byline),
    tags: readTags(file, fields.tags),
    origin: words(file, 'origin', fields.origin),
    note: words(file, 'note', fields.note),
    versions,
    unchanged: typeof fields.unchanged === 'string' ? fields.unchanged : null, // older records have none
  };
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreError(`${file}: is no JSON`, { cause });
  }
}

type Fields = Readonly<Record<string, unknown>>;

function asFields(value: unknown): Fields | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : null;
}

function words(file: string, field: string, value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  throw new StoreError(`${file}: ${field} is no text`);
}

function readKnown(file: string, value: unknown): KnownFields {
  const fields = asFields(value);
  if (fields === null) throw new StoreError(`${file}: known is missing`);
  return {
    headline: words(file, 'known.headline', fields.headline),
    publisher: words(file, 'known.publisher', fields.publisher),
    published: words(file, 'known.published', fields.published),
    url: words(file, 'known.url', fields.url),
  };
}

function readTags(file: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((tag) => typeof tag === 'string')) return value;
  throw new StoreError(`${file}: tags is no list of words`);
}

function readVersions(file: string, value: unknown): StoryRecord['versions'] {
  const [first, ...later] = Array.isArray(value) ? value.map((one) => readVersion(file, one)) : [];
  if (first === undefined) throw new StoreError(`${file}: versions is no list of versions`);
  return [first, ...later];
}

/** The file's name is checked, so that a record reaches nothing outside its folder. */
function readVersion(file: string, value: unknown): Version {
  const { number, file: name, added, sha256 } = asFields(value) ?? {};
  if (typeof number !== 'number') throw new StoreError(`${file}: versions.number is no number`);
  if (typeof name !== 'string' || !/^\d{1,9}\.(?:txt|md)$/.test(name)) {
    throw new StoreError(`${file}: versions.file is no name of a text`);
  }
  if (typeof added !== 'string' || Number.isNaN(Date.parse(added))) {
    throw new StoreError(`${file}: versions.added is no date`);
  }
  if (typeof sha256 !== 'string') throw new StoreError(`${file}: versions.sha256 is no text`);
  return { number, file: name, added, sha256 };
}
