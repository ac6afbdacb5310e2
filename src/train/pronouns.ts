import { readDiscourse, type Spoken, sentenceAt } from '../names/discourse.ts';
import { genderOfPronoun } from '../names/gender.ts';
import type { Named } from '../names/named.ts';
import { nameOfSource } from '../names/source-name.ts';
import { findCandidates, PRONOUN_FEATURES, shareOut } from '../statements/speakers/pronoun.ts';
import type { MarkedArticle } from './polnear.ts';

const EPOCHS = 30;
const RATE = 0.05;
const DECAY = 1e-3;

interface PronounExample {
  readonly features: readonly (readonly number[])[];
  readonly right: number;
}

/** What each feature of a pronoun's candidate counts: a multinomial logistic regression. */
export function trainPronouns(
  articles: readonly MarkedArticle[],
  log: (line: string) => void,
): readonly number[] {
  const examples = articles.flatMap(readExamples);
  const weights = new Array<number>(PRONOUN_FEATURES).fill(0);
  let right = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    right = 0;
    for (const example of examples) right += learn(weights, example) ? 1 : 0;
  }
  log(`pronouns: ${right} of ${examples.length} right`);
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

function learn(weights: number[], { features, right }: PronounExample): boolean {
  const shares = shareOut(
    weights,
    features.map((own) => ({ named: null, features: own })),
  );
  features.forEach((own, i) => {
    const error = (i === right ? 1 : 0) - (shares[i] ?? 0);
    for (const feature of own) {
      const weight = weights[feature] ?? 0;
      weights[feature] = weight + RATE * (error - DECAY * weight);
    }
  });
  return Math.max(...shares) === shares[right];
}

/** The pronouns of an article whose speaker the corpus names, with all whom they might mean. */
function readExamples({ story, attributions }: MarkedArticle): readonly PronounExample[] {
  const discourse = readDiscourse(story, story.names);
  const spoken: Spoken[] = [];
  const examples: PronounExample[] = [];
  const inOrder = attributions.toSorted(
    (a, b) => (a.source[0]?.start ?? 0) - (b.source[0]?.start ?? 0),
  );
  for (const { source, sourceEntity } of inOrder) {
    const [span] = source;
    if (span === undefined) continue;
    const gender = genderOfPronoun(story.article.text.slice(span.start, span.end));
    let named = gender === null ? (nameOfSource(discourse, span)?.named ?? null) : null;
    if (gender !== null && sourceEntity !== undefined) {
      const candidates = findCandidates(discourse, span.start, gender, spoken).filter(
        (candidate) => candidate.named !== null,
      );
      const right = candidates.findIndex(
        (candidate) => candidate.named !== null && isNamed(candidate.named, sourceEntity),
      );
      named = candidates[right]?.named ?? null;
      if (right >= 0)
        examples.push({ features: candidates.map((candidate) => candidate.features), right });
    }
    const sentence = sentenceAt(discourse, span.start);
    if (sentence !== undefined) spoken.push({ named, at: span.start, sentence, source: span });
  }
  return examples;
}

function isNamed(named: Named, name: string): boolean {
  const [a, b] = [named.name, name].map((words) =>
    words.toLowerCase().replace(/\./g, '').split(/\s+/),
  );
  if (a === undefined || b === undefined || a.at(-1) !== b.at(-1)) return false;
  return a.length === 1 || b.length === 1 || a[0]?.charAt(0) === b[0]?.charAt(0);
}
