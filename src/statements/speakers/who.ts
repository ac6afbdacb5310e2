import { describedBefore, isRelativeOf, whomAbout } from '../../names/descriptions/described.ts';
import { namedByDescription, namedByNation } from '../../names/descriptions/fits.ts';
import { type Discourse, sentenceAt } from '../../names/discourse.ts';
import { canBe, genderOfPronoun } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import { nameBeforeRelative, nameOfSource } from '../../names/source-name.ts';
import { isSaying } from '../../text/lexicon/saying.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import { nameOfLabel } from '../labels/interview.ts';
import type { Basis } from '../statement.ts';
import { loadAttributionModels } from '../tagging/attribution-weights.ts';
import { actsBefore, askers } from './acts.ts';
import { heardLast } from './heard.ts';
import { kinInside, spokenOfInside } from './inside.ts';
import { chooseCandidate, findCandidates } from './pronoun.ts';
import { isThingPronoun, thingMeant, whoWrote } from './thing.ts';
import type { Told, Who } from './told.ts';

const LEAST_CHANCE = 0.5; // of a pronoun's candidate: of 0.43, 0.5 and 0.57, on PolNeAR (dev) and our own marked stories, the one with most right for few wrong

const LEAST_INNER = 0.62; // in someone's own words `he` is often nobody who is named near: null is better than a wrong name

/** Whom a pronoun does not mean. */
type Others = ReadonlySet<Named | null>;

/** Nobody named in the story. */
export function nobody(basis: Basis): Who {
  return { named: null, name: null, rule: 'the words name nobody', basis };
}

/** Someone named in the story, or nobody. */
export function who(named: Named | null, rule: string, basis: Basis): Who {
  return named === null ? nobody(basis) : { named, name: named.name, rule, basis };
}

const DESCRIBED = 'the description fits one name in the story';

/** Who makes a statement, by the words of its source. */
export function findWho(told: Told, attribution: Attribution): Who {
  const { discourse, speakers } = told;
  const { source, outer, by } = attribution;
  if (source === null) return mainSpeaker(told, attribution);
  if (by === 'label') return whoseLabel(discourse, source);
  const isI = outer?.kind === 'direct' && discourse.text.slice(source.start, source.end) === 'I';
  if (isI) return speakers.get(outer) ?? nobody('none');
  const isThey =
    outer?.kind === 'direct' && /^they$/i.test(discourse.text.slice(source.start, source.end));
  if (isThey) return nobody('pronoun'); // whom someone means by it, a name nearby seldom tells
  // in someone's own words, `he` is someone else; in an interview neither of the two
  const speaks = outer?.kind === 'direct' ? (speakers.get(outer)?.named ?? null) : null;
  const others = new Set([speaks, ...(outer?.by === 'label' ? told.labelled : [])]);
  const kin = speaks === null ? null : kinInside(told, source, speaks);
  const inside =
    kin === null
      ? spokenOf(told, attribution, speaks)
      : who(kin, 'whom the story calls the speaker’s relative', 'description');
  return (
    inside ?? goesOn(told, attribution) ?? whoIs(told, source, others, askers(told, attribution))
  );
}

/** A pronoun in somebody's own words, see `spokenOfInside`. */
function spokenOf(told: Told, { source, outer }: Attribution, speaks: Named | null): Who | null {
  if (source === null || outer?.kind !== 'direct' || outer.by === 'label') return null;
  const words = told.discourse.text.slice(source.start, source.end);
  const gender = genderOfPronoun(words);
  const named = gender === null ? null : spokenOfInside(told, outer, source, gender, speaks);
  return named === null ? null : who(named, `“${words}”: of whom the speaker speaks`, 'pronoun');
}

/** `It is late, Ode said. “We know,” she added.`: the person who adds is the last speaker. */
function goesOn({ discourse, spoken }: Told, { source, cue, outer }: Attribution): Who | null {
  if (source === null || cue === null || outer !== null) return null;
  const words = discourse.text.slice(source.start, source.end);
  const gender = genderOfPronoun(words);
  const [last, here] = [spoken.at(-1), sentenceAt(discourse, source.start)];
  const adds = /\b(?:add(?:s|ed)|continue[sd]|(?:went|goes) on)\b/i.test(
    discourse.text.slice(cue.start, cue.end),
  );
  if (gender === null || !adds || last?.named == null || here === undefined) return null;
  const isNear = here.index - last.sentence.index <= FAR && last.at < source.start;
  if (!isNear || !canBe(last.named, gender)) return null;
  return who(last.named, `“${words}”: whoever adds spoke last`, 'pronoun');
}

const FAR = 2; // sentences

/** Whom words mean: a name, a pronoun, a description; a pronoun means none of the `others`. */
export function whoIs(
  told: Told,
  source: Span,
  others: Others = new Set(),
  asking: Others = new Set(),
): Who {
  const { discourse } = told;
  const words = discourse.text.slice(source.start, source.end);
  const gender = genderOfPronoun(words);
  if (gender !== null) return findPronoun(told, source, gender, others, asking);
  if (isThingPronoun(words)) {
    const wrote = whoWrote(discourse, source, told.spoken);
    return wrote === null
      ? findThing(told, source)
      : who(wrote, `whose words “${words}” stands for`, 'pronoun');
  }
  if (/^(?:who|which|whose|that)$/i.test(words)) {
    const named = nameBeforeRelative(discourse, source.start);
    if (named !== null) return who(named, `the name before “${words}”`, 'named');
    const described = antecedent(discourse, source) ?? source;
    return who(namedByDescription(discourse, described), DESCRIBED, 'description');
  }
  const nation = namedByNation(discourse, source);
  if (nation !== null) return who(nation, DESCRIBED, 'description');
  const own = nameOfSource(discourse, source);
  if (own !== null && own.shared !== null) {
    const one = namedByDescription(discourse, source);
    if (one !== null) return who(one, DESCRIBED, 'description');
    const first = onlyBearer(discourse, source, own.shared);
    if (first !== null) return who(first, 'the only one of that name so far', 'named');
    const rule = 'a name that two people share';
    return { named: null, name: own.shared, rule, basis: 'named' };
  }
  if (own !== null) return who(own.named, 'the source names the speaker', 'named');
  const writer = whoWrote(discourse, source, told.spoken);
  if (writer !== null) return who(writer, `whose ${words.split(' ').at(-1)} it is`, 'description');
  const fits = namedByDescription(discourse, source);
  if (fits !== null) return who(fits, DESCRIBED, 'description');
  return who(
    heardLast(discourse, told.spoken, source),
    `“${words}”: whoever spoke last`,
    'description',
  );
}

/** Of those who share a name, the only one whom the story has named in full before. */
function onlyBearer({ names, text }: Discourse, source: Span, shared: string): Named | null {
  const bearers = names.filter(
    ({ aliases, mentions }) =>
      aliases.includes(shared) &&
      mentions.some(
        ({ start, end }) => start < source.start && text.slice(start, end).length > shared.length,
      ),
  );
  return bearers.length === 1 ? (bearers[0] ?? null) : null;
}

function whoseLabel(discourse: Discourse, source: Span): Who {
  const words = discourse.text.slice(source.start, source.end);
  const abbreviated = nameOfLabel(discourse, words);
  if (abbreviated !== null) return who(abbreviated, `whom the label “${words}” names`, 'label');
  const own = nameOfSource(discourse, source)?.named ?? namedByDescription(discourse, source);
  if (own !== null) return who(own, 'the label names the speaker', 'label');
  const isName = /^\p{Lu}\S*\p{Ll}(?:\s+\p{L}\S*)*\s+\p{Lu}\S*$/u.test(words);
  return {
    ...nobody('label'),
    ...(isName && { name: words, rule: 'the label names the speaker' }),
  };
}

/** `…, adding that …`: a saying word without its own source takes the main one of its sentence. */
function mainSpeaker({ discourse, spoken }: Told, { cue }: Attribution): Who {
  const last = spoken.at(-1);
  if (cue === null || last === undefined || last.sentence !== sentenceAt(discourse, cue.start))
    return nobody('none');
  const word = last.sentence.tokens.find((token) => overlaps(token, cue));
  const follows = word !== undefined && isSaying(word.lemma) && /ing$/.test(word.lower);
  return who(follows ? last.named : null, 'the main speaker of the sentence', 'carried');
}

function findThing({ discourse, spoken }: Told, source: Span): Who {
  const words = discourse.text.slice(source.start, source.end);
  const meant = thingMeant(discourse, source, spoken);
  if (meant === null) return nobody('pronoun');
  const rule = `what “${words}” stands for`;
  if (meant.named !== null)
    return { ...who(meant.named, rule, 'pronoun'), ...(meant.isSure && { isSure: true }) };
  return { ...nobody('pronoun'), rule, words: meant.words, isSure: true };
}

function findPronoun(
  told: Told,
  source: Span,
  gender: 'male' | 'female',
  others: Others,
  asking: Others,
): Who {
  const { discourse, spoken } = told;
  const words = discourse.text.slice(source.start, source.end);
  const isInner = [...others].some((one) => one !== null);
  const described = !isInner ? describedBefore(discourse, source.start, gender) : null;
  if (described !== null) {
    const rule = `the description before “${words}”`;
    if (described.named !== null) return who(described.named, rule, 'pronoun');
    return { ...nobody('pronoun'), rule, words: described.words, isSure: true };
  }
  const here = sentenceAt(discourse, source.start);
  const acts = isInner ? null : actsBefore(told, source, gender);
  if (acts !== null && !asking.has(acts))
    return {
      ...who(acts, `“${words}”: whom the sentence before is about`, 'pronoun'),
      isSure: true,
    };
  const { pronouns } = loadAttributionModels();
  const candidates = findCandidates(discourse, source.start, gender, spoken).filter(
    ({ named }) =>
      named === null ||
      (!others.has(named) && !asking.has(named) && !isRelativeOf(discourse, named, here)),
  );
  const { named, chance } = chooseCandidate(pronouns, candidates);
  if (named === null || chance < (isInner ? LEAST_INNER : LEAST_CHANCE)) {
    const about = isInner ? null : whomAbout(discourse, gender, here);
    return who(about, `“${words}”: whom the headline names`, 'pronoun');
  }
  const percent = Math.round(chance * 100);
  return who(named, `“${words}”: the likeliest of those named before, ${percent} %`, 'pronoun');
}

// `14.07 A rescue official`, `whom | aides | described as tired`
const OPENING = /^(?:\d{1,2}[.:]\d{2}\s+|(?:whom|which|that)\s+)(?=\S)/i;

/**
 * `a report which stated`, `an official familiar with the case, who said`: a relative pronoun that names
 * nobody is shown as its antecedent; other words unchanged, without a final comma.
 */
export function antecedent(discourse: Discourse, source: Span | null): Span | null {
  if (source === null) return null;
  const words = discourse.text.slice(source.start, source.end);
  if (!/^(?:which|that|who)$/i.test(words)) {
    const own = words.replace(/[\s,;]+$/, '');
    const opening = OPENING.exec(own)?.[0].length ?? 0;
    return { start: source.start + opening, end: source.start + own.length };
  }
  const tokens = sentenceAt(discourse, source.start)?.tokens ?? [];
  let to = tokens.findIndex((token) => token.start >= source.start);
  if (tokens[to - 1]?.text === ',') to -= 1;
  const isNoun = (at: number): boolean =>
    /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[at]?.tag ?? '');
  const isPerson = /^who$/i.test(words);
  let from = to;
  while (isNoun(from - 1) || (isPerson && tokens[from - 1]?.tag === 'ADP' && isNoun(from - 2))) {
    from -= 1;
  }
  const [first, last] = [tokens[from], tokens[to - 1]];
  return from < to && first !== undefined && last !== undefined
    ? { start: first.start, end: last.end }
    : source;
}
