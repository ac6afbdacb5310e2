const ENDING = 'com|org|net|info|gov|edu|tv|io|eu|uk|ie|au|nz|ca|za|de|fr|es|nl|ch';

/**
 * Sites that a text names without a full address: `kell.com`, `News.com.au`. Endings that are English words (`it`, `in`) are
 * left out, as a sentence may start there without its space; so are addresses of mail, and paths.
 */
const SITES = new RegExp(
  `(?<![@\\p{L}\\p{M}\\p{N}_./:-])[\\p{L}\\d][\\p{L}\\d-]*(?:\\.[\\p{L}\\d][\\p{L}\\d-]*){0,3}\\.(?:${ENDING})(?![\\w@/-])`,
  'gu',
);

/** The sites named in a text, each as the positions where it begins and ends. */
export function findSites(text: string): readonly (readonly [number, number])[] {
  if (!/\.[a-z]{2}/.test(text)) return []; // a look, as hardly a text has one
  return [...text.matchAll(SITES)].map(({ 0: name, index }) => [index, index + name.length]);
}

const SITE = new RegExp(`^[\\p{L}\\d][\\p{L}\\d.-]*\\.(?:${ENDING})$`, 'u');

/** Whether a token is the name of a site. */
export function isSite(word: string): boolean {
  return word.includes('.') && SITE.test(word);
}
