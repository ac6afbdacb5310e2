import { isGesture } from '../../text/lexicon/gestures.ts';
import { isSaying } from '../../text/lexicon/saying.ts';
import { among, lastIndexAt, overlaps, type Span, startingAt, within } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { ofSentence, SHAPE } from '../tagging/word.ts';
import { kindOfWords } from './attribution-spans.ts';
import { spanOf, withoutStop } from './reporting-clauses.ts';

/**
 * A statement without what the taggers wrongly included: what somebody did meanwhile, and the same speaker's next
 * statement.
 */
export function cutContent(unit: Unit, found: Attribution): readonly Attribution[] {
  const attribution = wholeThat(
    unit,
    withObject(unit, withGerund(unit, withoutPicture(unit, found))),
  );
  const { cue, content } = attribution;
  const last = content.at(-1);
  if (cue === null || last === undefined) return [attribution];
  if (content.some(({ end }) => end <= cue.start)) return [withoutDeeds(unit, attribution, cue)];
  if (last.start < cue.end) return [attribution];
  const words = among(unit.words, last);
  const next = readNext(words);
  const [before, after] = [spanOf(words.slice(0, next?.at)), spanOf(next?.said ?? [])];
  if (next === null || before === null) return [attribution];
  const kind = kindOfWords(within(unit.words, { start: cue.end, end: before.end }));
  const own = {
    ...attribution,
    content: [...content.slice(0, -1), withoutComma(words, before)],
    kind,
  };
  const verb = spanOf(next.cue);
  if (verb === null || after === null) return [own];
  const other = { ...attribution, cue: verb, content: [after], kind: kindOfWords(next.said) };
  return [own, { ...other, speech: true }];
}

/** `denies | ever mentioning | it`: everything after the verb is denied. */
function withGerund(unit: Unit, attribution: Attribution): Attribution {
  const { cue, content } = attribution;
  const [first, ...rest] = content;
  if (cue === null || first === undefined || first.start < cue.end) return attribution;
  const [verb, ...more] = among(unit.words, cue);
  const [opening] = more;
  if (verb === undefined || opening === undefined || !/^den(?:y|ies|ied)$/.test(verb.token.lower))
    return attribution;
  if (!/ing$/.test(more.at(-1)?.token.lower ?? '')) return attribution;
  const own = { start: opening.start, end: first.end };
  return { ...attribution, cue: { start: verb.start, end: verb.end }, content: [own, ...rest] };
}

/** `complained that the ending | , in which it closes, is cruel`: a clause extends to its verb. */
function wholeThat(unit: Unit, attribution: Attribution): Attribution {
  const { cue, content } = attribution;
  const piece = content.at(-1);
  if (cue === null || piece === undefined || piece.start < cue.end) return attribution;
  const words = among(unit.words, piece);
  const [that] = words;
  if (that?.token.lower !== 'that') return attribution;
  const sentence = ofSentence(unit.words, that.sentence);
  const [comma, ...more] = sentence.slice(startingAt(sentence, piece.end));
  const isCut =
    !words.some(({ verbal, quotation, token }) => verbal || quotation > 0 || token.tag === 'AUX') &&
    comma?.shape === SHAPE.comma &&
    !more.some(({ quotation }) => quotation > 0);
  const end = withoutStop(more).at(-1)?.end;
  if (!isCut || end === undefined) return attribution;
  return { ...attribution, content: [...content.slice(0, -1), { start: piece.start, end }] };
}

const TAKES_OBJECT = /^(?:call|brand|dub|label|urge)$/;
const LONGEST_OBJECT = 6; // words

/** `called | it | “a puddle”`, `urged | both sides | to talk`: the object it is said about is part of it. */
function withObject(unit: Unit, attribution: Attribution): Attribution {
  const { cue, content } = attribution;
  const [first, ...rest] = content;
  if (cue === null || first === undefined || first.start < cue.end) return attribution;
  const verb = unit.words[lastIndexAt(unit.words, cue)];
  if (verb === undefined || !TAKES_OBJECT.test(verb.token.lemma)) return attribution;
  const between = within(unit.words, { start: cue.end, end: first.start });
  const own = between.filter(({ mark }) => mark === 0);
  const isObject =
    own.length > 0 &&
    own.length <= LONGEST_OBJECT &&
    own.every(
      ({ token, quotation }) =>
        quotation === 0 && /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|PART)$/.test(token.tag),
    );
  if (!isObject) return attribution;
  const words = unit.words.filter(
    (word) => word.start >= cue.end && content.some((piece) => word.start < piece.end),
  );
  const closing = words.find((word) => word.start >= first.end && word.mark === 2);
  const end = between.at(-1)?.mark === 1 && closing !== undefined ? closing.end : first.end;
  const whole = { start: own[0]?.start ?? first.start, end };
  return { ...attribution, content: [whole, ...rest], kind: kindOfWords(words) };
}

const PICTURE = /^(?:picture|photo|photograph|image|video|clip|selfie|meme)$/;

/** `posted | a picture of a goat with the words | “Soon home”`: only the words in what is shown count as said. */
function withoutPicture(unit: Unit, attribution: Attribution): Attribution {
  const [piece, ...more] = attribution.content;
  if (piece === undefined || more.length > 0) return attribution;
  const words = among(unit.words, piece);
  const at = words.findIndex(({ quotation }) => quotation > 0);
  const before = words.slice(0, Math.max(0, at));
  const isShown =
    before[0]?.token.tag === 'DET' &&
    before.slice(1, 4).some(({ token }) => PICTURE.test(token.lower)) &&
    words.slice(at).every(({ quotation, shape }) => quotation > 0 || shape !== SHAPE.small);
  const own = spanOf(quotedOf(words));
  return isShown && own !== null ? { ...attribution, content: [own], kind: 'direct' } : attribution;
}

interface Next {
  /** Where it begins, among the words of what was said before. */
  readonly at: number;
  readonly cue: readonly Word[];
  readonly said: readonly Word[];
}

/** `he knew who did it | but refused to say | whether …`, `it was late | and added | that …` */
function readNext(words: readonly Word[]): Next | null {
  const at = words.findIndex((_, i) => i > 0 && cueAt(words, i) !== null);
  const cue = at < 0 ? null : cueAt(words, at);
  if (cue === null) return null;
  const rest = words.slice(at).filter((word) => word.start >= (cue.at(-1)?.end ?? 0));
  const that = rest.slice(0, LONGEST_HEARER).findIndex(({ token }) => token.lower === 'that');
  return { at, cue, said: withoutStop(that < 0 ? rest : rest.slice(that + 1)) };
}

const LONGEST_HEARER = 5; // words: `told the members of parliament that`
const BETWEEN = /^(?:also|then|later|still|again|has|have|had)$/;
const ADDS =
  /^(?:added|adds|insisted|insists|promised|promises|said|says|told|tells|urged|urges|warned|warns)$/;

/** The saying words after a conjunction: `but | refused to say`, `and | later added`. */
function cueAt(words: readonly Word[], at: number): readonly Word[] | null {
  const link = words[at];
  if (link === undefined || link.quotation > 0 || !/^(?:but|and|though)$/.test(link.token.lower))
    return null;
  let from = at + 1;
  while (BETWEEN.test(words[from]?.token.lower ?? '')) from += 1;
  const [verb, to, act] = words.slice(from, from + 3);
  if (verb === undefined || verb.quotation > 0) return null;
  const refuses = /^(?:declined|declines|refused|refuses)$/.test(verb.token.lower);
  if (refuses && to?.token.lower === 'to' && act !== undefined) return [verb, to, act];
  return ADDS.test(verb.token.lower) ? [verb] : null;
}

function withoutComma(words: readonly Word[], span: Span): Span {
  return spanOf(withoutStop(among(words, span))) ?? span;
}

/** `“It was her,” she said, | nodding at the house. | “She has a key.”`: what a speaker does is not part of what is said. */
function withoutDeeds(unit: Unit, attribution: Attribution, cue: Span): Attribution {
  const content = attribution.content.flatMap((piece) => {
    const words = piece.start >= cue.end ? among(unit.words, piece) : [];
    return isDeed(words) ? (spanOf(quotedOf(words)) ?? []) : [piece];
  });
  if (content.every((piece) => attribution.content.includes(piece)) && content.length > 0)
    return content.length === attribution.content.length
      ? attribution
      : { ...attribution, content };
  const words = unit.words.filter((word) => content.some((piece) => overlaps(word, piece)));
  return { ...attribution, content, kind: kindOfWords(words) };
}

function isDeed([first, second]: readonly Word[]): boolean {
  const doing = first?.token.lower === 'not' ? second : first;
  if (first === undefined || first.quotation > 0 || doing === undefined) return false;
  if (!/(?:ing|ly)$/.test(doing.token.lower)) return false;
  return !isSaying(doing.token.lemma) || isGesture(doing.token.lemma);
}

/** From the first quoted word on, without marks at the ends. */
function quotedOf(words: readonly Word[]): readonly Word[] {
  const from = words.findIndex(({ mark, quotation }) => quotation > 0 && mark === 0);
  const last = words.findLastIndex(({ mark, shape }) => mark === 0 && shape !== SHAPE.comma);
  return from < 0 ? [] : words.slice(from, last + 1);
}
