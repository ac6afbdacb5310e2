import {
  type Candidate,
  cutPassage,
  QUESTIONS,
  type Question,
} from '../newsroom/five-w-candidates.ts';
import { type Choices, readChoices } from '../newsroom/five-w-model.ts';
import type { Story } from '../story/story.ts';
import type { Ranking } from './conditional-logit.ts';
import { answers, hits, holds, likeness, tells } from './five-w-gold.ts';

// There are fewer coded stories, and of six events only: counted once, they were answered worse and ours no better
const COUNTS: Readonly<Record<Example['set'], number>> = { coded: 2, marked: 1 };

/** A story whose answers to the six questions are known, from whichever set. */
export interface Answered {
  readonly set: 'coded' | 'marked';
  /** What is kept out together. */
  readonly event: string;
  readonly story: Story;
  readonly goldFor: (question: Question) => readonly (string | null)[];
}

/** A story's candidates for one question, and how right each is. */
export interface Example extends Ranking {
  readonly set: 'coded' | 'marked';
  readonly event: string;
  readonly text: string;
  readonly choices: Choices;
  readonly gold: readonly (string | null)[];
}

/** The examples of some stories for each question; `ledesOf` tells how likely each sentence is the lede. */
export function readExamples(
  stories: readonly Answered[],
  ledesOf: (story: Story) => readonly number[],
): Readonly<Record<Question, readonly Example[]>> {
  const examples: Record<Question, Example[]> = {
    who: [],
    what: [],
    when: [],
    where: [],
    why: [],
    how: [],
  };
  for (const { set, event, story, goldFor } of stories) {
    const { text } = story.article;
    const all = readChoices(story, ledesOf(story));
    for (const question of QUESTIONS) {
      const gold = goldFor(question);
      if (gold.length === 0) continue;
      const choices = all[question];
      const { candidates, silence } = choices;
      const rows = [
        ...candidates.map(({ features }) =>
          Object.fromEntries(features.flatMap(Object.entries<number>)),
        ),
        ...(silence ? [silence] : []),
      ];
      const right = [
        ...candidates.map((one) => rightness(set, text, gold, one)),
        ...(silence ? [answers(gold) ? 0 : 1] : []),
      ];
      examples[question].push({
        set,
        event,
        text,
        choices,
        gold,
        rows,
        right,
        counts: COUNTS[set],
      });
    }
  }
  return examples;
}

/** How right a candidate is: coders mark words inside a passage, we mark the words that answer. */
function rightness(
  set: Example['set'],
  text: string,
  gold: readonly (string | null)[],
  { passage, phrase }: Candidate,
): number {
  const shown = cutPassage(text, passage, phrase);
  const words = text.slice(phrase.start, phrase.end);
  if (set === 'coded')
    return 0.6 * holds(gold, text.slice(shown.start, shown.end)) + 0.4 * hits(gold, words);
  return tells(gold, words) ? 0.4 + 0.6 * likeness(gold, words) : 0;
}
