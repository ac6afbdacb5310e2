import { readFileSync } from 'node:fs';
import type { Sentence } from '../article/sentence.ts';
import { findWords } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import { contentStems } from '../text/terms.ts';
import { readClauseWords, readVerbs } from './clause-words.ts';
import { readHeadline } from './headline.ts';
import { findTimeSpans } from './times.ts';

const FARTHEST = 14; // sentences: no marked story comes to its point later

export type LedeWeights = Readonly<Record<string, number>>;
export type LedeFeatures = Readonly<Record<string, number>>;

/** The sentence that says what happened, by what was learnt from marked stories; null if there is no sentence. */
export function findLede(story: Story, weights: LedeWeights = loadLedeWeights()): Sentence | null {
  const chances = ledeChances(story, weights);
  const best = chances.indexOf(Math.max(...chances));
  return story.sentences[best] ?? null;
}

/** How likely each of the first sentences is to be the lede. */
export function ledeChances(
  story: Story,
  weights: LedeWeights = loadLedeWeights(),
): readonly number[] {
  const scores = readLedeFeatures(story).map((features) =>
    Object.entries(features).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0),
  );
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / all);
}

const featuresOf = new WeakMap<Story, readonly LedeFeatures[]>();

/** What speaks for each of the first sentences. */
export function readLedeFeatures(story: Story): readonly LedeFeatures[] {
  const known = featuresOf.get(story) ?? readFeatures(story);
  featuresOf.set(story, known);
  return known;
}

function readFeatures(story: Story): readonly LedeFeatures[] {
  const { article } = story;
  const title = article.headline === null ? null : findWords(article, article.headline);
  const wanted = new Set(title === null ? [] : contentStems(readHeadline(title)));
  const first = story.sentences.slice(0, FARTHEST);
  const likes = first.map(
    ({ tokens }) =>
      new Set(contentStems(tokens).filter((stem) => wanted.has(stem))).size /
      Math.max(1, wanted.size),
  );
  const most = Math.max(...likes);
  const named = story.names.filter((one) => one.kind !== 'place').toSorted(byMentions)[0];
  const lines = first.map((one) => one.paragraph);
  return first
    .map((sentence, i) => {
      const { start, end, paragraph, tokens } = sentence;
      const text = article.text.slice(start, end);
      const words = readClauseWords(tokens);
      const verbs = readVerbs(words);
      const verb = verbs.find((one) => !one.bare);
      const main = words[verb?.main ?? -1];
      const like = likes[i] ?? 0;
      const times = findTimeSpans(article.text, sentence);
      const told = times.some((span) =>
        /day\b|yesterday|tonight|last night|this (?:morning|week|month)/i.test(
          article.text.slice(span.start, span.end),
        ),
      );
      const flag = (holds: boolean): number => (holds ? 1 : 0);
      return {
        first: flag(i === 0),
        second: flag(i === 1),
        third: flag(i === 2),
        early: 1 / (1 + i),
        opens: flag(lines[i - 1] !== paragraph),
        opensSecond: flag(paragraph.number === 2 && lines[i - 1] !== paragraph),
        like,
        likeMost: flag(like === most && most > 0),
        firstLike: i === 0 ? like : 0,
        short: flag(words.length < 12),
        middling: flag(words.length >= 20 && words.length < 45),
        firstShort: flag(i === 0 && words.length < 14),
        bullet: flag(/^[-•*–—] /.test(text)),
        unended: flag(!/[.!?]["”’')\]]*$/.test(text)),
        emphasised: flag(/^[*_]/.test(text)),
        quoted: flag(/["“”]/.test(text)),
        allQuoted: flag(/^["“]/.test(text)),
        asks: flag(/\?["”]?$/.test(text)),
        told,
        timed: flag(times.length > 0),
        perfect: flag(/\b(?:has|have)\b/i.test(text)),
        past: flag(main !== undefined && /ed$/.test(main.lower)),
        ahead: flag(/\b(?:will|is to|are to)\b/i.test(text)),
        said: flag(
          /,[^,]{2,60} (?:said|says|announced|reported)\b[^,]{0,60}\.$|according to/i.test(text),
        ),
        saying: flag(main !== undefined && isSaying(main.lemma)),
        counts: flag(/\d/.test(text)),
        names: Math.min(4, words.filter((one) => one.tag === 'PROPN').length) / 4,
        fullName: flag(named !== undefined && text.includes(named.name)),
        pronoun: flag(
          /^["“*]*(?:he|she|it|they|we|i|you|his|her|their|this|that|there|but|and|then)\b/i.test(
            text,
          ),
        ),
        scene: flag(/^["“*]*(?:when|if|on|in|at|for|as|it was|once|every|after)\b/i.test(text)),
        firstScene: flag(
          i === 0 && /^["“*]*(?:when|if|on|in|at|for|as|it|once|every)\b/i.test(text),
        ),
        clock: flag(/^\W*\d{1,2}[.:]\d\d/.test(text)),
        reveals: flag(
          /\b(?:found|died|killed|won|beat|jailed|sentenced|agreed|voted|announced|launched|ordered|approved|rejected|arrested|charged|published|opened|closed|raised|lowered|declared|released|attacked|stolen|uncovered|discovered|reported|shows?|suggests?)\b/.test(
            text,
          ),
        ),
      };
    })
    .map((one) => ({ ...one, told: one.told ? 1 : 0 }));
}

function byMentions(
  a: { readonly mentions: readonly unknown[] },
  b: { readonly mentions: readonly unknown[] },
): number {
  return b.mentions.length - a.mentions.length;
}

let loaded: LedeWeights | undefined;

/** The weights beside this module, read once. */
function loadLedeWeights(): LedeWeights {
  loaded ??= JSON.parse(
    readFileSync(new URL('./lede.weights.json', import.meta.url), 'utf8'),
  ) as LedeWeights;
  return loaded;
}
