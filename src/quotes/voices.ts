import type { Story } from '../story/story.ts';
import { nameWords, withoutTitles } from './name-words.ts';
import { findSpeakers, headOf, type Person } from './person.ts';

const VOICE = /^(?:spokes\p{L}+|representatives?|officials?|executives?|lawyers?|statement)$/u;

/** Who speaks for an organisation and has no name: `a Lund Air spokesperson`, `a spokesman for Lund Air`. */
export function findVoices(story: Story, name: string): readonly Person[] {
  const known = story.names.find((one) => one.name === name);
  if (known === undefined || known.kind === 'person' || known.kind === 'place') return [];
  const forms = known.aliases.map((alias) => nameWords(alias));
  return findSpeakers(story).filter((person) => {
    const words = withoutTitles(person.name);
    const isOf = forms.some((form) => form.every((word) => words.includes(word)));
    return !person.named && isOf && VOICE.test(headOf(person.name));
  });
}
