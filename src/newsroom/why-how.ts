import type { Story } from '../story/story.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import { matchesOf } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import {
  type Candidate,
  endingWell,
  type Features,
  type Passage,
  passageFeatures,
} from './five-w-candidates.ts';

type Clue = readonly [string, RegExp];

/** Words that introduce a reason. */
const REASONS: readonly Clue[] = [
  ['because', /\b(?:because(?: of)?|due to|thanks to|owing to|on account of|as a result of)\b/gi],
  [
    'caused',
    /\b(?:(?:caused|triggered|sparked|driven|prompted|fuell?ed|forced|blamed) (?:by|on)|linked to|attributed (?:\w+ )?to|stem(?:s|med|ming) from|result(?:s|ed|ing) from|put down to|in response to)\b/gi,
  ],
  [
    'blame',
    /\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing)|faults?|credit(?:s|ed|ing)|cit(?:es|ed|ing))\b/gi,
  ],
  ['reason', /\b(?:the (?:main )?(?:reason|cause|motive)s?|why)\b/gi],
  ['after', /\b(?:after|following|in the wake of)\b/gi],
  ['amid', /\b(?:amid|over|in (?:a )?(?:row|dispute|protest) (?:over|at|against))\b/gi],
  [
    'bid',
    /\b(?:in order to|so that|in a bid to|in an effort to|aimed at|in the hope|so as to)\b/gi,
  ],
  ['purpose', /\bto (?=[a-z]{2,}\b)/gi],
  ['as', /\b(?:as|since)\b/gi],
  ['forDoing', /\bfor (?=(?:not |allegedly )?\w+ing\b)/gi],
];

/** Words that introduce a way of doing something. */
const WAYS: readonly Clue[] = [
  ['byDoing', /\bby (?=\w+ing\b)/gi],
  ['by', /\bby (?!\w+ing\b)/gi],
  ['using', /\b(?:using|via|through|by means of|thanks to)\b/gi],
  ['with', /\bwith\b/gi],
  ['without', /\b(?:without|despite)\b/gi],
  [
    'medium',
    /\bin an? (?=(?:[\w-]+ ){0,3}(?:letter|statement|call|phone|conference|interview|speech|tweet|post|email|note|report|video|message|paper|vote|deal|ceremony|raid|operation|auction|ballot))/gi,
  ],
  ['call', /\b(?:describ|call|prais|hail|blam|accus|stag|protest|clear)\w*/gi],
  ['vote', /\b(?:voted|voting|by \d+ votes)\b/gi],
  ['after', /\b(?:after|when|while)\b/gi],
  ['doing', /(?<=, )(?!according)(?:[a-z]+ing)\b/g],
];

/** Why it may have happened: from each word of a reason on, and what comes before `caused`. */
export function whyCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  return passages.flatMap((passage) => [
    ...byClues(story, passage, REASONS),
    ...beforeCausing(story, passage),
  ]);
}

/** How it may have happened: from each word of a way on. */
export function howCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  return passages.flatMap((passage) => byClues(story, passage, WAYS));
}

const CLUES = 5; // of one kind in a passage

function byClues(story: Story, passage: Passage, clues: readonly Clue[]): readonly Candidate[] {
  const words = story.article.text.slice(passage.start, passage.end);
  return clues.flatMap(([name, pattern]) =>
    matchesOf(pattern, words)
      .slice(0, CLUES)
      .filter(({ index }) => words.length - index > 8 && isClue(passage, words, index))
      .filter(({ index }) => !(name === 'medium' && isSaidThere(passage, words, index)))
      .filter(({ index }) => !UNNAMED.test(words.slice(index)))
      .map(({ index }, i) => candidate(story, passage, index, name, i)),
  );
}

/** Not `for 31 years`, `after two nights`, `to an appeal`. */
function isClue({ words, start }: Passage, text: string, index: number): boolean {
  if (LENGTHS.test(text.slice(index))) return false;
  if (!/^to /i.test(text.slice(index))) return true;
  const at = words.findIndex((one) => one.start >= start + index);
  return words[at]?.tag === 'PART' || /^(?:VERB|AUX)$/.test(words[at + 1]?.tag ?? '');
}

/** `She said in a statement`: how it was said, not how it happened. */
function isSaidThere({ words, start }: Passage, text: string, index: number): boolean {
  const before = words.filter((one) => one.end <= start + index);
  const verb = before.findLast((one) => one.tag === 'VERB');
  const behind = /^in an? (?:[\w-]+ ){0,4}\w+,? (?:said|says|told|wrote|added)\b/i;
  return (verb !== undefined && isSaying(verb.lemma)) || behind.test(text.slice(index));
}

/** `because she was not authorised to speak`: why somebody is not named, not why it happened. */
const UNNAMED =
  /^(?:because(?: of)?|as|since|after|to|for) (?:(?!\b(?:said|says)\b)[^.;]){0,60}?\b(?:(?:not|never|n['’]t)(?: been| be)? (?:authori[sz]ed|allowed|permitted|cleared|free|supposed) to (?:speak|talk|comment|discuss|brief)|(?:not|never)(?: to)? be(?:ing)? (?:named|identified)|(?:name|identity|surname)s?(?: be| not be)? (?:used|published|printed|withheld)|(?:discuss|speak|talk)(?:ing)? (?:\w+ ){0,3}(?:anonymously|candidly|freely|on condition))\b/i;

const LENGTHS =
  /^(?:for|after|since|over|by|following|through) (?:(?:the|an?|his|her|its|their|about|almost|nearly|around|more than|less than|at least|most of|much of|only|just|up to|another) )*(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|first|second|third|fourth|fifth|last|past|next|half|dozens|several|some time|now\b|example|instance|years?|months?|weeks?|days?|hours?|minutes?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may\b|june|july|august|september|october|november|december|dawn|midnight)/i;

/** `An iced sensor caused the crash`, `poor checks led to it`: what stands before. */
function beforeCausing(story: Story, passage: Passage): readonly Candidate[] {
  const words = story.article.text.slice(passage.start, passage.end);
  const found =
    /^["“]?(?:[^.;:]{8,140}?) (?=(?:has |have |had )?(?:caused|led to|triggered|sparked|prompted|forced|drove|is (?:the )?(?:likely |main )?(?:cause|culprit|reason)|(?:is|are|was|were) (?:partly |largely |mainly )?to blame)\b)/.exec(
      words,
    );
  if (found === null) return [];
  const phrase = {
    start: passage.start,
    end: passage.start + endingWell(found[0].trimEnd(), MOST_WORDS).length,
  };
  return [{ passage, phrase, features: featuresOf(story, passage, phrase, 'causing', 0) }];
}

function candidate(
  story: Story,
  passage: Passage,
  at: number,
  name: string,
  place: number,
): Candidate {
  const words = story.article.text.slice(passage.start, passage.end);
  const phrase = clauseFrom(words, passage, at);
  return { passage, phrase, features: featuresOf(story, passage, phrase, name, place) };
}

function featuresOf(
  story: Story,
  passage: Passage,
  phrase: Span,
  name: string,
  place: number,
): readonly Features[] {
  const { words, verbs, lede } = passage;
  const at = words.findIndex((one) => one.end > phrase.start);
  const count = words.filter((one) => one.start >= phrase.start && one.end <= phrase.end).length;
  const finite = verbs.find((one) => !one.bare);
  const text = story.article.text.slice(phrase.start, phrase.end);
  const first = words[at];
  const flag = (holds: boolean): number => (holds ? 1 : 0);
  const clue = {
    [name]: 1,
    [`${name} in headline`]: flag(passage.headline),
    [`${name} in lede`]: lede,
    [`${name} early`]: flag(!passage.headline && passage.index < 3),
  };
  const own = {
    again: flag(place > 0),
    opensPassage: flag(at === 0),
    afterMain: flag(finite !== undefined && at > finite.main),
    parted: flag(first?.parted === true && at > 0),
    brief: flag(count < 4),
    few: flag(count < 7),
    lengthy: flag(count > 12),
    insideQuotes: flag(first?.quoted === true),
    verbInside: flag(
      verbs.some(
        (one) =>
          (words[one.from]?.start ?? 0) >= phrase.start &&
          (words[one.main]?.end ?? 0) <= phrase.end,
      ),
    ),
    number: flag(/\d/.test(text)),
    timed: flag(
      /\b(?:years?|months?|weeks?|days?|hours?|minutes?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|time)\b/i.test(
        text.slice(0, 40),
      ),
    ),
    saysDoing: flag(/^\S+ (?:\S+ )?\p{L}+ing\b/u.test(text)),
    ill: flag(
      /\b(?:fail|lack|short|loss|lost|rising|rise|fall|demand|pressure|concern|fear|threat|weak|poor|record|cost|avoid|stop|risk|error|fault|heavy|storm|heat|rain)/i.test(
        text,
      ),
    ),
    charged: flag(
      /\b(?:jailed|sentenced|convicted|guilty|fined|sacked|fired|praised|criticised|criticized|arrested|charged|suspended|banned|sued|recall(?:s|ed)?|row|dispute|anger|fears?|concerns?|protest(?:s|ed)?|strikes?|scandal|died|killed|closed?|cancelled|delayed|cut)\W+(?:\S+ ){0,3}$/i.test(
        story.article.text.slice(Math.max(passage.start, phrase.start - 60), phrase.start),
      ),
    ),
    late: flag(passage.index > 6),
  };
  return [passageFeatures(passage), clue, own];
}

const MOST_WORDS = 18;

/** The clause that begins there, at most 18 words. */
function clauseFrom(words: string, passage: Passage, at: number): Span {
  const rest = words.slice(at);
  const clause = /^.{12,}?(?=[,;:]\s|\s[–—-]\s|[.!?]["”’']*$)/s.exec(rest)?.[0] ?? rest;
  const start = passage.start + at;
  const { length } = endingWell(clause, MOST_WORDS);
  return { start, end: start + Math.max(1, Math.min(length, MOST_WORDS * 20)) };
}
