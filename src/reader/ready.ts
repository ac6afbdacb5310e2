import { ModelError, type ModelName, type Models } from './session.ts';

/** What is missing where a model can't be loaded. */
const WITHOUT: Readonly<Record<ModelName, string>> = {
  encoder: 'questions get nearest passages by search, no answers',
  reader: 'questions get nearest passages by search, no answers',
  marker: 'who says what is found by rules alone',
};

/**
 * Loads all models, `awaited` or `aside` (the process may end meanwhile). Resolves to null, or
 * where one can't be loaded to a line saying so and how the bot manages without it.
 */
export async function makeReady(
  { load }: Models,
  how: 'awaited' | 'aside',
): Promise<string | null> {
  for (const name of ['encoder', 'reader', 'marker'] as const) {
    try {
      await load(name, how);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      return `${error.message}; ${WITHOUT[name]}`;
    }
  }
  return null;
}
