import type { Sentence } from '../../article/sentence.ts';
import { isPersonLike } from '../../names/descriptions/salient.ts';
import { type Discourse, type Mention, namedIn, sentenceAt } from '../../names/discourse.ts';
import { canBe, genderOfPronoun } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import { genderOfNoun } from '../../names/role-gender.ts';
import { nameOfSource, tokensOf } from '../../names/source-name.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Attribution } from '../attribution.ts';
import { loadAttributionModels } from '../tagging/attribution-weights.ts';
import { findCandidates, shareOut } from './pronoun.ts';
import type { Told, Who } from './told.ts';

/** What leaves open who speaks: a pronoun, or a description that the rules take for someone's. */
export type SourceKind = 'he' | 'it' | 'they' | 'the' | 'owned';

/** A statement of which the story's names are asked: who makes it, by what stands there. */
export interface Asked {
  readonly attribution: Attribution;
  /** Whom the rules name. */
  readonly ruled: Who;
  /** How the rules came to that: their wording without what it quotes and counts. */
  readonly way: string;
  readonly kind: SourceKind;
  /** The words for the speaker, in lower case. */
  readonly words: string;
  readonly tokens: readonly Token[];
  /** The main word of a description, in lower case. */
  readonly noun: string;
  readonly gender: 'male' | 'female' | null;
  readonly at: number;
  readonly sentence: Sentence;
  /** How likely a pronoun means each of those before it, by `pronoun.ts`. */
  readonly chances: ReadonlyMap<Named | null, number>;
  /** The person that the last sentence with one is about, and how many sentences ago. */
  readonly spokenOf: { readonly named: Named; readonly back: number } | null;
  /** The person named last, also in quotation marks. */
  readonly latest: Named | null;
}

/**
 * What is asked about a statement; null where the story itself names the speaker or shows that it is none of those
 * named, where one is spoken of by others, and where the rules know of nobody whom a description fits.
 */
export function readAsked(told: Told, attribution: Attribution, ruled: Who): Asked | null {
  const { discourse, spoken } = told;
  const { source } = attribution;
  if (source === null || attribution.by !== undefined || ruled.isSure) return null;
  const at = source.start;
  const sentence = sentenceAt(discourse, at);
  const tokens = tokensOf(discourse, source);
  const words = discourse.text.slice(at, source.end).toLowerCase();
  const kind = kindOf(discourse, source, words, tokens);
  if (sentence === undefined || kind === null) return null;
  if (kind === 'he' ? attribution.outer !== null : isDescription(kind) && ruled.named === null)
    return null;
  const pronoun = genderOfPronoun(words);
  const noun = headNoun(tokens);
  const chances = new Map<Named | null, number>();
  if (pronoun !== null) {
    const all = findCandidates(discourse, at, pronoun, spoken);
    const shares = shareOut(loadAttributionModels().pronouns, all);
    for (const [i, { named }] of all.entries()) chances.set(named, shares[i] ?? 0);
  }
  return {
    attribution,
    ruled,
    way: ruled.rule.replace(/“[^”]*”|,? ?\d+ %| in ¶.*/gu, ''),
    kind,
    words,
    tokens,
    noun,
    gender: pronoun ?? genderOfNoun(noun),
    at,
    sentence,
    chances,
    spokenOf: spokenOf(discourse, sentence, at, pronoun),
    latest: latestOf(discourse, sentence, at, pronoun),
  };
}

function kindOf(
  discourse: Discourse,
  source: Span,
  words: string,
  tokens: readonly Token[],
): SourceKind | null {
  if (genderOfPronoun(words) !== null) return 'he';
  if (/^its?$/.test(words)) return 'it';
  if (/^the(?:y|ir|m)$/.test(words)) return 'they';
  if (nameOfSource(discourse, source) !== null) return null;
  if (tokens.some(({ text }) => /^['’]s?$/.test(text))) return 'owned';
  return /^the\s/.test(words) ? 'the' : null;
}

/** Whether words describe whoever speaks: `the miner`, `Lund's widow`. */
export function isDescription(kind: SourceKind): boolean {
  return kind === 'the' || kind === 'owned';
}

/** `director` of `the director of rugby`. */
export function headNoun(tokens: readonly Token[]): string {
  const stop = tokens.findIndex(
    ({ tag, lower }, i) =>
      i > 0 && (tag === 'ADP' || /^(?:[,(—–]|who|which|that|whose)$/.test(lower)),
  );
  const own = stop < 0 ? tokens : tokens.slice(0, stop);
  const noun = own.findLast(({ tag }) => /^(?:NOUN|PROPN|ADJ)$/.test(tag)) ?? own.at(-1);
  return noun?.lower ?? '';
}

const FAR = 8; // sentences: further back, nobody is still being spoken of

function spokenOf(
  discourse: Discourse,
  sentence: Sentence,
  at: number,
  gender: 'male' | 'female' | null,
): Asked['spokenOf'] {
  for (let back = 0; back <= FAR; back += 1) {
    const before = discourse.sentences[sentence.index - back];
    if (before === undefined) return null;
    const own = namedIn(discourse, before).filter((one) => isFit(one, at, gender));
    const first = own.find((one) => one.first) ?? own[0];
    if (first !== undefined) return { named: first.named, back };
  }
  return null;
}

function latestOf(
  { bySentence }: Discourse,
  sentence: Sentence,
  at: number,
  gender: 'male' | 'female' | null,
): Named | null {
  for (let back = 0; back <= FAR; back += 1) {
    const last = bySentence[sentence.index - back]?.findLast((one) => isFit(one, at, gender));
    if (last !== undefined) return last.named;
  }
  return null;
}

function isFit({ start, named }: Mention, at: number, gender: 'male' | 'female' | null): boolean {
  return start < at && isPersonLike(named) && (gender === null || canBe(named, gender));
}
