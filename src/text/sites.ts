const ENDING = 'com|org|net|info|gov|edu|tv|io|eu|uk|ie|au|nz|ca|za|de|fr|es|nl|ch';

/**
 * Sites that a text names without a full address: `kell.com`, `News.com.au`. Endings that are English words (`it`, `in`) are
 * left out, as a sentence may start there without its space; so are addresses of mail, and paths.
 */
export const SITES = new RegExp(
  `(?<![@\\p{L}\\p{M}\\p{N}_./:-])[\\p{L}\\d][\\p{L}\\d-]*(?:\\.[\\p{L}\\d][\\p{L}\\d-]*){0,3}\\.(?:${ENDING})(?![\\w@/-])`,
  'gu',
);

const SITE = new RegExp(`^[\\p{L}\\d][\\p{L}\\d.-]*\\.(?:${ENDING})$`, 'u');

/** Whether a token is the name of a site. */
export function isSite(word: string): boolean {
  return word.includes('.') && SITE.test(word);
}
