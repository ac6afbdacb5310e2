import { ModelError, type Models } from './session.ts';

/**
 * Loads both models, `awaited` or `aside` (the process may end meanwhile). Resolves to null, or
 * where one can't be loaded to a line saying so and how the bot manages without it.
 */
export async function makeReady(
  { load }: Models,
  how: 'awaited' | 'aside',
): Promise<string | null> {
  try {
    await load('encoder', how);
    await load('reader', how);
    return null;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return `${error.message}; questions get nearest passages by search, no answers`;
  }
}
