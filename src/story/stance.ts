import { isSaying } from '../text/lexicon/saying.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Attribution } from './attributions.ts';
import { spanOf, withoutStop } from './reporting-clauses.ts';
import type { Stance } from './statement.ts';
import type { Unit, Word } from './unit.ts';

/**
 * What the sentence does with what stands there: the attribution with its stance, and with the source and
 * the content that this shows. Where nothing was said or denied or asked (`was denied entry`, `will ask
 * for help`), it is no speech.
 */
export function readStance(unit: Unit, attribution: Attribution): Stanced {
  const clause = readClause(unit, attribution);
  const row = clause === null ? undefined : rows.find((one) => one.fits(clause));
  if (clause === null || row === undefined) return { ...attribution, stance: 'says' };
  if (row.stance === null) return { ...attribution, stance: 'says', speech: false };
  const { stance, mend = (_, same) => same } = row;
  return { ...mend(clause, attribution), stance, speech: true };
}

/** An attribution with what its sentence does with it. */
export interface Stanced extends Attribution {
  readonly stance: Stance;
}

/** A saying word with what stands around it, as text: small letters, `~` before each word of saying. */
interface Clause {
  /** From the first auxiliary to the content: `would not ~say`, `is ~accused of`. */
  readonly verb: string;
  /** Whether the source stands before the cue. */
  readonly hasSubject: boolean;
  /** What stands between the source and the cue. */
  readonly before: string;
  /** The content. */
  readonly said: string;
  readonly words: readonly Word[];
  /** The words of its sentence that are no content, nor quoted. */
  readonly around: readonly Word[];
  readonly kind: Attribution['kind'];
}

function readClause(unit: Unit, { source, cue, content, kind }: Attribution): Clause | null {
  if (cue === null) return null;
  const { words } = unit;
  const from = words.findIndex((word) => overlaps(word, cue));
  const opening = words[from];
  if (opening === undefined) return null;
  const sentence = words.filter((word) => word.sentence === opening.sentence);
  const isContent = (word: Word): boolean => content.some((piece) => overlaps(word, piece));
  let first = from;
  while (isChained(words[first - 1], opening, source)) first -= 1;
  const said = words.filter(isContent);
  const start = said.find((word) => word.start >= cue.end)?.start ?? cue.end;
  const isOwn = (word: Word): boolean =>
    word.sentence === opening.sentence && (source === null || !overlaps(word, source));
  return {
    verb: textOf(words.filter((word, i) => i >= first && word.start < start && isOwn(word))),
    hasSubject: source !== null && source.end <= cue.start,
    before: textOf(
      sentence.filter(
        (word) => source !== null && word.start >= source.end && word.end <= cue.start,
      ),
    ),
    said: textOf(said),
    words: said,
    around: sentence.filter((word) => !isContent(word) && word.quotation === 0),
    kind,
  };
}

const CHAIN =
  /^(?:to|of|being|been|having|expected|due|set|scheduled|likely|poised|supposed|unable)$/;

/** Whether a word before a cue is part of its verb: `would not`, `is expected to`, `refused to`. */
function isChained(word: Word | undefined, cue: Word, source: Span | null): boolean {
  if (word === undefined || word.sentence !== cue.sentence || word.quotation !== cue.quotation)
    return false;
  if (source !== null && overlaps(word, source)) return false;
  const { tag, lower } = word.token;
  return /^(?:AUX|PART|ADV)$/.test(tag) || CHAIN.test(lower) || /^(?:declin|refus)/.test(lower);
}

/** Words as text: small letters, `not` for `n’t`, `~` before each word of saying, one kind of marks. */
export function textOf(words: readonly Word[]): string {
  return words
    .map(({ token: { lower, lemma }, mark }) => {
      if (mark > 0) return mark === 1 ? '“' : '”';
      if (lemma === 'not') return 'not';
      return isSaying(lemma) || SAID.test(lower) ? `~${lower}` : lower;
    })
    .join(' ');
}

const SAID = /^(?:alleged|apologi[sz]|comment|specif|elaborat|speculat|disclos|identif|spell)/; // where the tagger sees none

interface Row {
  readonly fits: (clause: Clause) => boolean;
  /** Null: nothing is said. */
  readonly stance: Stance | null;
  readonly mend?: (clause: Clause, attribution: Attribution) => Attribution;
}

const WH = '(?:whether|if|when|how|why|who|whom|whose|what|which|where)';
const QUESTION = new RegExp(`^(?:(?:to|with|on|about|for|of|by|from) )?${WH}\\b`);
const QUESTION_BEHIND = new RegExp(`^(?:(?!to |for |that )\\S+ ){0,10}?(?:about |on )?${WH}\\b`);
const ACCESS =
  /^(?:\S+ ){0,6}?(?:access|admission|aid|an? (?:chance|place|point|win)|appeal|application|asylum|bail|boarding|care|compensation|entry|help|leave|medical|motion|parole|passage|penalty|permission|petition|planning|refuge|refund|relief|request|rights?|service|treatment|victory|visas?|vote)\b/;
const IF = /(?:^|[^~])\b(?:if|unless|provided that)\b/;
const NOT = /\b(?:not(?! only)|never|cannot|unable to|failed to)(?: \S+){0,2}? ~/;
const REFUSE = /\b(?:declin|refus)\S*\b/;
const TO_SAY = /\b(?:to|and) ~\S+/;

/** Whether there are words of somebody's or a whole clause: more than `any company`. */
function isClaim({ words }: Clause): boolean {
  return words.some(({ verbal, quotation }) => verbal || quotation > 0);
}

const ASK =
  /~?\b(?:ask(?:s|ed|ing)?|enquire[sd]?|inquire[sd]?|quer(?:y|ied)|question(?:s|ed)?|quizzed|pressed|wonder(?:s|ed)?)\b/;
const ASKED =
  /\b(?:was|were|is|are|been|being|when|if)(?: \S+){0,2}? ~?(?:asked|questioned|quizzed|pressed)\b/;
const ASKED_FIRST = /^~?(?:asked|questioned|quizzed|pressed)\b/; // `Asked whether …, she said`

const ACCUSED =
  /\b(?:is|are|was|were|been|being|stands?)(?: \S+){0,2}? ~?(?:accused|suspected) of\b/;
const ALLEGED_TO = /\b(?:is|are|was|were) (?:\S+ )?~?alleged to have\b/;
const SAYING_THAT = /(?:^| )(?:of |and )?(?:having |been )?~(?!accus)\S+(?:ing|ed|en|id|ote|old)\b/;

const EXPECTED =
  /\b(?:expected|due|set|scheduled|likely|poised|supposed|about|~?told|~?asked|~?ordered|instructed|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|going|is|are|was|were) to (?:\S+ )?~(?!ask)/;
const WILL = /(?:\b(?:will|shall|wo)|['’]ll)\b(?: \S+)? ~(?!ask)/;
const NEWS = /~(?:announc|unveil|propos|declar|promis|pledg|reveal)/; // with what is said in a noun: `a new date`

const rows: readonly Row[] = [
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

const REJECTS =
  /(?:^| )~?(?:reject|dismiss|refut|disput|rebut|contest|contradict)\S* (?:\S+ ){0,2}?~?(?:accusation|allegation|assertion|charge|claim|idea|notion|report|rumou?r|suggestion)s? (?:that|of having)\b/;

function isDenial({ verb }: Clause): boolean {
  return /~den(?:y|ies|ied|ying)\b/.test(verb);
}

function isAsked({ verb, hasSubject }: Clause): boolean {
  return ASKED.test(verb) || (!hasSubject && ASKED_FIRST.test(verb));
}

function isQuoted({ words }: Clause): boolean {
  return words.some(({ quotation }) => quotation > 0);
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
  if (WOULD.test(verb)) return IF.test(textOf(around));
  return kind !== 'direct' && WOULD_SAY.test(said) && IF.test(`${textOf(around)} ${said}`);
}

function afterAccused(verb: string): string {
  return verb.replace(/^.*~?(?:accused|suspected) of|^.*~?alleged to have/, '');
}

/** The attribution with content from some word on; as it is where that leaves nothing. */
function contentFrom(attribution: Attribution, words: readonly Word[], at: number): Attribution {
  const start = words[at]?.mark === 1 ? words[at + 1] : words[at];
  if (at < 0 || start === undefined) return attribution;
  const closing = words.at(-1);
  const isAllQuoted =
    words[at]?.mark === 1 && closing?.mark === 2 && closing.quotation === start.quotation;
  const rest = attribution.content.filter((piece) => piece.end > start.start);
  const content = rest.map((piece) => ({
    start: Math.max(
      piece.start,
      words[at]?.mark === 1 && !isAllQuoted ? (words[at]?.start ?? 0) : start.start,
    ),
    end: isAllQuoted ? Math.min(piece.end, closing.start) : piece.end,
  }));
  const inside = words.slice(at).filter(({ mark, shape }) => mark === 0 && shape < 4);
  const quoted = inside.filter(({ quotation }) => quotation > 0).length;
  const kind = quoted === 0 ? 'indirect' : quoted === inside.length ? 'direct' : 'mixed';
  return { ...attribution, content, kind };
}

/** `her assistants | whether anyone had seen it`: a question begins with its question word. */
function fromQuestion({ words }: Clause, attribution: Attribution): Attribution {
  const question = new RegExp(`^${WH}$`);
  return contentFrom(
    attribution,
    words,
    words.findIndex(({ token }) => question.test(token.lower)),
  );
}

/** `Lee was asked whether …`: he does not ask; who does is only told with `by`. */
function whoAsks(clause: Clause, attribution: Attribution): Attribution {
  const asked = fromQuestion(clause, attribution);
  if (!isAsked(clause)) return asked;
  const by = clause.around.findIndex(({ token }) => token.lower === 'by');
  const start = clause.words[0]?.start ?? 0;
  const asker = clause.around.filter((word, i) => by >= 0 && i > by && word.end <= start);
  const isWay = /^(?:e-?mail|letter|phone|post|telephone|text)$/.test(asker[0]?.token.lower ?? '');
  return { ...asked, source: isWay ? null : spanOf(withoutStop(asker)) };
}

const DENIED_SAYING =
  /^(?:that )?(?:(?:he|she|they|it|i|we) )?(?:(?:had|has|have|having|ever|never|did|was|were) )*~(?:say|said|saying|tell|told|telling|claim|claimed|claiming|write|wrote|written|writing|state|stated|suggest|suggested)(?: to)?(?: (?!that\b|“|so\b|it\b|this\b)\S+){0,5} (?=that|“)/;

/** `denied that she had ever said | “…”`: what is denied is what she is held to have said. */
function whatIsDenied({ said, words }: Clause, attribution: Attribution): Attribution {
  const lead = DENIED_SAYING.exec(said)?.[0];
  return lead === undefined
    ? attribution
    : contentFrom(attribution, words, lead.split(' ').length - 1);
}

/** `rejected claims that | it was late` */
function behindThat({ said, words }: Clause, attribution: Attribution): Attribution {
  const that = /^(?:\S+ ){0,4}?(?:that|of)\b/.exec(said)?.[0].split(' ').length ?? 0;
  return contentFrom(attribution, words, that);
}

/** `is accused of having promised | delivery “by Easter”` */
function whatWasSaid({ verb, said, words }: Clause, attribution: Attribution): Attribution {
  if (SAYING_THAT.test(afterAccused(verb))) return withoutAddressee(said, words, attribution);
  const at = words.findIndex(({ token }) => isSaying(token.lemma));
  return contentFrom(attribution, words, at + 1);
}

/** `telling | him he knew` */
function withoutAddressee(
  said: string,
  words: readonly Word[],
  attribution: Attribution,
): Attribution {
  const addressee = /^(?:him|her|them|me|us|it) (?=that |he |she |they |it |the |to |“)/.test(said);
  return addressee ? contentFrom(attribution, words, 1) : attribution;
}

/** `The suit accused | him | of having promised delivery`: he is held to have said it. */
function whoIsAccused({ words }: Clause, attribution: Attribution): Attribution {
  const of = words.findIndex(({ token }) => token.lower === 'of');
  const saying = words.findIndex(({ token }, i) => i > of && isSaying(token.lemma));
  const accused = spanOf(words.slice(0, of));
  return accused === null
    ? attribution
    : { ...contentFrom(attribution, words, saying + 1), source: accused };
}
