import type { Attribution } from '../attribution.ts';
import type { Stance } from '../statement.ts';
import { afterAccused, type Clause, isAsked, SAYING_THAT, textOf, WH } from './stance-clause.ts';
import {
  behindThat,
  fromQuestion,
  whatIsDenied,
  whatWasSaid,
  whoAsks,
  whoIsAccused,
} from './stance-mends.ts';

/** A way of treating words other than reporting them as said. */
export interface Row {
  readonly fits: (clause: Clause) => boolean;
  /** Null: nothing is said. */
  readonly stance: Stance | null;
  readonly mend?: (clause: Clause, attribution: Attribution) => Attribution;
}

const QUESTION = new RegExp(`^(?:(?:to|with|on|about|for|of|by|from) )?${WH}\\b`);
const QUESTION_BEHIND = new RegExp(`^(?:(?!to |for |that )\\S+ ){0,10}?(?:about |on )?${WH}\\b`);
const ACCESS =
  /^(?:\S+ ){0,6}?(?:access|admission|aid|an? (?:chance|place|point|win)|appeal|application|asylum|bail|boarding|care|compensation|entry|help|leave|medical|motion|parole|passage|penalty|permission|petition|planning|refuge|refund|relief|request|rights?|service|treatment|victory|visas?|vote)\b/;
const IF = /(?:^|[^~])\b(?:if|unless|provided that)\b/;
const NOT = /\b(?:not(?! only)|never|cannot|unable to|failed to)(?: \S+){0,2}? ~/;
const REFUSE = /\b(?:declin|refus)\S*\b/;
const TO_SAY = /\b(?:to|and) ~\S+/;

/** Whether there are quoted words or a whole clause: more than `any company`. */
function isClaim({ words }: Clause): boolean {
  return words.some(({ verbal, quotation }) => verbal || quotation > 0);
}

const ASK =
  /~?\b(?:ask(?:s|ed|ing)?|enquire[sd]?|inquire[sd]?|quer(?:y|ied)|question(?:s|ed)?|quizzed|pressed|wonder(?:s|ed)?|to know)\b/;
const ASKS =
  /^(?:\S+ )?~?(?:ask(?:s|ed|ing)?|enquire[sd]?|inquire[sd]?|demand(?:s|ed)?)(?: [^~]*)?$/; // not `laughed and asked for`
const ACCUSED =
  /\b(?:is|are|was|were|been|being|stands?)(?: \S+){0,2}? ~?(?:accused|suspected)(?: by(?: \S+){1,6}?)? of\b/;
const ALLEGED_TO = /\b(?:is|are|was|were) (?:\S+ )?~?alleged to have\b/;

const EXPECTED =
  /\b(?:expected|due|set|scheduled|likely|poised|supposed|about|~?told|~?asked|~?ordered|instructed|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|going|is|are|was|were) to (?:\S+ )?~(?!ask)/;
const WILL = /(?:\b(?:will|shall|wo)|['’]ll)\b(?: \S+)? ~(?!ask)/;
const NEWS = /~(?:announc|unveil|propos|declar|promis|pledg|reveal)/; // with the content as a noun: `a new date`

/** What a sentence does with the words; the first row that matches applies. */
export const rows: readonly Row[] = [
  // `was denied entry`, `denied the family access`
  {
    fits: ({ verb }) => /\b(?:is|are|was|were|been|being)(?: \S+)? ~denied\b/.test(verb),
    stance: null,
  },
  { fits: ({ verb }) => /\bnot (?:\S+ )?~den/.test(verb), stance: 'refuses' },
  {
    fits: (clause) => isDenial(clause) && !isQuoted(clause) && isRefusedAccess(clause),
    stance: null,
  },
  { fits: isDenial, stance: 'denies', mend: whatIsDenied },
  // `rejected claims that …`
  {
    fits: ({ verb, said }) => REJECTS.test(`${verb} ${said}`),
    stance: 'denies',
    mend: behindThat,
  },
  {
    fits: ({ verb }) =>
      /~?(?:agree|answer|comment|object|repl(?:y|ied)|respond)\S*/.test(verb) && NOT.test(verb),
    stance: null,
  },
  // `refused to say whether`, `did not say when`, `never said that …`
  { fits: (clause) => isRefusal(clause) && asksIn(clause), stance: 'refuses', mend: fromQuestion },
  {
    fits: (clause) => REFUSE.test(clause.verb) && TO_SAY.test(clause.verb) && isClaim(clause),
    stance: 'refuses',
  },
  { fits: ({ verb }) => REFUSE.test(verb), stance: null },
  { fits: (clause) => NOT.test(clause.verb) && isClaim(clause), stance: 'denies' },
  { fits: ({ verb }) => NOT.test(verb), stance: null },
  // `was asked whether`, `asked her whether`, `Asked “…”,`
  {
    fits: (clause) =>
      ASK.test(clause.verb) &&
      (QUESTION_BEHIND.test(clause.said) || (isQuoted(clause) && isAsked(clause))),
    stance: 'asks',
    mend: whoAsks,
  },
  // `“Were you there?” she asked`
  { fits: (clause) => ASKS.test(clause.verb) && endsInQuestion(clause), stance: 'asks' },
  {
    fits: (clause) => isAsked(clause) && !/ to ~/.test(clause.verb),
    stance: null,
  },
  // `is accused of saying`, `accused him of having promised`
  {
    fits: ({ verb, before, said }) =>
      (ACCUSED.test(`${before} ${verb}`) || ALLEGED_TO.test(`${before} ${verb}`)) &&
      SAYING_THAT.test(`${afterAccused(`${before} ${verb}`)} ${said}`),
    stance: 'accused-of',
    mend: whatWasSaid,
  },
  { fits: ({ verb, before }) => ACCUSED.test(`${before} ${verb}`), stance: null },
  {
    fits: ({ verb, said }) =>
      /~accus\S+$/.test(verb) &&
      /^(?:\S+ ){1,6}?of (?:having )?~(?!accus)\S+(?:ing|ed|id|old)\b/.test(said),
    stance: 'accused-of',
    mend: whoIsAccused,
  },
  // `is expected to say`, `will tell the rally that`, `was told to say`
  {
    fits: (clause) => isAhead(clause) && (isClaim(clause) || NEWS.test(clause.verb)),
    stance: 'expected',
  },
  { fits: (clause) => isAhead(clause) || /\bwill(?: \S+)? ~ask/.test(clause.verb), stance: null },
  // `if asked he would say`, `critics may say`
  { fits: (clause) => isOnCondition(clause) && isClaim(clause), stance: 'conditional' },
  { fits: (clause) => MAY.test(clause.verb), stance: null },
];

const MAY = /\b(?:may|might|could|should|must|can)\b(?: \S+)? ~/;
const WOULD = /(?:\bwould|['’]d)\b(?: \S+)? ~/;
const WOULD_SAY = /(?:\b(?:he|she|they|it|we|i) (?:would|will)|['’](?:ll|d))(?: \S+)? ~/;
const HAD = /(?:^|, )had (?:he|she|they|it|we|i)\b/; // `Had I known, I would have said`

const REJECTS =
  /(?:^| )~?(?:reject|dismiss|refut|disput|rebut|contest|contradict)\S* (?:\S+ ){0,2}?~?(?:accusation|allegation|assertion|charge|claim|idea|notion|report|rumou?r|suggestion)s? (?:that|of having)\b/;

function isDenial({ verb }: Clause): boolean {
  return /~den(?:y|ies|ied|ying)\b/.test(verb);
}

function isQuoted({ words }: Clause): boolean {
  return words.some(({ quotation }) => quotation > 0);
}

/** Whether everything said is in quotation marks and ends with a question mark. */
function endsInQuestion({ words, kind }: Clause): boolean {
  return kind === 'direct' && words.findLast(({ mark }) => mark === 0)?.token.text === '?';
}

function isRefusedAccess({ verb, said }: Clause): boolean {
  const all = `${verb.replace(/^.*~den\S+ ?/, '')} ${said}`.trim();
  return ACCESS.test(all) && !/^(?:that|having|ever|\S+ing)\b/.test(all);
}

function isRefusal({ verb }: Clause): boolean {
  return NOT.test(verb) || REFUSE.test(verb);
}

function asksIn({ verb, said }: Clause): boolean {
  return (
    QUESTION.test(said) ||
    (REFUSE.test(verb) && new RegExp(`\\bto ~\\S+ (?:\\S+ ){0,4}?${WH}\\b`).test(said))
  );
}

function isAhead({ verb }: Clause): boolean {
  return EXPECTED.test(verb) || WILL.test(verb);
}

function isOnCondition({ verb, said, around, kind }: Clause): boolean {
  if (MAY.test(verb)) return true;
  if (WOULD.test(verb)) return IF.test(textOf(around())) || HAD.test(textOf(around()));
  return kind !== 'direct' && WOULD_SAY.test(said) && IF.test(`${textOf(around())} ${said}`);
}
