import type { Archive } from './archive.ts';

/** The state of an archive that falls back on another. */
export interface Leaning extends Pick<Archive, 'findPassages' | 'countSentences'> {
  /** False while the fallback answers. */
  readonly isWell: () => boolean;
}

const TRY_AGAIN = 5_000; // milliseconds in which the fallback is asked without waiting for the first

/**
 * Asks one archive, and where it is down the other, which has the same and is slower. `tell` gets a
 * line when that begins and ends; `isBehind` says whether the first lacks something.
 */
export function leanOn(
  first: Pick<Archive, 'findPassages' | 'countSentences'>,
  other: Pick<Archive, 'findPassages' | 'countSentences'>,
  {
    now,
    tell,
    isBehind,
  }: {
    readonly now: () => number;
    readonly tell: (line: string) => void;
    readonly isBehind: () => Promise<boolean>;
  },
): Leaning {
  let awaySince: number | null = null;
  let nextTry = 0;
  const away = (why: string): void => {
    nextTry = now() + TRY_AGAIN;
    if (awaySince !== null) return;
    awaySince = now();
    tell(`${why}: PostgreSQL answers in its place`);
  };
  const back = (): void => {
    if (awaySince !== null) tell('the search engine answers again');
    awaySince = null;
  };
  const ask = async <T>(work: (archive: typeof first) => Promise<T>): Promise<T> => {
    if (awaySince !== null && now() < nextTry) return work(other);
    if (await isBehind()) {
      away('the search engine lacks a story');
      return work(other);
    }
    try {
      const done = await work(first);
      back();
      return done;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'EngineError') throw error;
      away(error.message);
      return work(other);
    }
  };
  return {
    isWell: () => awaySince === null,
    findPassages: (stems, scope, limit) =>
      ask((archive) => archive.findPassages(stems, scope, limit)),
    countSentences: (scope) => ask((archive) => archive.countSentences(scope)),
  };
}
