import { isForename } from '../text/lexicon/forenames.ts';
import { isHeadBefore, isPair, isWithThe } from '../text/lexicon/organisation-heads.ts';
import { isOrganisationWord } from '../text/lexicon/organisations.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isTitle } from '../text/lexicon/titles.ts';
import { isEnglishWord, type Token } from '../text/tokens.ts';
import { isCapital, isParticle, PARTICLES } from './name-words.ts';

const LINKS = new RegExp(`^(?:of|the|and|for|on|${PARTICLES}|&|-|['’]s?)$`, 'iu');

/** Whether a word or mark can stand between the words of a name: `of`, `van`, `&`. */
export function isLink(word: string): boolean {
  return LINKS.test(word);
}

/** Whether a joining word stands at `at` as inside a name: a hyphen and an apostrophe only where they are tied. */
export function joins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || !LINKS.test(token.text)) return false;
  if (token.text === '-') return token.start === before.end && tokens[at + 1]?.start === token.end;
  if (/^['’]$/.test(token.text)) return token.start === before.end && isOwner(tokens, at);
  return true;
}

const COMPOUND =
  /^(?:based|led|run|born|era|wide|like|style|elect|old|owned|made|only|free|backed|bound|area|level|class|size|type|held|built|fed|bred|time|hit|long|past)$/;

/** `Han Ji-min`: the small half of a given name; not `the Ode-led talks`. */
export function isSyllable(tokens: readonly Token[], from: number, at: number): boolean {
  const [before, hyphen, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (hyphen?.text !== '-' || hyphen.start !== before?.end || next?.start !== hyphen.end)
    return false;
  const isShort = /^\p{Lu}\p{Ll}{0,4}$/u.test(before.text) && /^\p{Ll}{1,5}$/u.test(next.text);
  const isFollowed = /^(?:NOUN|ADJ)$/.test(tokens[at + 2]?.tag ?? '');
  const isFull = at - from > 1 || isCapital(tokens[at + 2]);
  return isShort && isFull && !isFollowed && !COMPOUND.test(next.text);
}

/** `Department for Culture, Media and Sport`: a comma inside the name of an office. */
export function isListed(tokens: readonly Token[], from: number, at: number): boolean {
  const [comma, word, and, last] = tokens.slice(at, at + 4);
  const head = tokens.slice(from, at);
  return (
    comma?.text === ',' &&
    /^(?:and|&)$/.test(and?.lower ?? '') &&
    isPlainCapital(word) &&
    isPlainCapital(last) &&
    isFor(head)
  );
}

/** `Department for Culture`: an office with what it is for. */
function isFor(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ lower }) =>
      /^(?:department|ministry|committee|office|board|agency)$/.test(lower),
    ) && tokens.some(({ lower }) => /^(?:of|for|on)$/.test(lower))
  );
}

/** A word of English with a capital, no forename: `Culture`, `Tenants`. */
function isPlainCapital(token: Token | undefined): boolean {
  const { text, lower } = token ?? { text: '', lower: '' };
  return isCapital(token) && isEnglishWord(lower) && !isForename(text);
}

/** `Tenants’ Association`, `Women’s Institute`, `St Ode’s Hospital`: an owner that is part of the name. */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const owner = tokens[at - 1];
  const isSaint = /^(?:st|saint)\.?$/.test(tokens[at - 2]?.lower ?? '');
  const isPlural =
    tokens[at]?.text.length === 1 && (isPlainCapital(owner) || isTrade(tokens, at - 1));
  if (
    !isSaint &&
    !isPlural &&
    !/^(?:(?:wo)?men|children|people|queen|king)$/i.test(owner?.text ?? '')
  )
    return false;
  const next = tokens.slice(at + 1, at + 5);
  const end = next.findIndex((token) => !isCapital(token));
  return (end < 0 ? next : next.slice(0, end)).some(({ text }) => isOrganisationWord(text));
}

/** `the Netmakers’ Guild`: people of a trade by their ending, behind `the`; not `Ann Rogers’ Council`. */
function isTrade(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (isCapital(tokens[from]) && !/^the$/i.test(tokens[from]?.text ?? '')) from -= 1;
  const named = tokens.slice(from + 1, at + 1);
  return (
    /^the$/i.test(tokens[from]?.text ?? '') &&
    /^\p{Lu}\p{Ll}{3,}(?:ers|ors|ists|men|women)$/u.test(tokens[at]?.text ?? '') &&
    !named.some(({ text }) => isForename(text) || isTitle(text))
  );
}

/** Whether the joining word at `at` separates two names instead of joining one. */
export function parts(tokens: readonly Token[], start: number, at: number, to: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (!LINKS.test(word) || at === start) return false;
  const before = tokens.slice(start, at);
  if (/^['’]s?$/.test(word)) return !isOwner(tokens, at);
  if (word === 'of' || word === 'for') {
    // `Ministry of Commerce`, `Secretary of State` hold together; `Smith of Ohio` does not
    const held = before.at(-1)?.text ?? '';
    // `Managing Director of Orrin Mills Ltd`: who heads an organisation is not part of its name
    const after = tokens.slice(at + 1, to).filter(({ lower }) => lower !== 'the');
    const isHead = isTitle(held) && isOrganisationWord(after.at(-1)?.text ?? '');
    if (isHead && after.some((token) => !isEnglishWord(token.lower))) return true;
    if (word === 'of' && isWhole(tokens, start, at, to)) return false;
    return !isHeadBefore(held, word) && !isTitle(held);
  }
  if (word === 'on') return !isTitle(before.at(-1)?.text ?? ''); // `Special Adviser on Media`
  if (word === 'the') return !/^(?:of|for|and)$/.test(tokens[at - 1]?.lower ?? '');
  if (word === 'and' || word === '&') {
    const after = tokens.slice(at + 1, to);
    if (isKnownPair(before, after)) return false;
    // `Department of Farming and the Environment`
    if (after[0]?.lower === 'the') return !(isFor(before) && isWithThe(after[1]?.text ?? ''));
    const organised = before.some((token) => isOrganisationWord(token.text));
    const isOne =
      word === '&' ||
      (organised && before.some((token) => /^(?:of|for)$/.test(token.lower))) ||
      isPairOf(tokens, start, at, to) ||
      isOfTrades(tokens, start, at, to);
    return !isOne || isTitle(after[0]?.text ?? '') || isForename(after[0]?.text ?? '');
  }
  return word !== '-' && !isParticle(word);
}

/** `the Gift of Light Foundation`: plain words around `of`, of which the last tells an organisation. */
function isWhole(tokens: readonly Token[], start: number, of: number, to: number): boolean {
  const [before, after] = [tokens.slice(start, of), tokens.slice(of + 1, to)];
  const isThing = (token: Token): boolean =>
    isCapital(token) &&
    isEnglishWord(token.lower) &&
    !isTitle(token.text) &&
    !isPerson(token.lower);
  return (
    tokens[start - 1]?.lower === 'the' &&
    before.length === 1 &&
    after.length === 2 &&
    [...before, ...after].every(isThing) &&
    isOrganisationWord(after.at(-1)?.text ?? '')
  );
}

/** `Ode Fire and Rescue`, `Ode and District Council`. */
function isKnownPair(before: readonly Token[], after: readonly Token[]): boolean {
  const [left, right] = [before.at(-1)?.text ?? '', after[0]?.text ?? ''];
  const isArea = /^District$/i.test(right) && after.some(({ text }) => isOrganisationWord(text));
  return isPair(left, right) || isArea;
}

/** `the Cabin and Ground Staff Union`: two plain words that one organisation is for. */
function isPairOf(tokens: readonly Token[], start: number, and: number, to: number): boolean {
  const before = tokens.slice(start, and);
  return (
    tokens[start - 1]?.lower === 'the' &&
    before.length <= 2 &&
    before.every((token) => isPlainCapital(token) && !isOrganisationWord(token.text)) &&
    isPlainCapital(tokens[and + 1]) &&
    (isOrganisationWord(tokens[to - 1]?.text ?? '') || tokens[to - 1]?.lower === 'executive') &&
    to - and > 2
  );
}

const TRADES = /^\p{Lu}\p{Ll}{2,}(?:ers|ors|ists|men|women|ees)$/u;

/** `the Lund Makers and Sellers Association`: people of two trades, for whom one organisation is. */
function isOfTrades(tokens: readonly Token[], start: number, and: number, to: number): boolean {
  const [left, right] = [tokens[and - 1]?.text ?? '', tokens[and + 1]?.text ?? ''];
  const isOrganised = isOrganisationWord(tokens[to - 1]?.text ?? '') && to - and > 2;
  return (
    tokens[start - 1]?.lower === 'the' && isOrganised && TRADES.test(left) && TRADES.test(right)
  );
}
