import { isForename } from '../text/lexicon/forenames.ts';
import { splitNames } from './byline-names.ts';

/** Words in small letters as a pattern for how they may stand: `by`, `By`, `BY`. */
function anyCase(words: string): string {
  const all = words.split('|');
  const large = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return [...all, ...all.map(large), ...all.map((word) => word.toUpperCase())].join('|');
}

const LABEL = anyCase(
  'by|von|par|por|door|di|av|af|autor|autorin|autor:in|autoren|autorinnen|author|authors|auteur|auteure|auteurs|text|texte|words|story|redaktion|interview|作者|记者|责任编辑',
);

const WRITTEN = anyCase(
  'written|posted|published|story|words|report|reporting|analysis|geschrieben|erstellt|veröffentlicht|verfasst|publié|escrito|ein Beitrag|ein Artikel|ein Gastbeitrag|eine Kolumne|ein Kommentar|eine Analyse|ein Interview|un article|un artículo|artikel|beitrag|bericht|kolumne|kommentar|text',
);

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s+(?:und|and|et|y|&|van|von|de|der|la|al|bin|du|\\p{Lu}[\\p{L}\\p{M}.’'-]*),?){1,7}";

/** `By Jo Lee`, `Von Anna Ode und Bo Lund, Westhafen`: a line that begins like a byline, or has one after a bar. */
const BY = new RegExp(
  `(?:^|[|•·]\\s*)\\(?(?:(?:${WRITTEN}) )?(?:${LABEL}):?\\s+(${NAME})(?=$|[\\s,;|•·/–—()-])`,
  'u',
);

/** `25.10.2022 - Reiner Nagel`, `5 May 2020 | Jo Lee`. */
const DATED = new RegExp(
  `^(?:\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{2,4}|\\d{1,2}\\.? \\p{L}{3,9}\\.? \\d{4})\\s+[|•·–—-]\\s+(?:(?:${LABEL}):?\\s+)?(${NAME})(?=$|\\s\\()`,
  'u',
);

const ALONE = new RegExp(`^(?:${LABEL}):?$`, 'u');

/** The first names in lines that begin like a byline, are behind a date, or are under a label alone. */
export function namesIn(lines: readonly string[]): readonly string[] {
  for (const [i, line] of lines.entries()) {
    const found = BY.exec(line)?.[1] ?? DATED.exec(line)?.[1];
    const next = ALONE.test(line) ? (lines[i + 1] ?? '') : undefined;
    const names = [found?.replace(ROLE, '').replace(PLACE, ''), next].filter(
      (one) => one !== undefined,
    );
    if (splitNames(names).length > 0) return names;
  }
  return [];
}

/** What stands before a colon and a name, wherever in a line: `Datum: 5.5.2022 Autorin: Eve Dunn`. */
const LABELLED = new RegExp(
  `(?:^|\\s)(?:${anyCase('autor|autorin|autor:in|autoren|autorinnen|author|authors|auteur|auteurs|autore|autores|autori|forfatter|författare|text|texte|testo|texto|words')}):\\s+(${NAME})(?=$|[\\s,|•·/–—()-])`,
  'u',
);

/** `Autoren Eve Dunn und Jo Lund` alone in a line. */
const LABEL_FIRST = new RegExp(
  `^(?:${anyCase('autor|autorin|autoren|autorinnen|author|authors|auteurs|autores')})\\s+(${NAME})$`,
  'u',
);

/** The first names behind a label, wherever in a line. */
export function namesLabelled(lines: readonly string[]): readonly string[] {
  for (const line of lines) {
    const found = (LABELLED.exec(line) ?? LABEL_FIRST.exec(line))?.[1];
    const name = found?.replace(ROLE, '').replace(PLACE, '');
    if (name !== undefined && splitNames([name]).length > 0) return [name];
  }
  return [];
}

/** `Eve Dunn, Leiterin der Hafenwache`. */
const ROLE = /,\s+\S+\s+(?:der|des|von|bei|im|am|of|at|for|de|du|di|del)\s.*$/u;

/** `Posted in Coast by eve67 on 5 May`: also who has one name only, or a made-up one. */
const POSTED = new RegExp(
  `(?:^|[|•·]\\s*|\\s)(?:${anyCase('written|posted|published|submitted|geschrieben|erstellt|veröffentlicht|verfasst|eingestellt|gepostet|publié|escrito|publicado|scritto|pubblicato|geplaatst|skrevet|napisane|opublikowane')})(?: (?:in|unter|dans|en|on|am) [^@]{1,60}?)? (?:by|von|par|por|da|door|av|przez):? ([\\p{L}\\p{M}\\d_.’'-]{3,30}(?: \\p{Lu}[\\p{L}\\p{M}.’'-]+){0,2})(?=$|,|\\s+(?:@|[|•·–—(-]|\\d|(?:on|am|at|um|in|under|unter|le|el|il|op)\\b))`,
  'u',
);

/** `— eve67 @ 00:11`, as an old kind of blog ends its line of topics. */
const AT_HOUR = /\s[—–]\s([\p{L}\d_.-]{3,30})\s@\s\d{1,2}:\d{2}/u;

/** Who posted it, as the first line says that has it. */
export function namesPosted(lines: readonly string[]): readonly string[] {
  const found = lines.map((line) => (POSTED.exec(line) ?? AT_HOUR.exec(line))?.[1]);
  return found.filter((one) => one !== undefined).slice(0, 1);
}

/** `© 2019 Eve Dunn`: whoever keeps a site alone signs it so. A house is not taken for a person. */
export function readOwner(text: string): string | null {
  const end = text.slice(-LONGEST_END);
  const [, name = ''] =
    /(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)[\s,–-]*\d{4}[\s\d,–-]*(?:by |von )?(\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}\p{M}’'-]+){1,2})(?=$|[\s.,|–-])/u.exec(
      end,
    ) ?? [];
  const [forename = ''] = name.split(' ');
  return isForename(forename) && splitNames([name]).length > 0 ? name : null;
}

const LONGEST_END = 3_000; // characters of a page's foot

/** `Eve Dunn, Sprecherin`, `Jo Lee, Westhafen`: one word after a name is none. */
const PLACE = /,\s+[^\s,]+$/u;

/** `Quelle: kathpress`, `(Source: Coast News Agency)`: where the story is from; null where no line says so. */
export function readSource(last: readonly string[]): string | null {
  const found = last.map((line) => SOURCE.exec(line)?.[1]).find((one) => one !== undefined);
  return found ?? null;
}

const SOURCE =
  /^\(?(?:quelle|source|fuente|fonte|bron|źródło):\s+((?:[^.:()]|\.(?=\w)){2,40})\)?$/i;
