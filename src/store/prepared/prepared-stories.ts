import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../article/article.ts';
import { orNull } from '../../reader/session.ts';
import { hear } from '../../story/hear.ts';
import { prepare } from '../../story/prepare.ts';
import { vectorsOf } from '../../story/sentence-vectors.ts';
import type { Story } from '../../story/story.ts';
import { readNow, readOpening, removeQuietly } from '../folder/disk.ts';
import { fingerprint } from '../record.ts';
import { type Origin, openingOf, type Prepared, packPrepared, unpackPrepared } from './packing.ts';
import { encoderVersion, rulesVersion } from './rules.ts';

/** How much of a story to prepare: its text alone, or the vectors of its sentences too. */
export type Extent = 'text' | 'all';

/** Prepared stories on disk, one file each. A cache: safe to delete, it is rebuilt. */
export interface PreparedStories {
  /**
   * The story, light: what was prepared is read when it is first asked about. `onOpen` is told then.
   */
  readonly take: (article: Article, onOpen?: (story: Story) => void) => Story;
  /**
   * Prepares what is not prepared yet and saves it; false if there was nothing to do. If the
   * models can't be loaded, it is saved without vectors and without what only the marker finds, which are made later.
   */
  readonly put: (article: Article, extent: Extent) => Promise<boolean>;
  /** Whether all is there, by a quick check. */
  readonly has: (article: Article) => boolean;
}

/** The prepared stories of a data folder. */
export function openPrepared(folder: string): PreparedStories {
  const root = rootIn(folder);
  const fileOf = ({ id }: Article): string => join(root, `${id}.json`);
  const read = (article: Article): Prepared | null => {
    const packed = readQuietly(fileOf(article));
    if (packed === null) return null;
    return unpackPrepared(article, packed, originOf(article));
  };
  return {
    take: (article, onOpen) => lighten(article, () => read(article) ?? prepare(article), onOpen),
    put: async (article, extent) => {
      const before = read(article);
      const isHeard = before?.heardBefore?.isMarked === true;
      const isWhole = isHeard && before.vectors !== null;
      if (before !== null && (extent === 'text' || isWhole)) return false;
      const story = before !== null && isHeard ? lighten(article, () => before) : prepare(article);
      const vectors =
        extent === 'text' ? null : (before?.vectors ?? (await orNull(vectorsOf(story))));
      if (before !== null && vectors === null) return false;
      writeQuietly(
        root,
        fileOf(article),
        packPrepared(await hear(story), vectors, originOf(article)),
      );
      return true;
    },
    has: (article) => {
      const opening = openingOf(originOf(article));
      return readOpening(fileOf(article), opening.length) === opening;
    },
  };
}

/** Removes what is prepared of a story: its words are in it. */
export function clearPrepared(folder: string, id: string): void {
  rmSync(join(rootIn(folder), `${id}.json`), { force: true });
}

function rootIn(folder: string): string {
  return join(folder, 'snapshot', 'prepared');
}

function originOf(article: Article): Origin {
  return { rules: rulesVersion(), encoder: encoderVersion(), sha256: textOf(article) };
}

const texts = new WeakMap<Article, string>();

/** The fingerprint of an article's text, worked out once. */
function textOf(article: Article): string {
  const known = texts.get(article) ?? fingerprint(article.text);
  texts.set(article, known);
  return known;
}

/** A story whose parts are there when they are asked for. */
function lighten(
  article: Article,
  load: () => Prepared,
  onOpen: ((story: Story) => void) | undefined = undefined,
): Story {
  let loaded: Prepared | undefined;
  const open = (): Prepared => {
    if (loaded === undefined) {
      loaded = load();
      onOpen?.(story);
    }
    return loaded;
  };
  const story: Story = {
    article,
    get paragraphs() {
      return open().paragraphs;
    },
    get paragraphCount() {
      return open().paragraphCount;
    },
    get dateline() {
      return open().dateline;
    },
    get sentences() {
      return open().sentences;
    },
    get vocabulary() {
      return open().vocabulary;
    },
    get names() {
      return open().names;
    },
    get heardBefore() {
      return open().heardBefore;
    },
    get vectors() {
      return open().vectors;
    },
  };
  return story;
}

function readQuietly(file: string): string | null {
  try {
    return readNow(file, 'latin1'); // it is ASCII
  } catch {
    return null; // not there, or not readable: worked out anew
  }
}

/** Whole or not at all; a disk that is full costs time later, and nothing now. */
function writeQuietly(root: string, file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(root, { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch {
    removeQuietly(unfinished);
  }
}
