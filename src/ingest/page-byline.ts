import type { DomElement } from './dom.ts';
import type { LinkedData } from './linked-data.ts';
import type { PageLines } from './page-lines.ts';

/** Looks up a meta tag by its names, in order of preference. */
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

/** Who wrote a page's story, several names separated by commas. Null where it does not say. */
export function readByline(
  page: DomElement,
  { authors, houses }: Pick<LinkedData, 'authors' | 'houses'>,
  meta: ReadTag,
  site: string | null,
  lines: () => PageLines,
): string | null {
  const named = joinNames(authors, site);
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
  const line = lines().near.flatMap((one) => BY.exec(one)?.[1] ?? [])[0];
  return (line === undefined ? null : joinNames([line], site)) ?? joinNames(houses, null);
}

/** `By Jo Lee`, `Von Anna Ode und Bo Lund, Westhafen`: a line that begins like a byline. */
const BY =
  /^(?:(?:written|posted|published|geschrieben|veröffentlicht|verfasst|publié|escrito|text|ein (?:beitrag|artikel|gastbeitrag)|artikel|beitrag|bericht) )?(?:by|von|par|por|door|di|autorin?|author|text|texte|words|story):?\s+(\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:und|and|et|y|&|van|von|de|der|la|al|bin|du|\p{Lu}[\p{L}\p{M}.’'-]*),?){1,7})(?=$|[\s,|•·/–—-])/iu;

function joinNames(given: readonly string[], site: string | null): string | null {
  const named = given.filter((one) => !/^\s*https?:/.test(one));
  const names = named.map(tidyName).filter((name) => isName(name, site));
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
      /^\s*(?:(?:alle )?(?:artikel|beiträge|beitrag|pressemitteilung|texte) von|(?:all|view all|more) (?:posts|articles|stories) by|text (?:&|und|\+) (?:fotos?|bilder|interview)\s*:|(?:author|autorin?)(?= \p{Lu}))\s+/iu,
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
    !/^(?:admin(?:istrator)?|author|autor|redaktion|editor|staff|guest|webmaster|more|about|share|by|von|por|par|di|beitrag|datum|alle artikel|no author|weltweit|kategorien?|kommentare?|redaktionell|follow|all posts|null|undefined|unknown|anonymous|mehr|profil|zum autor)$/i.test(
      plain,
    ) &&
    !/^name\b|\bprofil\b|^\S+\.(?:de|com|at|ch|org|net|fr|uk|it|es|eu|info)$/i.test(plain) &&
    plain !== site?.toLowerCase()
  );
}
