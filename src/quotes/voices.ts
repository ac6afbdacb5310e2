import type { Named } from '../names/named.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { isOrganisationKind, tellsKind } from '../text/lexicon/organisation-kinds.ts';
import { nameWords, withoutTitles } from './name-words.ts';
import { findSpeakers, headOf, type Person } from './person.ts';

const VOICE = /^(?:spokes\p{L}+|representatives?|officials?|executives?|lawyers?|statement)$/u;

/** Who speaks for an organisation and has no name: `a Lund Air spokesperson`, `a spokesman for Lund Air`. */
export function findVoices(story: HeardStory, name: string): readonly Person[] {
  const known = story.names.find((one) => one.name === name);
  if (known === undefined || known.kind === 'person' || known.kind === 'place') return [];
  const forms = known.aliases.map((alias) => nameWords(alias));
  return findSpeakers(story).filter((person) => {
    if (person.named || !VOICE.test(headOf(person.name))) return false;
    const words = withoutTitles(person.name);
    const isOf = forms.some((form) => form.every((word) => words.includes(word)));
    return isOf || words.some((word) => isOnlyOf(story, known, word));
  });
}

/** `a museum spokesman` for the Lund Museum: the only one of its kind in the story. */
function isOnlyOf({ names }: Story, known: Named, kind: string): boolean {
  if (!isOrganisationKind(kind)) return false;
  const fits = names.filter(
    (one) =>
      one.kind !== 'person' &&
      one.kind !== 'place' &&
      nameWords(one.name).some((word) => word === kind || tellsKind(word, kind)),
  );
  return fits.length === 1 && fits[0] === known;
}
