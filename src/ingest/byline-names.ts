/** What those who write for a house are. */
const ROLES =
  'correspondent|editor|reporter|writer|columnist|critic|producer|journalist|contributor|photographer|redakteur(?:in)?|korrespondent(?:in)?|reporterin|journalistin|rédact(?:eur|rice)|correspondante?|corresponsal|redactora?|redattore|redattrice|redacteur';

/** The names in what stands where a page names its authors. */
export function splitNames(given: readonly string[]): readonly string[] {
  const named = given.filter((one) => !/^\s*https?:/.test(one));
  return named
    .flatMap((one) => one.split(TALKING))
    .flatMap((one) => one.split(';'))
    .map(tidyName)
    .filter(isName);
}

/** `Ann Ode im Gespräch mit Jo Lee`: two who are named. */
const TALKING =
  /\s+(?:im Gespräch mit|in conversation with|en conversation avec|en conversación con)\s+/i;

/** `By Jo Lee | 3 March` → `Jo Lee`. */
function tidyName(text: string): string {
  return TRIMS.reduce((name, [pattern, by]) => name.replace(pattern, by), ` ${text} `)
    .replace(/[\s,;:–—-]+$/, '')
    .trim();
}

/** What stands around names, and what to put in its place. */
const TRIMS: readonly (readonly [RegExp, string])[] = [
  [/\s+/g, ' '],
  [/^\s*[,;:–—-]+\s*/, ''],
  [/^\s*(?:post )?author(?:in)?:?\s*(?=\p{Lu})/iu, ''],
  [
    /^\s*(?:(?:written|posted|published|text|artikel|beitrag|geschrieben|erstellt|eingestellt|veröffentlicht|verfasst|publié|escrito)\s+)?(?:by|von|par|por|door|di|av)\s*:?\s+/iu,
    '',
  ],
  [
    /^\s*(?:(?:alle )?(?:artikel|beiträge|beitrag|pressemitteilung|texte) von|(?:all|view all|more) (?:posts|articles|stories) by|text (?:&|und|\+) (?:fotos?|bilder|interview)\s*:|(?:author|autorin?)(?= \p{Lu}))\s+/iu,
    '',
  ],
  [
    /^\s*(?:author|autorin?|autor[:/*]in|auteur|text|words|story|interview|redaktion|von|by)\s*:\s*/iu,
    '',
  ],
  [/\s*[[(]?@\w+[\])]?\s*$/, ''], // a handle
  // `Text: Jo Lee, Photos: Bo Lund`
  [
    /[\s,|/]+(?:photos?|photographs?|pictures?|fotos?|bilder|images?|illustrations?)(?:\s*:|\s+by\s).*$/iu,
    '',
  ],
  [/(?<=\p{Ll})\/[\p{Lu}\d][\p{Lu}\d-]+\s*$/u, ''], // `Jo Lee/CNA`: whom the writer writes for
  [/\s(?:alle artikel|alle beiträge|all posts|all articles|more posts|view profile)\s*$/i, ''],
  [
    /\s*(?:[|•·]|(?<!\w)\/|\/(?!\w)|\s[–—-]\s|\bon\b\s+\p{Lu}?\w+ \d|\b(?:am|à|um|on|under|in) (?:$|\d|\p{Lu}\w+(?:tag|day)\b)|,?\s*\d{1,2}[./]\s?\d|\d{4}).*$/u,
    '',
  ],
  [new RegExp(`,\\s+(?:[\\p{L}’'&/-]+ ){0,4}(?:${ROLES})(?: (?:at|for|in|of) .*)?\\s*$`, 'iu'), ''], // `, Coast correspondent`
  // `Jo Lee in Marl and Ann Ode in Upper Thorpe`
  [
    /\s+(?:in|aus|reporting from|from)\s+\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*)?(?=\s*$|,|\s+(?:and|und|&)\s)/gu,
    '',
  ],
];

/** Whether a line says what somebody does, and no name: `Chief reporter`. */
export function isRole(line: string): boolean {
  return new RegExp(`^(?:[\\p{L}’'&/-]+ ){0,4}(?:${ROLES})$`, 'iu').test(line.trim());
}

function isName(name: string): boolean {
  const plain = name.toLowerCase();
  return (
    name.length >= 2 &&
    name.length <= 80 &&
    name.split(' ').length <= 12 &&
    /\p{L}/u.test(name) &&
    !/https?:|www\.|[@!?]|[<>{}[\]]|\p{Ll}{3}[.!?]\s\p{Lu}\p{Ll}{3}/u.test(name) &&
    !/^(?:(?:weitere|mehr|more|stand|veröffentlicht|published|posted|erschienen)\b.*|admin(?:istrator)?|author|autor|editor|guest|webmaster|more|about|share|by|von|por|par|di|beitrag|datum|alle artikel|no author|weltweit|kategorien?|kommentare?|redaktionell|follow|all posts|null|undefined|unknown|anonymous|mehr|profil|zum autor)$/i.test(
      plain,
    ) &&
    !/^(?:name|fotos?|photos?|фото|bild(?:er)?|image)(?!\p{L})|\bprofil\b|\s(?:by|von|par|por)$/iu.test(
      plain,
    )
  );
}

/** Whether a name is of a house, not of a person: the site's own, or one that says so. */
export function isHouse(name: string, site: string | null, url: string | null): boolean {
  const letters = lettersOf(name);
  const home = lettersOf(site ?? '');
  const hostname = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
  const host = lettersOf(hostname);
  const labels = hostname.split('.').slice(0, -1).map(lettersOf);
  return (
    KINDS.test(name) ||
    /^\S+\.(?:de|com|at|ch|org|net|fr|uk|it|es|eu|info)$/i.test(name) ||
    letters === home ||
    labels.some((one) => one === letters || (one.length >= LONG_LABEL && letters.includes(one))) ||
    (letters.length >= 4 && (host.includes(letters) || home.endsWith(letters)))
  );
}

const LONG_LABEL = 8; // letters of an address: fewer may be in a name by chance

/** What houses and their desks are called. */
const KINDS =
  /\b(?:redaktion|staff|team|desk|newsroom|news|online|verlag|stiftung|foundation|institut|verein|bund|magazin|magazine|agenc(?:y|ies)|e\.\s?v|gmbh|ag|inc|ltd|llc)\b/i;

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
