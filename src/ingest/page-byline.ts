import type { DomElement } from './dom.ts';

/** Looks a meta tag up by its names, in the order of preference. */
export type ReadTag = (...names: readonly string[]) => string | null;

/** Where a page names who wrote it, surest first. */
const PLACES = [
  '[itemprop~="author"] [itemprop="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"], [rel="author"]',
  '.author-name, .byline-name, .author__name, [class*="author-name" i], [class*="authorname" i]',
  '.byline a, [class*="byline" i] a',
  '.author a, .entry-author a, .post-author a, .vcard .fn, a[href*="/author/" i], a[href*="/autor/" i], a[href*="/authors/" i]',
  '.byline, [class*="byline" i]',
  '.author, .autor, [class*="author" i], [class*="autor" i]',
];

/** Who wrote a page's story: several names are parted by commas. Null where it does not say. */
export function readByline(
  page: DomElement,
  linked: readonly string[],
  meta: ReadTag,
  site: string | null,
): string | null {
  const named = joinNames(linked, site);
  if (named !== null) return named;
  const tags = [
    'author',
    'article:author',
    'byl',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'parsely-author',
    'sailthru.author',
    'twitter:data1',
  ];
  for (const tag of tags) {
    const value = meta(tag);
    if (
      tag === 'twitter:data1' &&
      !/author|written|geschrieben|verfasst|écrit|escrito/i.test(meta('twitter:label1') ?? '')
    )
      continue;
    const found = value === null ? null : joinNames([value], site);
    if (found !== null) return found;
  }
  for (const place of PLACES) {
    const texts = [...page.querySelectorAll(place)].slice(0, 3).map((one) => one.textContent ?? '');
    for (const text of texts) {
      const found = joinNames([text], site);
      if (found !== null) return found;
    }
  }
  return null;
}

function joinNames(given: readonly string[], site: string | null): string | null {
  const names = given.map(tidyName).filter((name) => isName(name, site));
  return [...new Set(names)].join(', ') || null;
}

/** `By Jo Lee | 3 March` → `Jo Lee`. */
function tidyName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /^\s*(?:(?:written|posted|published|text|geschrieben|veröffentlicht|verfasst|publié|escrito)\s+)?(?:by|von|par|por|door|di|av)\s*:?\s+/iu,
      '',
    )
    .replace(
      /^\s*(?:author|autorin?|autor:in|auteur|text|words|story|interview|von|by)\s*:\s*/iu,
      '',
    )
    .replace(
      /\s*(?:[|•·/]|\s[–—-]\s|\bon\b\s+\p{Lu}?\w+ \d|\bam\b \d|,?\s*\d{1,2}[./]\s?\d|\d{4}).*$/u,
      '',
    )
    .replace(/[\s,;:]+$/, '')
    .trim();
}

function isName(name: string, site: string | null): boolean {
  const plain = name.toLowerCase();
  return (
    name.length >= 2 &&
    name.length <= 80 &&
    name.split(' ').length <= 12 &&
    /\p{L}/u.test(name) &&
    !/https?:|www\.|@|[<>{}[\]]|[.!?]\s\p{Lu}\p{Ll}{3}/u.test(name) &&
    !/^(?:admin(?:istrator)?|author|autor|redaktion|editor|staff|guest|webmaster|more|about|share|follow|all posts|null|undefined|unknown|anonymous|mehr|profil|zum autor)$/i.test(
      plain,
    ) &&
    plain !== site?.toLowerCase()
  );
}
