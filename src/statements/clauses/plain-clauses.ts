import { covers, overlaps, type Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import { findSubject, phraseOf, readChunks } from '../tagging/chunks.ts';
import type { Unit, Word } from '../tagging/unit.ts';
import { kindOfWords } from './attribution-spans.ts';
import { phraseBefore } from './clause-rules.ts';
import { spanOf, withoutStop } from './reporting-clauses.ts';
import { textOf, WH } from './stance-clause.ts';

/**
 * What was found, and the statements of sentences that are plain and that the taggers leave out all the
 * same: `denied having said so`, `branded him “a fool”`, `a jury was told`.
 */
export function withPlainClauses(
  unit: Unit,
  found: readonly Attribution[],
): readonly Attribution[] {
  let all = found.flatMap((one) => cutAtMainVerb(unit, one));
  for (const sentence of sentencesOf(unit)) {
    const text = textOf(sentence);
    for (const row of rows) {
      const read = readRow(unit, sentence, text, row);
      if (read === null || all.some((one) => isTaken(one, read, row))) continue;
      const isOwn = ({ cue }: Attribution): boolean =>
        isSame(cue, read.cue) || read.content.some((piece) => isSame(cue, piece)); // found again inside
      all = [...all.filter((one) => !isOwn(one)), read];
    }
  }
  return all;
}

function isSame(a: Span | null, b: Span | null): boolean {
  return a !== null && b !== null && overlaps(a, b);
}

/** Whether a clause is found already, or stands in what someone says. */
function isTaken(one: Attribution, read: Attribution, { replaces }: Row): boolean {
  const { cue } = read;
  if (isSame(one.cue, cue)) return !replaces;
  const isHeld = (span: Span): boolean => one.content.some((piece) => covers(piece, span));
  if (read.kind === 'direct' && read.content.every(isHeld)) return true;
  return cue !== null && one.content.some((piece) => overlaps(piece, cue));
}

/** A kind of clause as text (see `textOf`): its cue and what is said, and, if it stands there, who says it. */
interface Row {
  readonly pattern: RegExp;
  /** Where who says it stands: the subject of the cue, in the pattern, or nowhere. */
  readonly source: 'subject' | 'here' | 'none';
  /** Whether it is read so, whatever the taggers make of its cue. */
  readonly replaces: boolean;
}

const NAMES_IT = 'brand|call|deem|describ|dismiss|dubb?|label|mock|term';
const HEARERS = '(?:court|hearing|inquest|inquiry|jurors|jury|magistrates|panel|tribunal)';
const TIME = '(?: (?:on|at|in|yesterday|today|earlier|later)(?: \\S+){0,3})?';
const GOES_ON =
  '(?:says?|said|reports?|reported|writes?|wrote|argues?|argued|adds?|added|claims?|claimed|insists?|insisted|explains?|explained|notes?|noted|warns?|warned|recalls?|recalled)';

const rows: readonly Row[] = [
  // `denied having said so`
  {
    pattern: /(?<cue>~den(?:ies|ied|y)) (?<said>(?:that|having|ever|any) .*)/d,
    source: 'subject',
    replaces: false,
  },
  // `would not say whether`, `declined to say who`, `never said that`
  {
    pattern: new RegExp(
      `(?<cue>(?:(?:would|could|did|does|do|will|has|have|had) (?:not|never)|never|(?:declined|refused|declines|refuses)(?: \\S+){0,6}? to|unable to) ~\\S+)(?: \\S+){0,3}? (?<said>(?:${WH}|that|“) .*)`,
      'd',
    ),
    source: 'subject',
    replaces: false,
  },
  // `was asked whether`
  {
    pattern: new RegExp(
      `(?<cue>(?:was|were|is|been)(?: \\S+)? ~asked)(?: \\S+){0,4}? (?<said>${WH} .*)`,
      'd',
    ),
    source: 'none',
    replaces: false,
  },
  // `Asked by e-mail how deep it was, she declined`
  {
    pattern: new RegExp(
      `^(?:when |after being )?(?<cue>~?(?:asked|pressed|questioned))(?: [^ ]+){0,6}? (?<said>${WH} [^,]*) ,`,
      'd',
    ),
    source: 'none',
    replaces: false,
  },
  // `is expected to tell the council that`, `will say that`
  {
    pattern:
      /(?<cue>(?:(?:is|are|was|were) (?:expected|due|set|scheduled|likely) to|will) ~(?:say|tell|announce|argue|claim))(?: \S+){0,8}? (?<said>(?:that|“) .*)/d,
    source: 'subject',
    replaces: false,
  },
  // `is accused of telling`
  {
    pattern: /(?<cue>(?:is|are|was|were|been|stands?) ~accused of(?: having)?) (?<said>~\S+ .*)/d,
    source: 'subject',
    replaces: false,
  },
  // `branded him “a fool”`
  {
    pattern: new RegExp(
      `(?<cue>~?(?:${NAMES_IT})(?:e?d|s|es)) (?<said>(?:[^ “”,]+ ){1,8}?“ [^”]* ”)`,
      'd',
    ),
    source: 'subject',
    replaces: false,
  },
  // `accused him of “folly”`, `described it as “a folly”`
  {
    pattern:
      /(?<cue>~(?:accused?s?|describe[sd]?)) (?<said>(?:[^ “”,]+ ){1,8}?(?:of|as) “ [^”]* ”)/d,
    source: 'subject',
    replaces: false,
  },
  // `told the paper that “…”`, `he went, “…”`
  {
    pattern:
      /(?<cue>~(?:said|says|told|tells|wrote|writes|replied|shouted)|went)(?: [^ “”,.:]+){0,6}?(?: [,:])? (?<said>“ [^”]* ”)/d,
    source: 'subject',
    replaces: false,
  },
  // `Ann said there was more`, `a reader told us they were dull`, `a study found that it was late`
  {
    pattern:
      /(?<cue>~(?:said|says|told (?:me|us|him|her|them))|found|~suggests) (?<said>that .*|(?:it|there|he|she|they|we|i) [^“]*)$/d,
    source: 'subject',
    replaces: false,
  },
  // `It was late, the keeper Ann Ode told Radio Vale.`
  {
    pattern:
      /^(?<said>[^“]{20,}) , (?<source>(?:[^ ,“]+ ){1,6})(?<cue>~told) (?:[^ ,“]+ ){1,6}\.$/d,
    source: 'here',
    replaces: false,
  },
  // `…, as reported by the Post`
  {
    pattern:
      /^(?:[^“]*? that )?(?<said>.*) , as (?<cue>~?(?:reported|told|claimed)) by (?<source>[^,]*?) \.$/d,
    source: 'here',
    replaces: false,
  },
  // `…, a jury was told on Monday`, `The court heard that …`
  {
    pattern: new RegExp(
      `^(?<said>.{20,}) , (?:a|an|the) (?:\\S+ ){0,3}?${HEARERS} (?<cue>(?:has )?heard|(?:was|were|has been) ~told)${TIME} \\.$`,
      'd',
    ),
    source: 'none',
    replaces: true,
  },
  // `Over nine months, the team reports, it fell by a fifth`
  {
    pattern: new RegExp(
      `^(?<said>(?:[^ ,]+ ){1,8}), (?<source>(?:the|an?|his|her|its|their) (?:[^ ,]+ ){1,3})(?<cue>~?${GOES_ON}|went on) , (?<rest>.*)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `If it holds, say its authors, it is news`
  {
    pattern: new RegExp(
      `^(?<said>[^“]*) , (?<cue>~?${GOES_ON}) (?<source>(?:the|an?|his|her|its|their) (?:[^ ,]+ ){1,4}), (?<rest>.*)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `By his own account he was late`
  {
    pattern: /^by (?<source>his|her|their) own (?<cue>account|admission)(?: ,)? (?<said>.*)/d,
    source: 'here',
    replaces: false,
  },
];

function sentencesOf({ words }: Unit): readonly (readonly Word[])[] {
  const found = new Map<number, Word[]>();
  for (const word of words) {
    const same = found.get(word.sentence);
    if (same === undefined) found.set(word.sentence, [word]);
    else same.push(word);
  }
  return [...found.values()];
}

function readRow(
  unit: Unit,
  sentence: readonly Word[],
  text: string,
  { pattern, source: where }: Row,
): Attribution | null {
  const groups = pattern.exec(text)?.indices?.groups;
  const wordsOf = (name: string): readonly Word[] => {
    const [from, to] = groups?.[name] ?? [0, 0];
    return sentence.slice(countWords(text.slice(0, from)), countWords(text.slice(0, to)));
  };
  const verb = wordsOf('cue');
  const cue = spanOf(verb);
  if (cue === null || verb.some(({ quotation }) => quotation > 0)) return null;
  const [said, rest] = [clauseOf(wordsOf('said')), withoutStop(wordsOf('rest'))];
  const content = [said, rest].map(spanOf).filter((span) => span !== null);
  const source = where === 'here' ? spanOf(withoutStop(wordsOf('source'))) : subjectOf(unit, cue);
  if (content.length === 0 || (where !== 'none' && source === null)) return null;
  const kind = kindOfWords([...said, ...rest]);
  const own = { cue, content, kind, speech: true, confidence: 0.7, outer: null } as const;
  return { ...own, source: where === 'none' ? null : source };
}

function countWords(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(' ').length;
}

/** What is said up to the next clause: a stop, or a comma and `as`, `but`, `which`. */
function clauseOf(words: readonly Word[]): readonly Word[] {
  const stop = words.findIndex(
    (word, i) =>
      word.quotation === 0 &&
      (word.token.text === ';' ||
        (word.shape === 5 && NEXT_CLAUSE.test(words[i + 1]?.token.lower ?? ''))),
  );
  return withoutStop(stop < 0 ? words : words.slice(0, stop));
}

const NEXT_CLAUSE = /^(?:according|after|although|as|but|despite|though|when|which|while|who)$/;

function subjectOf(unit: Unit, cue: Span): Span | null {
  const from = unit.words.findIndex((word) => overlaps(word, cue));
  const chunks = readChunks(unit);
  const phrase = phraseOf(chunks.phrases, findSubject(unit, chunks, { from, to: from + 1 }));
  return phrase === undefined
    ? null
    : spanOf(unit.words.slice(phrase.from, Math.min(phrase.to, from)));
}

const MAIN_VERB = /^(?:declined|declines|denied|denies|refused|refuses)$/;

/** `A woman who said | she was his aunt | refused to say …`: what she said ends before the main verb. */
function cutAtMainVerb(unit: Unit, one: Attribution): readonly Attribution[] {
  const { source, content } = one;
  const [piece, ...more] = content;
  const who = unit.words.findIndex((word) => source !== null && overlaps(word, source));
  if (piece === undefined || more.length > 0 || unit.words[who]?.token.lower !== 'who')
    return [one];
  const said = unit.words.filter((word) => overlaps(word, piece));
  const at = said.findIndex(({ token }) => MAIN_VERB.test(token.lower));
  const before = said.slice(0, Math.max(0, at));
  const isMain = before.some(({ verbal }) => verbal) && before.at(-1)?.token.tag === 'NOUN';
  const subject = spanOf(phraseBefore(unit, who));
  const [verb, own] = [said[at], spanOf(before)];
  const rest = spanOf(withoutStop(said.slice(at + 1)));
  if (!isMain || verb === undefined || own === null || rest === null) return [one];
  const cue = { start: verb.start, end: verb.end };
  return [
    { ...one, content: [own] },
    { ...one, source: subject, cue, content: [rest] },
  ];
}
