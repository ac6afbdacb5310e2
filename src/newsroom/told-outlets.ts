import type { Sentence } from '../article/sentence.ts';
import type { Story } from '../story/story.ts';
import { isOrganisationKind } from '../text/lexicon/organisation-kinds.ts';
import { matchesOf } from '../text/matches.ts';
import { overlaps, type Span } from '../text/span.ts';
import { readWords } from '../text/words.ts';

const WORD = "\\p{Lu}[\\p{L}\\p{N}&’'-]{0,40}";
const TOLD = new RegExp(
  `\\b(?:told|tells|telling) ((?:the )?)(${WORD}(?: (?:& )?${WORD}){0,3})(?=[,.;:”"]|$| (?:that|on|in|over|last|this|by|after|before|at|when|from|how|why|what|he|she|it|they|there)\\b)`,
  'gu',
);

/**
 * Outlets by names that no word gives away, told something and named nowhere else: `she told RNZ`, `a
 * source told the Standard-Nation`. A single plain word may be anybody: it is one only if somebody unnamed told it.
 */
export function toldOutlets(story: Story, { start, end }: Sentence): readonly Span[] {
  return matchesOf(TOLD, story.article.text.slice(start, end)).flatMap(
    ({ 0: all, 1: article = '', 2: words = '', index }): readonly Span[] => {
      const from = start + index + all.length - words.length;
      const at = { start: from, end: from + words.length };
      const isOutlet =
        !isBody(words) &&
        isNamedOnce(story, at) &&
        (article !== '' || LOOKS_NAMED.test(words) || / /.test(words) || isBySource(story, at));
      return isOutlet ? [at] : [];
    },
  );
}

/** Capitals inside: `RNZ`, `StatHouse`, `NRK-Vest`. */
const LOOKS_NAMED = /\p{L}\p{Lu}|-\p{Lu}/u;

const BODIES =
  /^(?:MPs?|MSPs|AMs|TDs|EU|UN|NATO|FBI|CIA|US|UK|NHS|WHO|IMF|WTO|OPEC|Congress|Parliament|Senate|Commons|Lords|Downing|Washington|Brussels|Moscow|Beijing|Whitehall|God|I|Ms?|Mrs?|Dr|Sir|Lord|Lady|Judge|Justice|President|Minister|Prime|Inspector|Sergeant|Captain|Sgt|Capt)$/;
const BODY_WORDS =
  /^(?:assembly|authority|board|cabinet|commission|committee|congress|constabulary|council|court|department|government|house|inquest|inquiry|ministry|office|parliament|police|senate|service|society|tribunal|union)$/;

/** `Congress`, `the High Court`, `Novair Airlines`: told something, and no outlet. */
function isBody(words: string): boolean {
  const parts = words.split(' ');
  return (
    BODIES.test(parts[0] ?? '') ||
    readWords(words).some(({ fold }) => BODY_WORDS.test(fold) || isOrganisationKind(fold))
  );
}

/** Whether a story names it here only, and not as a person or a place. */
function isNamedOnce({ names }: Story, at: Span): boolean {
  return names
    .filter(({ mentions }) => mentions.some((one) => overlaps(one, at)))
    .every(({ kind, mentions }) => !/^(?:person|place)$/.test(kind) && mentions.length === 1);
}

/** `a source told Hoopwire`: those without a name speak to the press. */
function isBySource(story: Story, { start }: Span): boolean {
  const ahead = story.article.text.slice(Math.max(0, start - 90), start);
  return /\b(?:sources?|officials?|insiders?|people (?:close|familiar)|persons? (?:close|familiar)|diplomats?|aides?)\b[^.;“”]{0,60}\b(?:told|tells) $/i.test(
    ahead,
  );
}
