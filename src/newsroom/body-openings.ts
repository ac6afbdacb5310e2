import { isPerson } from '../text/lexicon/person-nouns.ts';
import { GROUPS, ONES } from '../text/lexicon/source-groups.ts';
import type { SourceKind } from './source-kinds.ts';

const NAME =
  "\\p{Lu}[\\p{L}\\p{N}.&’'-]{0,40}(?: (?:(?:of|and|for|the|&) )?\\p{Lu}[\\p{L}\\p{N}.&’'-]{0,40}){0,5}";
const FOREIGN =
  "\\p{Lu}[\\p{L}’'-]{1,30}(?: (?:(?:du|de|des|della|di|van|la|le|les|der) )*\\p{Lu}[\\p{L}’'-]{1,30}){0,4}";
const OFFICE =
  '(?:office|agency|service|centre|center|bureau|institute|observatory|ministry|department|council|commission|authority|guard|board|regulator|brigade|laboratory|survey)';
const OF_PLACE = `(?: (?:at|in|of|for|from) (?:the |a |an )?(?:${NAME}|\\p{Ll}+))?`;

/** Where people and bodies are relied on without a saying word, and where one outlet cites somebody. */
export const bodyOpenings: readonly (readonly [RegExp, (words: string) => SourceKind | null])[] = [
  // `Police have named the dead man`, `Scientists believe the slope will give way`
  [
    new RegExp(
      `(?:^|[.;:,“] )((?:[Tt]he )?(?:[\\p{L}’-]+ )?(?:${GROUPS})${OF_PLACE})(?:,? however,|, meanwhile,| now| still)? (?:(?:have |had )?(?:named|identified|believed?|suspect(?:ed)?|estimated?|reckon(?:ed)?|fear(?:ed)?|confirmed|forecast|admit(?:ted)?|disput(?:ed?)|den(?:y|ied))|think|thought)\\b`,
      'gu',
    ),
    () => 'unnamed',
  ],
  // `The weather office at Kalyangad has forecast`, `The Met Service has confirmed`
  [
    new RegExp(
      `((?:[Tt]he|[Aa]) (?:[\\p{L}’-]+ ){0,3}?(?:${OFFICE}|\\p{Lu}\\p{L}+)${OF_PLACE}) (?:has|had) (?:forecast|confirmed|predicted|warned|estimated|recorded|reported)\\b`,
      'gu',
    ),
    () => 'organisation',
  ],
  // `citing survivors`, `quoting staff at the dam`
  [
    new RegExp(
      `\\b(?:citing|quoting) ((?:[\\p{Ll}-]+ )?(?:${GROUPS})${OF_PLACE})(?=[,.;]|$| that | who )`,
      'gu',
    ),
    () => 'unnamed',
  ],
  // `quoted villagers as saying`, `citing an unnamed dealer`
  [
    new RegExp(
      `\\b(?:quot(?:ed|es)|cit(?:ed|es)) ((?:[\\p{Ll}-]+ )?(?:${GROUPS})${OF_PLACE}) as (?:saying|telling)\\b`,
      'gu',
    ),
    () => 'unnamed',
  ],
  [
    /\b(?:quot(?:ed|ing)|cit(?:ed|ing)) ((?:an?|one|two|three) (?:unnamed|unidentified|anonymous|former|retired|senior) [\p{Ll}-]+)(?=[,.;]| who | that )/gu,
    () => 'unnamed',
  ],
  [
    /\b(?:quoting|citing) ((?:an?|one|two|three) [\p{Ll}-]+)(?= who )/gu,
    (words) => (isPerson(words.split(' ').at(-1) ?? '') ? 'unnamed' : null),
  ],
  // `Two visitors who were there told`
  [
    /(?:^|[.;:,“] )((?:An?|One|Two|Three|Four|Several|Some) (?:[\p{Ll}-]+ ){1,3}who [^,.;“”]{3,50}?) (?:told|tells)\b/gu,
    () => 'unnamed',
  ],
  [
    new RegExp(
      `\\b(?:gathered|learn(?:ed|t)) from ((?:[\\p{Ll}-]+ )?(?:${GROUPS})${OF_PLACE})`,
      'gu',
    ),
    () => 'unnamed',
  ],
  // `The court heard that`
  [/((?:[Tt]he|[Aa]n?) (?:court|tribunal)) (?:has |had )?heard\b/gu, () => 'organisation'],
  [
    /((?:\p{Lu}[\p{L}’'-]{1,40} ){1,4}(?:Court|Tribunal|Assizes)) (?:has |had |was |has been |had been )?(?:heard|told)\b/gu,
    () => 'organisation',
  ],
  // `Economists see no danger`
  [
    /(?:^|[.;:,“] )((?:\p{Lu}\p{L}+ )?(?:[Ee]conomists|[Aa]nalysts|[Ff]orecasters|[Tt]raders)) (?:see|doubt|predict)\b/gu,
    () => 'unnamed',
  ],
  // `Two people close to the talks tell us`
  [
    /(?:^|[.;:,“] )((?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome) (?:[\p{Ll}-]+ ){0,2}?(?:people|persons?|sources?|officials?|aides?|insiders?|diplomats?) (?:close to|familiar with|briefed on|with knowledge of|involved in) [\p{L} ’'-]{3,40}?) (?:tells?|told|says?|said)\b/gu,
    () => 'unnamed',
  ],
  // `The Marl Weather Department issued a warning of gales`
  [
    /((?:[Tt]he )?(?:\p{Lu}[\p{L}’'-]{1,40} ){1,5}(?:Department|Service|Office|Centre|Center|Agency|Bureau|Institute)) (?:has |had )?issued (?:an? |its )?(?:[\p{L}-]+ ){0,3}(?:warning|alert|forecast|advisory)s?\b/gu,
    () => 'organisation',
  ],
  // `is quoting a harbour pilot as saying`, `quoted an aide as saying`
  [
    /\b(?:quot(?:ed|ing|es?)|cit(?:ed|ing|es)) ((?:an?|one|the|two|three|several|some|its|his|her) (?:[\p{Ll}-]+ ){0,3}?[\p{Ll}-]+) as (?:saying|telling|claiming)\b/gu,
    () => 'unnamed',
  ],
  // `by the reckoning of a hospital in Durran`
  [
    new RegExp(
      `\\bby the (?:reckoning|account|estimate|calculations?) of ((?:an?|the) (?:[\\p{Ll}-]+ )?(?:hospital|clinic|university|${ONES}|${OFFICE})${OF_PLACE})`,
      'gu',
    ),
    () => 'unnamed',
  ],
  // `told The Scribe at 80`: a title has its article in capitals
  [new RegExp(`\\b(?:told|tells|telling) (The ${NAME})`, 'gu'), () => 'outlet'],
  // `told L'Écho du Dimanche`, `told Der Abend`: a title with its article in its own language
  [
    new RegExp(
      `\\b(?:told|tells|telling) ((?:L['’]|(?:Le|Les|Der|Die|Das|El|Il|Het) )${FOREIGN})`,
      'gu',
    ),
    () => 'outlet',
  ],
  // `De Zaterdag, he said, which reported`, `The Evening Moon, which broke the story`
  [
    new RegExp(
      `((?:[Tt]he )?${NAME}),(?: (?:he|she|they) said,)? which (?:(?:first |had )?reported|(?:first )?broke the story|had seen|has seen)\\b`,
      'gu',
    ),
    () => 'outlet',
  ],
  // `on Radio Marl 2`, `to TV Nova`
  [
    /\b(?:on|to|by|told|with) ((?:Radio|TV|Television) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?: \d{1,3})?)/gu,
    () => 'outlet',
  ],
];
