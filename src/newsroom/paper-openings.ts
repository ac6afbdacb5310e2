import { PAPER_WORDS, sourceKindOf } from '../text/lexicon/source-words.ts';
import { readWords } from '../text/words.ts';
import type { SourceKind } from './source-kinds.ts';

const WORD = "\\p{Lu}[\\p{L}\\p{N}.&’'-]{0,40}";
const NAME = `${WORD}(?: (?:(?:of|and|for|the|am|de|do|du) )?${WORD}){0,5}`;
const TAIL = "(?:[\\p{L}\\p{N}’'-]+ ){0,5}?[\\p{L}\\p{N}’'-]+";
const ONE =
  "(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\\p{Lu}[\\p{L}-]*['’]s) )(?:[\\p{L}\\d-]+(?:['’]s)? ){0,3}?";
const SITE =
  '(?:news|music|investigative|tech|technology|gossip|sports?|review|business|trade|online|financial|celebrity|fact-checking|[\\p{L}]+-based) (?:site|portal|outlet|blog)';

/** Papers, recordings and calls that a sentence rests on, and outlets behind the noun for what they are. */
export const paperOpenings: readonly (readonly [RegExp, (words: string) => SourceKind | null])[] = [
  // `A timeline compiled by the county, and released in May, shows`
  [
    new RegExp(
      `(?<=^|[“;] )((?:[\\p{L}’'-]+ ){0,3}(?:${PAPER_WORDS})(?: (?:of|by|from|on|compiled by|seen by|obtained by) ${TAIL})?), [^,.;“”]{3,90}, (?:show(?:s|ed)?|suggest(?:s|ed)?|reveal(?:s|ed)?|indicate[sd]?|say|says|said)\\b`,
      'giu',
    ),
    kindInside,
  ],
  // `points to a 2004 study of the bottle`, `on the basis of a text message`, `as disclosed in its annual report`
  [
    new RegExp(
      `\\b(?:point(?:s|ed|ing) to|refer(?:s|red|ring) to|on the basis of|(?:disclosed|stated|set out|described|detailed|recorded|noted|outlined) in) (${ONE}(?:${PAPER_WORDS})(?: (?:of|by|from|on|for) ${TAIL})?)(?=[,.;]| (?:which|that|who|in|showing|saying)\\b)`,
      'gu',
    ),
    kindInside,
  ],
  // `a memo dated 2 August in which a scientist wrote`
  [
    new RegExp(
      `\\b(${ONE}(?:${PAPER_WORDS})(?: (?:dated|sent|of|to|from) [\\p{L}\\p{N} ]{2,30}?)?) in which\\b`,
      'gu',
    ),
    kindInside,
  ],
  // `that staffing records disclosed on Friday showed`
  [
    new RegExp(
      `\\bthat ((?:[\\p{Ll}-]+ ){0,2}(?:records|figures|data|documents|emails|messages|minutes|accounts|footage|photographs|statistics)(?: (?:disclosed|released|published|seen|obtained|leaked|filed) ${TAIL})?) (?:show(?:s|ed)?|suggest(?:s|ed)?|reveal(?:s|ed)?)\\b`,
      'gu',
    ),
    kindInside,
  ],
  // `they report this week in the journal *Tide Letters*`, `in the Journal of Rivers`
  [
    /\b(?:in|by) (?:the )?(?:journal )?\*?(?:the )?(\p{Lu}[\p{L}&’'-]*(?: (?:of |and |& |for )*\p{Lu}[\p{L}&’'-]*){0,5})\*?(?=[,.;]| —)/gu,
    journalOnly,
  ],
  // `In footage released by the Bird Trust, the camera`
  [
    new RegExp(
      `\\b[Ii]n ((?:the )?(?:footage|video|videos|recordings|documents|emails|messages|papers|letters|figures|data) (?:released|published|posted|obtained|seen|shared|leaked|filed|sent) (?:by|on|to|in|under) ${TAIL})(?=[,.;])`,
      'gu',
    ),
    kindInside,
  ],
  // `said on a status page`, `told the club’s website`, `said through a spokesman`
  [
    /\b(?:said|says|saying|wrote|told|announced|posted)(?: [\p{Ll}]+){0,2}? (?:on )?((?:its|his|her|their|the [\p{L}-]+['’]s) (?:own )?website)\b/gu,
    () => 'outlet',
  ],
  [
    /\b(?:said|says|posted|wrote)(?: [\p{Ll}]+)? on ((?:an?|its) (?:status|web) ?page)\b/gu,
    () => 'statement',
  ],
  [
    /\b(?:said|says) through (an? (?:spokes(?:man|woman|person)|lawyer|representative))\b/gu,
    () => 'unnamed',
  ],
  // `the regional daily O Farol`, `a weekly, Blick am Rhein`, `the music site Groovewax`
  [
    new RegExp(
      `\\b(?:[Tt]he|[Aa]n?) (?:[\\p{L}-]+ ){0,2}?(?:daily|weekly|tabloid|monthly|podcast|news agency|broadcaster|newspaper|magazine|radio station|${SITE}),? (${NAME})`,
      'gu',
    ),
    () => 'outlet',
  ],
  // `told a local radio station`, `said on breakfast television`, `she told NDR television`
  [
    /\b(?:told|tells|telling) (an? (?:[\p{L}-]+ ){0,2}?(?:radio station|television (?:station|channel)|TV (?:station|channel|crew)|news (?:channel|site|website|agency)|newspaper|magazine|podcast|talk show|phone-in))\b/gu,
    () => 'outlet',
  ],
  [
    /\b(?:said|says|told|saying|speaking|spoke|appeared|appearing)(?: (?:[\p{Ll}]+|\p{Lu}\p{Ll}+day)){0,3}? on ((?:an? (?:[\p{L}-]+ ){0,2}?(?:talk show|phone-in|radio show|television show|podcast))|(?:breakfast|local|national|public|state|morning|commercial) (?:radio|television|TV))\b/gu,
    () => 'outlet',
  ],
  [/\b(?:told|tells|telling) (\p{Lu}[\p{L}\d]+ (?:television|radio|TV))\b/gu, () => 'outlet'],
  // `Belgian broadcaster VRT`, `told state television ERT`
  [
    new RegExp(
      `\\b(?:(?:\\p{Lu}\\p{L}+|[Pp]ublic|[Ss]tate|[Nn]ational|[Ll]ocal) (?:broadcaster|television|news agency|radio|newspaper|daily)) (${NAME})`,
      'gu',
    ),
    () => 'outlet',
  ],
];

/** The kind of the first word that names a paper: `Leaked minutes of a cabinet meeting`. */
function kindInside(words: string): SourceKind | null {
  return readWords(words).flatMap(({ fold }) => sourceKindOf(fold) ?? [])[0] ?? null;
}

/** `the Journal of Rivers`, `*Tide Letters*`. */
function journalOnly(words: string): SourceKind | null {
  return /\b(?:[Jj]ournal|Letters|Annals|Proceedings|Transactions)\b/.test(words) ? 'outlet' : null;
}
