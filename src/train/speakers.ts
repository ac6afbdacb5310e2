import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCaptions, readParts } from '../article/parts.ts';
import { findNames } from '../names/names.ts';
import type { Attribution } from '../statements/attribution.ts';
import { findAttributions } from '../statements/attributions.ts';
import { type Asked, readAsked } from '../statements/speakers/asked.ts';
import { choose, type SignWeights } from '../statements/speakers/choice.ts';
import { type Option, readOptions } from '../statements/speakers/options.ts';
import { nameSpeakers } from '../statements/speakers/speaker.ts';
import { pairAlike } from './alike.ts';
import { learnChoice, type Ranking } from './conditional-logit.ts';
import { readSpeakerStories, type SpeakerMark, type SpeakerStory } from './speaker-stories.ts';

const ORIGIN =
  'Fitted by `npm run train -- speakers` on stories written for this project: the weight of each sign of who speaks.';

const FOLDS = 10; // of stories: each is named by what the others teach
const PULL = 3e-3; // of a weight to 0; of 1e-3, 3e-3 and 1e-2, on stories left out, the one with most right
const LEAST_SEEN = 3; // times; rarer signs tell of one story

/** A statement found in a story: who may have made it, which of them did, and whether the rules knew. */
interface Example {
  readonly asked: Asked;
  readonly options: readonly Option[];
  readonly right: readonly boolean[];
  readonly ruled: 'right' | 'wrong' | 'nobody';
}

/** Learns who speaks where the words leave it open, and writes `speakers.weights.json`; tells how good it is on stories left out. */
export function trainSpeakers(out: string, log: (line: string) => void): void {
  const stories = readSpeakerStories().map(readExamples);
  const all = stories.flat();
  log(`${stories.length} stories, ${all.length} statements`);
  const count = (is: (one: Example) => boolean): number => all.filter(is).length;
  const [known, wrong] = [
    count(({ ruled }) => ruled === 'right'),
    count(({ ruled }) => ruled === 'wrong'),
  ];
  log(`by the rules: ${known} right, ${wrong} wrong names`);
  let [right, mistaken] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = learn(stories.filter((_, i) => i % FOLDS !== fold).flat());
    for (const example of stories.filter((_, i) => i % FOLDS === fold).flat()) {
      const chosen = pick(weights, example);
      if (example.right[chosen] === true) right += 1;
      else if (chosen > 0) mistaken += 1;
    }
  }
  log(`learnt, on stories left out: ${right} right, ${mistaken} wrong names`);
  const file = { origin: ORIGIN, signs: learn(all) };
  writeFileSync(join(out, 'speakers.weights.json'), `${JSON.stringify(file, null, 1)}\n`);
}

function pick(weights: SignWeights, { asked, options }: Example): number {
  const { named } = choose(weights, asked, options);
  return options.findIndex((one) => one.named === named);
}

/** The statements of a story that are marked and whose speaker is asked for. */
function readExamples({ article, marks }: SpeakerStory): readonly Example[] {
  const parts = readParts(article);
  const names = findNames(article.text, parts.sentences, readCaptions(parts));
  const found = findAttributions(parts, names);
  const twins = pairAlike<Attribution, SpeakerMark>(article.text, found, marks);
  const examples: Example[] = [];
  nameSpeakers(parts, names, found, (told, attribution, ruled) => {
    const speaker = twins.get(attribution)?.speaker;
    const asked = speaker === undefined ? null : readAsked(told, attribution, ruled);
    if (speaker === undefined || asked === null) return ruled;
    const isRight = (name: string | null): boolean =>
      speaker === '' ? name === null : name !== null && isSame(name, speaker);
    const options = readOptions(told, asked);
    const right = options.map(({ named }) => isRight(named?.name ?? null));
    const { name } = ruled;
    examples.push({
      asked,
      options,
      right,
      ruled: isRight(name) ? 'right' : name === null ? 'nobody' : 'wrong',
    });
    return ruled;
  });
  return examples;
}

/** Whether two names are one: `Justice Orr` and `Orr`, `the Post` and `Post`. */
function isSame(name: string, speaker: string): boolean {
  const [a = '', b = ''] = [name, speaker].map((words) =>
    words
      .replace(/’/g, "'")
      .replace(/^(?:the|an?) /i, '')
      .toLowerCase(),
  );
  return a.endsWith(b) || b.endsWith(a) || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** Weights by which the right one of each choice is likeliest. The same examples give the same. */
function learn(examples: readonly Example[]): SignWeights {
  const often = oftenSeen(examples);
  const rankings = examples.map(
    ({ options, right }): Ranking => ({
      rows: options.map(({ signs }) =>
        Object.fromEntries(signs.filter((sign) => often.has(sign)).map((sign) => [sign, 1])),
      ),
      right: right.map(Number),
      counts: 1,
    }),
  );
  return learnChoice(rankings, PULL);
}

/** The signs that are seen often enough. */
function oftenSeen(examples: readonly Example[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { options } of examples)
    for (const { signs } of options)
      for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  return new Set([...seen].filter(([, times]) => times >= LEAST_SEEN).map(([sign]) => sign));
}
