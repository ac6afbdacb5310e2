import { isOccupation } from './occupations.ts';
import { kindOfLemma } from './word-kinds.ts';

// nouns for people whose first sense in WordNet is another
const PEOPLE = `agent builder tuner ranger baker chef neighbour organiser striker midfielder winger bowler batter
scrum-half fly-half goalkeeper barrister solicitor paramedic presenter guitarist bassist photographer protester
climber swimmer diver rector envoy adviser warden trainer curator plaintiff umpire sibling fiance fiancee fiancé
fiancée commuter boyfriend girlfriend dj mc co-author co-founder editor-in-chief whistleblower`;

const GROUPS = `airline regulator insurer broadcaster watchdog bank hospital theatre theater fund trust charity
foundation nonprofit startup start-up brewery airport utility think-tank campaign duo trio quartet choir`;

// WordNet's groups that don't act, and nouns for one person as well
const NO_ACTORS =
  /[eo]r$|^(?:series|conference|meeting|collection|set|pair|number|generation|class|world|public|fleet|people|list)$/;

const BEASTS = /^(?:dragon|tiger|whale)$/; // WordNet has people so called first

const people = new Set(PEOPLE.split(/\s+/));
const groups = new Set(GROUPS.split(/\s+/));

const PERSON_ENDING =
  /.(?:man|woman|person|ologist|onomist|chemist|keeper|maker|owner|holder|worker|author|fighter|caster|master|mistress)$/;

// `step-`, `great-grand-`, in one word or more
const KIN =
  /^(?:(?:great|step|half|grand|god)-?)*(?:(?:m|f|grandm|grandf)other|father|sister|brother|daughter|son|niece|nephew|aunt|uncle|wife|husband|widow|widower)(?:-in-law)?$/;

/** Whether a noun in small letters, not a plural, is a word for a person. */
export function isPerson(noun: string): boolean {
  return (
    (kindOfLemma(noun, 'NOUN') === 3 && !BEASTS.test(noun)) ||
    people.has(noun) ||
    isOccupation(noun) ||
    PERSON_ENDING.test(noun) ||
    isKin(noun)
  );
}

/** Whether a noun in small letters is a word for people who act as one: `union`, `airline`, `firm`. */
export function isGroup(noun: string): boolean {
  return groups.has(noun) || (kindOfLemma(noun, 'NOUN') === 4 && !NO_ACTORS.test(noun));
}

/** Whether a noun in small letters says whose relative someone is: `widow`, `grandson`. */
export function isKin(noun: string): boolean {
  return KIN.test(noun);
}

/** Whether a noun ends as words for people do, whatever a tagger takes it for: `postwoman`. */
export function endsLikePerson(noun: string): boolean {
  return PERSON_ENDING.test(noun);
}
