import type { Story } from '../story/story.ts';
import { STREETS } from '../text/lexicon/figure-words.ts';
import { genderOfForename } from '../text/lexicon/forenames.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { isTitle as isPersonsTitle } from '../text/lexicon/titles.ts';
import { covers, type Span } from '../text/span.ts';

/** Whether a word for a time belongs to the name of someone or something: `April Jones`, `Sunday Lane`. */
export function isNameOfOther(story: Story, span: Span): boolean {
  return (
    isInName(story, span) ||
    isTitle(story.article.text, span) ||
    isQuoted(story.article.text, span) ||
    isOfPlace(story.article.text, span) ||
    isKindOfDay(story.article.text, span)
  );
}

/** `April Jones`, `The Sunday Post`: a time word in a person's name, or in a longer name of a thing. */
function isInName(story: Story, span: Span): boolean {
  const size = span.end - span.start;
  const isOneWord = !/ /.test(story.article.text.slice(span.start, span.end));
  return story.names.some(({ kind, mentions }) => {
    const isAlone = kind === 'person' && isOneWord; // `Mr. May`, `June`
    if (kind !== 'person' && kind !== 'organisation') return false;
    return mentions.some((one) => covers(one, span) && (isAlone || one.end - one.start > size));
  });
}

/** `gave theirs as “Mothering Sunday”`: a name in quotation marks of its own. */
function isQuoted(text: string, { start, end }: Span): boolean {
  if (!/^[,.]?[”"’]/.test(text.slice(end, end + 2))) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  const [, opening] = /[“"‘]((?:\p{Lu}\p{Ll}+ )*)$/u.exec(before) ?? [];
  if (opening === undefined) return false;
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+$/u.test(`${opening}${text.slice(start, end)}`);
}

/** `at the April 4 Stadium`: a date that a place is called by. */
function isOfPlace(text: string, { start, end }: Span): boolean {
  return (
    /\d/.test(text.slice(start, end)) &&
    /^ (?:Stadium|Arena|Ground|Street|Square|Avenue|Bridge|Airport|Hospital|School|Park|Hall|Museum|University|Station|Movement|Brigade)\b/.test(
      text.slice(end, end + 20),
    )
  );
}

/** `lost pay for working Saturdays`, `free Mondays`, `the next spring tide`: which days or tides, and not when. */
function isKindOfDay(text: string, { start, end }: Span): boolean {
  if (/spring$/i.test(text.slice(start, end)) && /^ tides?\b/.test(text.slice(end, end + 6)))
    return true;
  return (
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days$/.test(text.slice(start, end)) &&
    /\b(?:free|working|paid|unpaid|most|many|all|take|took|taken|lose|lost) $/i.test(
      text.slice(Math.max(0, start - 10), start),
    )
  );
}

const DAY_WORD = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const SEASON_WORD = /^(?:[Tt]he )?(?:Spring|Summer|Autumn|Winter)$/;

/** `the Sunday Echo`, `Sunday Okoro, a painter`: a day with a capitalised word after it, and nothing before it that makes it a time. */
function isTitle(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  if (!DAY_WORD.test(words) && !SEASON_WORD.test(words)) return false;
  const ahead = text.slice(Math.max(0, start - 40), start);
  if (isSurname(ahead, text.slice(end, end + 24))) return true;
  if (/\b[Tt]he (?:Evening|Morning|Daily|Weekly) $/.test(ahead)) return true; // a paper
  const behind = /^ (\p{Lu}[\p{L}’'-]+)/u.exec(text.slice(end, end + 40))?.[1];
  if (behind === undefined || AFTER_DAY.test(behind)) return false;
  if (STREETS.has(behind.toLowerCase())) return true; // `from Sunday Lane`
  return !/(?:\b(?:on|last|next|this|by|until|since|late|early|from|to)|[,)]) $/i.test(ahead);
}

const AFTER_DAY = /^(?:Week|GMT|BST)$/;

/** `Ada Monday`, `the former weatherman Gil Sunday`, `Idris Monday, the 17-year-old`. */
function isSurname(ahead: string, behind: string): boolean {
  const [, before = '', first] = /(?:([\p{L}’.-]+) )?(\p{Lu}\p{L}+) $/u.exec(ahead) ?? [];
  if (first === undefined) return false;
  if (genderOfForename(first) !== null || isPersonsTitle(first)) return true;
  if (isPerson(before.toLowerCase()) || isPersonsTitle(before.replace('.', ''))) return true;
  const isPlaced = /^(?:in|at|near|from|of|on|told|to)$/i.test(before); // `in Seoul Tuesday, the ministry said`
  return !isPlaced && /^, (?:the \d|an? \d|\d\d,|who |whose |aged )/.test(behind);
}
