import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { type Candidate, type Passage, passageFeatures } from './five-w-candidates.ts';

/** Times without a day: `afterwards`, `every Sunday`, `overtime`. */
const VAGUE =
  /^(?:afterwards?|last time|every\b.*|each\b.*|(?:the )?(?:overtime|regulation|stoppage time|injury time|extra time|added time|(?:half|full)[ -]time)|the (?:night|evening|morning|afternoon|year|month|week|day|quarter|season))$/i;

/** When it may have happened: the time expressions of the passages. */
export function whenCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  const { text } = story.article;
  const all = passages.flatMap((passage) =>
    passage.times
      .filter(({ start, end }) => !VAGUE.test(text.slice(start, end)))
      .map((phrase) => ({ passage, phrase })),
  );
  const seen = new Map<string, number>();
  const key = (span: Span): string => text.slice(span.start, span.end).toLowerCase();
  for (const { phrase } of all) seen.set(key(phrase), (seen.get(key(phrase)) ?? 0) + 1);
  const ofLede = all.find(({ passage }) => passage.lede > 0.5)?.phrase;
  return all.map(({ passage, phrase }, i) => {
    const words = key(phrase);
    const verb = passage.verbs.find((one) => !one.bare);
    const first = all.find((one) => one.passage === passage)?.phrase === phrase;
    const place = passage.words.findIndex((word) => word.end > phrase.start);
    const main = verb === undefined ? phrase.start : (passage.words[verb.from]?.start ?? 0);
    const near = passage.words.slice(Math.max(0, place - 6), place).map((word) => word.lower);
    const flag = (holds: boolean): number => (holds ? 1 : 0);
    const before = text.slice(Math.max(0, phrase.start - 12), phrase.start).toLowerCase();
    return {
      passage,
      phrase,
      features: [
        passageFeatures(passage),
        {
          weekday: /(?:sun|mon|tues|wednes|thurs|fri|satur)day/.test(words) ? 1 : 0,
          part: /morning|afternoon|evening|night/.test(words) ? 1 : 0,
          date:
            /\d/.test(words) &&
            /[a-z]{3}/.test(words) &&
            /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/.test(words)
              ? 1
              : 0,
          today:
            /today|yesterday|tonight|tomorrow|this (?:morning|afternoon|evening)|last night/.test(
              words,
            )
              ? 1
              : 0,
          clock: /[ap]\.?m\b|:\d\d|noon|midnight|o['’]clock/.test(words) ? 1 : 0,
          year:
            /^\D{0,12}\d{4}$/.test(words) && !/[a-z]{3}/.test(words.replace(/^in |^the /, ''))
              ? 1
              : 0,
          length: /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b/.test(
            words,
          )
            ? 1
            : 0,
          counted: /before|after|ago|earlier|later/.test(words) ? 1 : 0,
          period: /(?:last|next|this|past|same|that) (?:week|month|year|weekend|season)/.test(words)
            ? 1
            : 0,
          on: /\bon (?:the )?$/.test(before) ? 1 : 0,
          vague: /until|since|by |every|each|next/.test(`${before.slice(-7)}${words}`) ? 1 : 0,
          firstOf: i === 0 ? 1 : 0,
          ofLede: flag(phrase === ofLede),
          firstInPassage: flag(first),
          firstByLede: first ? passage.lede : 0,
          beforeVerb: flag(phrase.start < main),
          opens: flag(place === 0),
          behindVerb: flag(
            verb !== undefined &&
              phrase.start > main &&
              !passage.verbs.some(
                (one) =>
                  !one.bare && one !== verb && (passage.words[one.from]?.start ?? 0) < phrase.start,
              ),
          ),
          said: flag(
            near.some((word) => /^(?:said|says|told|announced|reported|statement)$/.test(word)),
          ),
          ahead: flag(near.some((word) => /^(?:will|would|due|until|by|to)$/.test(word))),
          had: flag(near.some((word) => /^(?:had|since|previous|last)$/.test(word))),
          inQuotes: flag(passage.words[place]?.quoted === true),
          after: flag(near.at(-1) === 'after' || near.at(-1) === 'before'),
          whole: Math.min(1, words.split(' ').length / 4),
          late: flag(passage.index > 5),
          often: Math.min(3, (seen.get(words) ?? 1) - 1) / 3,
        },
      ],
    };
  });
}
