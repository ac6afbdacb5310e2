import { isRelativeOf } from '../../names/descriptions/described.ts';
import { type Discourse, mentionsIn } from '../../names/discourse.ts';
import { canBe } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import type { Asked } from './asked.ts';
import { nobodySigns } from './nobody-signs.ts';
import { placeSigns } from './place-signs.ts';
import { spokenSigns } from './spoken-signs.ts';
import type { Told } from './told.ts';
import { mostNamed, wordSigns } from './word-signs.ts';

/** Someone who may have said it, or nobody whom the story names, and the signs of that. */
export interface Option {
  readonly named: Named | null;
  readonly signs: readonly string[];
}

const NEAR = 12; // names before a place
const LOOK_BACK = 40; // sentences: a book costs no more per statement than a story
const LATEST = 3; // who spoke

/** All who may have said something, with nobody first. */
export function readOptions(told: Told, asked: Asked): readonly Option[] {
  const all = whoMay(told, asked);
  if (all.length === 0) return [{ named: null, signs: [] }]; // there is nothing to weigh
  const people = all.map((named) => {
    const signs = [
      ...ruledSigns(asked, named),
      ...placeSigns(told.discourse, asked, named),
      ...spokenSigns(told, asked, named),
      ...wordSigns(told, asked, named),
    ];
    return { named, signs };
  });
  const near = people.filter(({ signs }) => signs.includes('near') && !signs.includes('unfit'));
  const rivals = `rivals ${Math.min(4, near.length)}`;
  const nobody = { named: null, signs: [...nobodySigns(told, asked), `nobody, ${rivals}`] };
  return [nobody, ...people].map(({ named, signs }) => {
    const all = signs.includes('near') ? [...signs, `near, ${rivals}`] : signs;
    // what a sign says differs by what is asked
    return { named, signs: [...all, ...all.map((sign) => `${asked.kind}: ${sign}`)] };
  });
}

function ruledSigns({ ruled, way }: Asked, named: Named): readonly string[] {
  if (ruled.named === named) return ['ruled', `ruled: ${way}`];
  return [`${ruled.named === null ? 'nobody' : 'other'} ruled: ${way}`];
}

/** Whom the rules name, whom the story names near or most, and who spoke last; no places. */
function whoMay({ discourse, spoken }: Told, asked: Asked): readonly Named[] {
  const { ruled, sentence, attribution, kind, gender } = asked;
  const inside = attribution.source === null ? [] : mentionsIn(discourse, attribution.source);
  const sure = new Set(inside.map(({ named }) => named));
  if (ruled.named !== null) sure.add(ruled.named);
  const found = new Set(sure);
  for (const { named } of spoken.slice(-LATEST)) if (named !== null) found.add(named);
  for (const named of namedNear(discourse, sentence.index)) found.add(named);
  for (const named of mostNamed(discourse)) found.add(named);
  const isFit = (named: Named): boolean =>
    named.kind !== 'place' &&
    (kind !== 'he' ||
      ((gender === null || canBe(named, gender)) && !isRelativeOf(discourse, named, sentence)));
  return [...found].filter((named) => sure.has(named) || isFit(named));
}

function namedNear({ bySentence }: Discourse, index: number): ReadonlySet<Named> {
  const near = new Set<Named>();
  const to = Math.max(0, index - LOOK_BACK);
  for (let at = index; at >= to && near.size < NEAR; at -= 1)
    for (const { named } of bySentence[at] ?? []) near.add(named);
  for (const { named } of bySentence[index + 1] ?? []) near.add(named);
  return near;
}
