import type { Spoken } from '../../names/discourse.ts';
import type { Named } from '../../names/named.ts';
import { tokensOf } from '../../names/source-name.ts';
import { type Asked, headNoun, isDescription } from './asked.ts';
import type { Told } from './told.ts';

const LATELY = 12; // statements
const LOOK_BACK = 40; // statements

/** Who has spoken before a statement, and in which words. */
export function spokenSigns(told: Told, asked: Asked, named: Named): readonly string[] {
  const { discourse, spoken, speakers } = told;
  const { sentence, attribution, words, noun } = asked;
  const [last, before] = [spoken.at(-1), spoken.at(-2)];
  const signs: string[] = [];
  const cue =
    attribution.cue === null
      ? ''
      : discourse.text.slice(attribution.cue.start, attribution.cue.end);
  if (last?.named === named) {
    const far = sentence.index - last.sentence.index;
    signs.push('spoke last', `spoke last, ${inSteps(far)} ago`);
    const paragraphs = (sentence.paragraph.number ?? 0) - (last.sentence.paragraph.number ?? 0);
    if (paragraphs <= 1) signs.push(`spoke last, ${paragraphs} paragraphs ago`);
    if (/\b(?:add|continu|went on|goes on|also)/i.test(cue)) signs.push('spoke last and adds');
    if (before?.named === named) signs.push('spoke twice');
  } else if (before?.named === named) signs.push('spoke last but one');
  else if (spoken.slice(-LATELY).some((one) => one.named === named)) signs.push('spoke');
  else signs.push('silent');
  if (last !== undefined && last.named !== named) {
    const whose = last.named === null ? 'nobody' : 'another';
    signs.push(`${whose} spoke last, ${inSteps(sentence.index - last.sentence.index)} ago`);
    if (last.sentence.paragraph === sentence.paragraph) signs.push(`${whose} spoke here`);
  }
  const past = spoken.slice(-LOOK_BACK).filter(({ at }) => at !== asked.at);
  const wordsOf = ({ source }: Spoken): string =>
    source === null ? '' : discourse.text.slice(source.start, source.end).toLowerCase();
  if (words !== '')
    signs.push(
      ...sameSigns(
        'in these words',
        past.findLast((one) => wordsOf(one) === words),
        named,
      ),
    );
  if (noun !== '' && isDescription(asked.kind)) {
    const same = past.findLast(
      ({ source }) => source !== null && headNoun(tokensOf(discourse, source)) === noun,
    );
    signs.push(...sameSigns('by this noun', same, named));
  }
  const outer =
    attribution.outer === null ? null : (speakers.get(attribution.outer)?.named ?? null);
  if (attribution.outer !== null) signs.push(outer === named ? 'retells it' : 'does not retell it');
  return signs;
}

function sameSigns(how: string, same: Spoken | undefined, named: Named): readonly string[] {
  if (same === undefined) return [];
  if (same.named === named) return [`spoke ${how}`];
  return [same.named === null ? `nobody spoke ${how}` : `another spoke ${how}`];
}

function inSteps(sentences: number): number {
  return sentences <= 1 ? sentences : sentences <= 3 ? 2 : sentences <= 6 ? 4 : 7;
}
