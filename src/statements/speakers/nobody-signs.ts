import { isKin, isPerson } from '../../text/lexicon/person-nouns.ts';
import { type Asked, isDescription } from './asked.ts';
import type { Told } from './told.ts';

const FAR_BACK = 3000; // characters

/** What speaks for nobody whom the story names: as many name nobody, or someone else has been so called. */
export function nobodySigns({ discourse, spoken }: Told, asked: Asked): readonly string[] {
  const { attribution, sentence, ruled, way, chances, tokens, words, noun } = asked;
  const { text } = discourse;
  const signs = ['nobody', `nobody, ${ruled.named === null ? 'ruled' : 'not ruled'}: ${way}`];
  const last = spoken.at(-1);
  if (last === undefined) signs.push('nobody, none has spoken');
  else {
    const who = last.named === null ? 'nobody' : 'somebody';
    const far = sentence.index - last.sentence.index;
    signs.push(`nobody, ${who} spoke ${far <= 1 ? far : far <= 3 ? 2 : 4} ago`);
    if (last.sentence.paragraph === sentence.paragraph) signs.push(`nobody, ${who} spoke here`);
    const { source } = last;
    if (source !== null && words === text.slice(source.start, source.end).toLowerCase())
      signs.push(`nobody, ${who} spoke in these words`);
  }
  const isPassive =
    attribution.cue !== null &&
    /\b(?:was|were|is|are|been|being|be)\b/i.test(
      text.slice(attribution.cue.start, attribution.cue.end),
    );
  signs.push(`nobody, ${attribution.kind}`, `nobody, ${isPassive ? 'passive' : 'active'}`);
  if (attribution.outer !== null) signs.push('nobody, nested');
  if (!attribution.speech) signs.push('nobody, no speech');
  if (isDescription(asked.kind)) {
    const main = tokens.findLast(({ lower }) => lower === noun);
    if (main !== undefined && main.tag === 'NOUN' && main.lower !== main.lemma)
      signs.push('nobody, plural');
    signs.push(`nobody, ${isKin(noun) ? 'kin' : isPerson(noun) ? 'person' : 'other'} noun`);
    if (isOneOfMany(text.slice(Math.max(0, asked.at - FAR_BACK), asked.at), noun))
      signs.push('nobody, one such before');
  }
  if (chances.size > 0) {
    const own = chances.get(null) ?? 0;
    const top = Math.max(
      0,
      ...[...chances].flatMap(([named, chance]) => (named === null ? [] : [chance])),
    );
    signs.push(
      `nobody, chance ${own >= 0.5 ? 3 : own >= 0.25 ? 2 : own >= 0.1 ? 1 : 0}`,
      `nobody, likeliest ${Math.floor(top * 10)}`,
    );
  }
  return signs;
}

/** Whether a story has mentioned somebody so before: `an agent`, `two agents`. */
function isOneOfMany(before: string, noun: string): boolean {
  if (!/^[\p{L}-]+$/u.test(noun) || !before.toLowerCase().includes(noun)) return false;
  return new RegExp(
    `(?<!\\p{L})(?:an?|one|another|two|three|some)\\s(?:[\\p{L}-]+\\s){0,3}?${noun}s?(?!\\p{L})`,
    'iu',
  ).test(before);
}
