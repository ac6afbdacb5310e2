import { readFileSync } from 'node:fs';
import { creditOpenings, elsewhereOpenings, siteWords } from '../text/lexicon/page-words.ts';
import { relatedLinkOpenings } from '../text/lexicon/related-links.ts';
import type { DomElement } from './dom.ts';
import { plain } from './page-words.ts';

/** A block of a page as it is judged. */
export interface Judged {
  readonly text: string;
  readonly within: DomElement;
  /** Share of its letters that are links. */
  readonly linked: number;
  readonly isProse: boolean;
  readonly isBeside: boolean;
  readonly isHeading: boolean;
  readonly isHidden: boolean;
  /** The elements around it, nearest first. */
  readonly parents: readonly DomElement[];
}

/** A logistic model: a block's score is the sum of its features times their weights, and the offset. */
export interface JudgeWeights {
  readonly weights: readonly number[];
  readonly offset: number;
}

/**
 * The blocks of a page that are its story, of those that the rules chose and those around them. Words of the story lost
 * are worse than words too many: what was chosen is dropped, and what was not is added, only where it is rather sure.
 */
export function judgeBlocks<T extends Judged>(
  all: readonly T[],
  chosen: ReadonlySet<T>,
  headline: string | null,
  model: JudgeWeights = loadWeights(),
): readonly T[] {
  if (chosen.size <= FEW) return all.filter((one) => chosen.has(one));
  const rows = describeBlocks(all, chosen, headline);
  const texts = new Set([...chosen].map(({ text }) => text));
  const kept = all.filter((one, i) => {
    const score = scoreOf(model, rows[i] ?? []);
    if (chosen.has(one)) return score > DROPPED || SPOKEN.test(one.text);
    if (score <= ADDED || !canBeAdded(one) || texts.has(one.text)) return false;
    texts.add(one.text);
    return true;
  });
  return kept.length === 0 ? all.filter((one) => chosen.has(one)) : kept;
}

const FEW = 3; // blocks: a note so short has no lines to spare
const DROPPED = -1; // below it three in four are not the story
const ADDED = 0.5; // above it five in eight are the story

const SPOKEN = /^[–—-]?\s*[“„«‚‘"].*[”“»"’‘]$/su; // `– „Ok.“`: somebody says it, however short

/** A sentence or an item of a list that is shown: a heading or a date outside the story is the page's, however like it. */
function canBeAdded({ isHidden, isHeading, isProse, within }: Judged): boolean {
  return !isHidden && !isHeading && (isProse || within.localName === 'li');
}

/** How far a model takes a block for the story's: above 0, rather than not. */
function scoreOf({ weights, offset }: JudgeWeights, row: readonly number[]): number {
  return row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), offset);
}

const LONGEST_TITLE = 300; // characters
const NEAR = 3; // blocks before and after one that are looked at

/** What speaks for and against each block, a row of numbers each, in the order of the weights. */
export function describeBlocks<T extends Judged>(
  all: readonly T[],
  chosen: ReadonlySet<T>,
  headline: string | null,
): readonly (readonly number[])[] {
  const isStory = all.map((one) => chosen.has(one));
  const isCore = all.map((one, i) => isStory[i] === true && one.isProse);
  const [first, last] = [Math.max(0, isCore.indexOf(true)), isCore.lastIndexOf(true)];
  const counts = countBy(all.map(({ text }) => text));
  const homes = countBy(all.filter((_, i) => isCore[i]).map(({ parents }) => parents[1]));
  const core = Math.max(1, isCore.filter(Boolean).length);
  const isLinked = all.map((one) => one.linked > 0.5);
  const isProse = all.map((one) => one.isProse);
  const leads = all.map(({ text }) => isRelated(text));
  const share = (from: number, to: number, is: readonly boolean[]): number => {
    const [begin, end] = [Math.max(0, from), Math.min(all.length, to)];
    let held = 0;
    for (let i = begin; i < end; i += 1) if (is[i] === true) held += 1;
    return begin >= end ? 0 : held / (end - begin);
  };
  const title = plain(headline ?? '');
  const size = chosen.size;
  let rank = 0;
  return all.map((one, i) => {
    const { text, within, linked, isHeading } = one;
    const [isBefore, isAfter] = [i < first, i > last];
    const isInside = !isBefore && !isAfter;
    const isOwn = isStory[i] === true;
    const at = rank;
    if (isOwn) rank += 1;
    const ends = /[.!?…。][”"’'»)\]]*$/.test(text);
    const tag = within.localName;
    const before = all[i - 1]?.text ?? '';
    return [
      isOwn,
      one.isBeside,
      isHeading,
      linked,
      Math.log(1 + text.length),
      ends,
      text.endsWith(':'),
      tag === 'li',
      /^t[dhr]$/.test(tag),
      tag === 'p',
      /^(?:blockquote|pre|dd|dt)$/.test(tag),
      isBefore,
      isAfter,
      isBefore ? Math.log(1 + first - i) : 0,
      isAfter ? Math.log(1 + i - last) : 0,
      isInside && size > 0 ? 1 - at / size : 0,
      isOwn && size - at <= 3,
      isOwn && at <= 2,
      leads[i] === true,
      text.length < 200 && SITE.test(text),
      text.length < 150 && CREDIT.test(text),
      text.length < 40 && !ends,
      (counts.get(text) ?? 0) > 1,
      text.length < LONGEST_TITLE && title !== '' && plain(text) === title,
      share(i - NEAR, i, isLinked),
      share(i + 1, i + 1 + NEAR, isLinked),
      share(i - NEAR, i, isProse),
      share(i + 1, i + 1 + NEAR, isProse),
      share(i - NEAR, i, isStory),
      share(i + 1, i + 1 + NEAR, isStory),
      (homes.get(one.parents[1]) ?? 0) / core,
      isOwn && linked > 0.3,
      isOwn && isHeading && leads[i] === true,
      isInside && tag === 'li' && linked < 0.3,
      isHeading && isStory[i + 1] !== true,
      before.length < 60 && leads[i - 1] === true,
    ].map(Number);
  });
}

function countBy<K>(keys: readonly K[]): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const escaped = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

const RELATED = new RegExp(
  `^\\P{L}{0,3}(?:${escaped([...relatedLinkOpenings, ...elsewhereOpenings])})`,
  'iu',
);
const SITE = new RegExp(escaped(siteWords), 'i');
const CREDIT = new RegExp(`^\\P{L}{0,3}(?:${escaped(creditOpenings)})(?!\\p{L})`, 'iu');

/** `Lesen Sie auch: …`, `Related`. */
function isRelated(text: string): boolean {
  return RELATED.test(text);
}

let loaded: JudgeWeights | undefined;

/** The weights beside this module, read once. */
function loadWeights(): JudgeWeights {
  loaded ??= JSON.parse(
    readFileSync(new URL('./page-judge.weights.json', import.meta.url), 'utf8'),
  ) as JudgeWeights;
  return loaded;
}
