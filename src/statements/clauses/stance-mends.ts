import { isSaying } from '../../text/lexicon/saying.ts';
import type { Attribution } from '../attribution.ts';
import type { Word } from '../tagging/word.ts';
import { kindOfWords } from './attribution-spans.ts';
import { spanOf, withoutStop } from './reporting-clauses.ts';
import { afterAccused, type Clause, isAsked, SAYING_THAT, WH } from './stance-clause.ts';

/** The attribution with its content cut to start at a given word; unchanged if that leaves nothing. */
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
  return { ...attribution, content, kind: kindOfWords(words.slice(at)) };
}

/** `her assistants | whether anyone had seen it`: a question begins with its question word. */
export function fromQuestion({ words }: Clause, attribution: Attribution): Attribution {
  const question = new RegExp(`^${WH}$`);
  return contentFrom(
    attribution,
    words,
    words.findIndex(({ token }) => question.test(token.lower)),
  );
}

/** `Lee was asked whether …`: he does not ask; only `by` tells who does. */
export function whoAsks(clause: Clause, attribution: Attribution): Attribution {
  const asked = fromQuestion(clause, attribution);
  if (!isAsked(clause)) return asked;
  const around = clause.around();
  const by = around.findIndex(({ token }) => token.lower === 'by');
  const start = clause.words[0]?.start ?? 0;
  const asker = around.filter((word, i) => by >= 0 && i > by && word.end <= start);
  const isWay = /^(?:e-?mail|letter|phone|post|telephone|text)$/.test(asker[0]?.token.lower ?? '');
  return { ...asked, source: isWay ? null : spanOf(withoutStop(asker)) };
}

const DENIED_SAYING =
  /^(?:that )?(?:(?:he|she|they|it|i|we) )?(?:(?:had|has|have|having|ever|never|did|was|were) )*~(?:say|said|saying|tell|told|telling|claim|claimed|claiming|write|wrote|written|writing|state|stated|suggest|suggested)(?: to)?(?: (?!that\b|“|so\b|it\b|this\b)\S+){0,5} (?=that|“)/;

const HOLDS_VERB = /\b(?:that|having|ever|is|was|were|had|has|be|been)\b/;

/** `denied that she had ever said | “…”`: what is denied is what she allegedly said. */
export function whatIsDenied({ said, words }: Clause, attribution: Attribution): Attribution {
  const aside = /^[^,]*, (?=(?:ever|having|\S+ing) )/.exec(said)?.[0]; // `loudly, | ever saying so`
  if (aside !== undefined && !/ (?:and|or) , $/.test(aside) && !HOLDS_VERB.test(aside))
    return contentFrom(attribution, words, aside.trim().split(' ').length);
  const lead = DENIED_SAYING.exec(said)?.[0];
  return lead === undefined
    ? attribution
    : contentFrom(attribution, words, lead.split(' ').length - 1);
}

/** `rejected claims that | it was late` */
export function behindThat({ said, words }: Clause, attribution: Attribution): Attribution {
  const that = /^(?:\S+ ){0,4}?(?:that|of)\b/.exec(said)?.[0].split(' ').length ?? 0;
  return contentFrom(attribution, words, that);
}

/** `is accused of having promised | delivery “by Easter”` */
export function whatWasSaid({ verb, said, words }: Clause, attribution: Attribution): Attribution {
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
  const addressee = /^(?:him|her|them|me|us) (?=that |he |she |they |it |the |to |“)/.test(said);
  return addressee ? contentFrom(attribution, words, 1) : attribution;
}

const LONGEST_HEARER = 8; // words: `a radio host in March that`

/** `The suit accused | him | of having promised delivery`: he allegedly said it. */
export function whoIsAccused({ words }: Clause, attribution: Attribution): Attribution {
  const of = words.findIndex(({ token }) => token.lower === 'of');
  const saying = words.findIndex(({ token }, i) => i > of && isSaying(token.lemma));
  const accused = spanOf(words.slice(0, of));
  if (accused === null) return attribution;
  // `having told | a radio host in March that | it was late`
  const isTold = words[saying]?.token.lemma === 'tell';
  const that = words.findIndex(({ token }, i) => i > saying && token.lower === 'that');
  const from = isTold && that > 0 && that - saying <= LONGEST_HEARER ? that : saying;
  return { ...contentFrom(attribution, words, from + 1), source: accused };
}
