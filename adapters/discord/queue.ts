/** Runs tasks with the same key one after the other, those of different keys side by side. */
export type InOrder = (key: string, task: () => Promise<void>) => Promise<void>;

/** Answers in a channel come in the order of the questions. Keys without tasks are forgotten. */
export function createInOrder(): InOrder {
  const last = new Map<string, Promise<void>>();
  return (key, task) => {
    const running = (last.get(key) ?? Promise.resolve()).then(task);
    const ended = running
      .catch(() => {})
      .then(() => {
        if (last.get(key) === ended) last.delete(key);
      });
    last.set(key, ended);
    return running;
  };
}
