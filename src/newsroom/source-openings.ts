import { isOutletWord, PAPER_WORDS, sourceKindOf } from '../text/lexicon/source-words.ts';
import { readWords } from '../text/words.ts';
import { bodyOpenings } from './body-openings.ts';
import { paperOpenings } from './paper-openings.ts';
import type { SourceKind } from './source-kinds.ts';

// no name has longer or more words: a line of capitals would otherwise be rescanned from each word
const WORD = "\\p{Lu}[\\p{L}\\p{N}.&’'-]{0,40}";
const NAME = `(?<![\\p{L}\\p{N}])${WORD}(?: (?:(?:of|and|for|the|&) )?${WORD}){0,9}`;

// a lower-case word that belongs to a noun: not the `that` of `in an e-mail that the price …`
const PLAIN = '(?!(?:that|which|who|of|by|in|from|with|on|at|for|to|about|and|but)\\b)[\\p{Ll}-]+';

/** What may follow a word for a document: `of the meeting`, `seen by the Echo`. */
const TAIL = "(?:[\\p{L}\\p{N}’',-]+ ){0,5}?[\\p{L}\\p{N}’'-]+";
const TELLS =
  '(?:put|puts|found|finds|shows?|showed|shown|suggests?|suggested|concluded|concludes?|estimated|estimates?|warned|warns?|reveals?|revealed|recorded|records|indicates?|indicated|says?|said|states?|stated|allows?|lists?|listed|alleges?|gives?|gave|traced|traces|attributed|ruled|determined|established|identified|criticised|criticized|cleared|blames?|blamed|cites?|cited|describes?)';

/** How a paper came to be, or to the story. */
const MADE =
  'seen by|posted|obtained by|published by|shown to|subpoenaed from|released (?:by|under|in|on)|leaked to|dated|compiled by|commissioned by|written by|circulated (?:before|to|among|by)|analy[sz]ed by|filed (?:in|by|with)|disclosed (?:by|to|in)|unsealed (?:by|in|on)';

/** The places where a story names its sources, besides who said what. */
export const openings: readonly (readonly [RegExp, (words: string) => SourceKind | null])[] = [
  // `told the Westhaven Echo`, `told state-run Global Times`
  [
    new RegExp(
      `\\b(?:told|tells|telling) (?:the |state-run |state-owned |[\\p{Ll}-]+ (?:newspaper|magazine|broadcaster) )?(${NAME})`,
      'gu',
    ),
    outletOnly,
  ],
  // `interview with the Courier`, `reported by Reuters`, `published in the journal Marine Letters`
  [
    new RegExp(
      `\\b(?:interview(?:s)? (?:with|on|to)|reported (?:by|in)|(?:published|printed|appeared) (?:\\w+ ){0,3}(?:in|by) (?:the )?(?:journal )?|quoted by|cited by|seen by|obtained by|broadcast (?:by|on)) ?(?:the )?(${NAME})`,
      'gu',
    ),
    outletOnly,
  ],
  // `I read in The Sunday Post that`, `the Courier's review gave it five stars`
  [new RegExp(`\\b(?:in|on|by) (?:the )?(${NAME})`, 'gu'), outletByLastWord],
  [
    new RegExp(
      `(${NAME})['’]s? (?:review|report|interview|profile|investigation|editorial|front page|coverage)\\b`,
      'gu',
    ),
    outletOnly,
  ],
  // `A forensic accountant's report put the loss at …`, `Transport Ministry data show`
  [
    new RegExp(
      `((?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne|[Aa]nother|[Oo]fficial|[Nn]ew|[Pp]olice|[Gg]overnment|[Cc]ourt|[Ll]and|${NAME}(?:['’]s?)?) )(?:(?!(?:that|which|who)\\b)[\\p{Ll}][\\p{L}’'-]* ){0,3}(?:${PAPER_WORDS})(?: (?:of|by|in|from|on|for|${MADE}) ${TAIL})?) (?:ha(?:s|ve|d) )?${TELLS}\\b`,
      'gu',
    ),
    // `the Post report said`: the paper is already included
    (words) => (/^\p{Lu}\S* reports?$/u.test(words) ? null : sourceKindOf(headOf(words))),
  ],
  // `Minutes of the meeting show`, `Video posted online shows`
  [
    new RegExp(
      `(?<=^|[“;] )((?:(?:Phone|Bank|Court|Property|Police|Medical|Flight) [Rr]ecords|Receipts|Messages|Papers|Minutes|Video|Footage|Photographs|Photos|Images|Documents|Records|Emails|E-mails|Text messages|Figures|Data|Transcripts|Letters|Accounts)(?: (?:of|by|in|from|on|for|that went before|${MADE}) ${TAIL})?) (?:ha(?:s|ve|d) )?${TELLS}\\b`,
      'gu',
    ),
    (words) => sourceKindOf(headOf(words)),
  ],
  // `waits are up, figures published on Thursday show`
  [
    new RegExp(
      `, ((?:[\\p{Ll}-]+ ){0,2}(?:figures|data|documents|records|papers|accounts|minutes|emails|e-mails|statistics|filings|messages)(?: (?:published|released|issued|posted|seen|obtained|leaked|filed) (?:on|by|in|to) ${TAIL})?) (?:show|suggest|indicate|reveal)(?=[.;,]|$)`,
      'gu',
    ),
    (words) => sourceKindOf(headOf(words)),
  ],
  // `The Tuesday Planner, a trade paper,`, `The Courtier magazine`, `the journal Tide Letters`
  [
    new RegExp(
      `((?:[Tt]he )?${NAME})(?:, (?:a|an|the) (?:[\\p{L}-]+ ){0,3}| )(?:newspaper|magazine|broadcaster|news agency|news site|trade paper|local paper|radio station|television station|consumer show|news website)\\b(?! \\p{Lu})`,
      'gu',
    ),
    (words) => (/^(?:The|A|An|His|Her|Its|In|On|At)$/.test(words) ? null : 'outlet'),
  ],
  [
    new RegExp(
      `\\bthe (?:[\\p{L}-]+ )?(?:journal|magazine|newspaper|broadcaster|news agency|news site|website) (${NAME})`,
      'gu',
    ),
    () => 'outlet',
  ],
  [
    /\b(?:told|tells|to|on|by|with) ((?:Channel|Radio|Network) (?:\d{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)/gu,
    () => 'outlet',
  ],
  // `Final figures from the Electoral Commission gave`, `data compiled by the Marine Institute`
  [
    new RegExp(
      `\\b(?:figures|data|results|numbers|statistics|estimates|forecasts|analysis|research|modelling) (?:from|by|(?:compiled|published|released|collected) by) (?:the )?(${NAME})`,
      'gu',
    ),
    (words) => outletOnly(words) ?? 'organisation',
  ],
  // `the Leemington Courier reported`, `Reuters said`
  [
    new RegExp(
      `(${NAME}) (?:reported|reports|quoted|quotes|cited|cites|(?:is|was) (?:quoting|reporting|citing))\\b`,
      'gu',
    ),
    outletOnly,
  ],
  // `in a statement`, `in an email`, `in a filing to the court`
  [
    new RegExp(
      `(?<!\\b(?:is|are|was|were) )\\b[Ii]n ((?:a|an|his|her|its|their|the|one) (?:(?:${PLAIN}|\\d[\\p{L}\\d-]*) ){0,2}?(?:statement|letter|memo|note|e-?mail|tweet|post|filing|affidavit|(?:(?<=\\d[\\p{L}-]* )order)|speech|testimony|release|report|study|paper|survey|message|briefing|conference|memoir|diary|lawsuit|podcast|column|blog post|circular|submission|(?:(?<=\\b(?:an?|his|her|its) (?:[\\p{L}\\d-]+ ){0,2})(?:judge?ment|ruling|outlook))|blog(?! post))\\b)(?! (?:office|of (?:\\d|thanks)))`,
      'gu',
    ),
    (words) => sourceKindOf(headOf(words)),
  ],
  ...bodyOpenings,
  ...paperOpenings,
];

/** `The Sunday Post`, but not `Star Street`, `Sun Valley`. */
function outletByLastWord(words: string): SourceKind | null {
  const last = readWords(words).at(-1);
  return last !== undefined && isOutletWord(last.fold) ? 'outlet' : null;
}

function outletOnly(words: string): SourceKind | null {
  return readWords(words).some((word) => isOutletWord(word.fold)) ? 'outlet' : null;
}

/** The word a noun phrase is about: the last before `of`, `by`, `in`, `published`, a comma. */
export function headOf(words: string): string {
  const [core = words] = words.split(
    /[,(]|\s(?:of|by|in|from|with|on|at|for|to|about|published|seen|shown|subpoenaed|leaked|dated|released|issued|obtained|posted|polled|compiled|commissioned|completed|written|unsealed|circulated|disclosed|analysed|analyzed|that|which|who)\s/i,
  );
  return readWords(core).at(-1)?.fold ?? '';
}
