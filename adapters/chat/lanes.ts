/** Work that must run one at a time per key: messages to a channel, retries in a channel that Slack calls busy. */
export interface Lanes {
  readonly run: <T>(key: string, task: () => Promise<T>) => Promise<T>;
}

/** Tasks under one key run one after another, in the order they came; other keys are not delayed. */
export function createLanes(): Lanes {
  const ends = new Map<string, Promise<unknown>>();
  return {
    run: (key, task) => {
      const result = (ends.get(key) ?? Promise.resolve()).then(task);
      const end = result
        .catch(() => {})
        .then(() => {
          if (ends.get(key) === end) ends.delete(key);
        });
      ends.set(key, end);
      return result;
    },
  };
}
