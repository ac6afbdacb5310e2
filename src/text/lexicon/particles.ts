/**
 * What makes one verb of two words: `pass away`, `put off`, `take part`. With some of them a noun may follow
 * that belongs to the verb (`call off the march`); with the others it would make them prepositions
 * (`live in Leeds`).
 */
const TAKING = 'up out off down away back over aside apart forward together part place';
const PLAIN = 'in on around through along by ahead';

const taking: ReadonlySet<string> = new Set(TAKING.split(' '));
const plain: ReadonlySet<string> = new Set(PLAIN.split(' '));

/** Whether a word can be the second of a verb of two. */
export function isVerbParticle(word: string): boolean {
  return taking.has(word) || plain.has(word);
}

/** Whether it is the verb's even where a noun follows: `call off the march`. */
export function takesNoun(word: string): boolean {
  return taking.has(word);
}
