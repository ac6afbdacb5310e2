/** Waits for something to become true, told of each change instead of looking at a clock. */
export interface Changes {
  readonly tell: () => void;
  /** Resolves with what `look` finds, as soon as it finds something. */
  readonly until: <T>(look: () => T | null | undefined | false) => Promise<T>;
}

export function createChanges(): Changes {
  const waiting = new Set<() => void>();
  return {
    tell: () => {
      for (const look of [...waiting]) look();
    },
    until: (look) =>
      new Promise((resolve) => {
        const again = (): void => {
          const found = look();
          if (found === null || found === undefined || found === false) return;
          waiting.delete(again);
          resolve(found);
        };
        waiting.add(again);
        again();
      }),
  };
}
