import { isSaying } from '../text/lexicon/saying.ts';
import { overlaps, type Span } from '../text/span.ts';
import { loadAttributionModels } from './attribution-weights.ts';
import type { Attribution } from './attributions.ts';
import { describedBefore, isRelativeOf, namedByDescription, whomAbout } from './described.ts';
import { type Discourse, readDiscourse, type Spoken, sentenceAt } from './discourse.ts';
import { readInterview, sideOf } from './interview.ts';
import type { Named } from './names.ts';
import { chooseCandidate, findCandidates, genderOfPronoun } from './pronoun.ts';
import { nameBeforeRelative, nameOfSource } from './source-name.ts';
import type { Stanced } from './stance.ts';
import type { Basis, Statement } from './statement.ts';
import type { Story } from './story.ts';

const LEAST_CHANCE = 0.57; // of a pronoun's candidate; chosen on PolNeAR (dev), where 92 of 100 taken so are right

/** Who it is, and by which rule; `name` without `named` is a name that two people share. */
interface Who {
  readonly named: Named | null;
  readonly name: string | null;
  readonly rule: string;
  readonly basis: Basis;
  /** The description that a pronoun means, where no name does. */
  readonly described?: Span;
}

/** Gives each attribution its speaker: the fullest name where the story tells who it is. */
export function nameSpeakers(
  story: Omit<Story, 'statements'>,
  names: readonly Named[],
  found: readonly Stanced[],
): readonly Statement[] {
  const discourse = readDiscourse(story, names);
  const first = found.find((one) => sideOf(discourse, one) !== null);
  const interview = first === undefined ? null : readInterview(discourse, placeOf(first));
  const spoken: Spoken[] = [];
  const speakers = new Map<Attribution, Who>();
  for (const attribution of found) {
    const side = sideOf(discourse, attribution);
    const known =
      side === null || interview === null
        ? findWho(discourse, attribution, spoken, speakers)
        : who(interview[side], 'whom the introduction names', 'label');
    speakers.set(attribution, known);
    const at = placeOf(attribution);
    const sentence = sentenceAt(discourse, at);
    if (sentence !== undefined && attribution.outer === null) {
      spoken.push({ named: known.named, at, sentence });
    }
  }
  const others = found.filter(
    (one) =>
      one.outer === null ||
      one.stance !== 'says' || // `he had never said so, he said`: not what he says
      !isSame(speakers.get(one), speakers.get(one.outer)),
  );
  return others.map((attribution) => {
    const { outer, ...own } = attribution;
    const known = speakers.get(attribution) ?? who(null, '', 'none');
    return {
      ...own,
      nested: outer !== null,
      speaker: {
        name: known.name,
        words:
          known.described ??
          (known.named === null ? antecedent(discourse, own.source) : own.source),
        role: known.named?.role ?? null,
        via: findVia(discourse, attribution, found, speakers),
        basis: known.named === null && own.source === null ? 'none' : known.basis,
      },
      rule: known.rule,
    };
  });
}

/** Whether a statement inside another is of the same speaker: `he had asked them to stay, he said`. */
function isSame(inner: Who | undefined, outer: Who | undefined): boolean {
  return inner?.named != null && inner.named === outer?.named;
}

function wordsAt({ text }: Discourse, { start, end }: Span): string {
  return text.slice(start, end);
}

function placeOf({ source, content }: Attribution): number {
  return source?.start ?? content[0]?.start ?? 0;
}

/**
 * `a report which stated`, `an official familiar with the case, who said`: a relative pronoun that names
 * nobody is shown as what it stands for; other words as they are, without a comma at their end.
 */
function antecedent(discourse: Discourse, source: Span | null): Span | null {
  if (source === null) return null;
  const words = wordsAt(discourse, source);
  if (!/^(?:which|that|who)$/i.test(words)) {
    return { start: source.start, end: source.start + words.replace(/[\s,;]+$/, '').length };
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

/** Through whom it is known: who speaks the statement it stands in, or who cites its source. */
function findVia(
  discourse: Discourse,
  attribution: Attribution,
  found: readonly Attribution[],
  speakers: ReadonlyMap<Attribution, Who>,
): readonly string[] {
  const through = attribution.outer ?? citedBy(discourse, attribution, found);
  if (through === null || through === undefined) return [];
  const { source } = through;
  const words = source === null ? null : discourse.text.slice(source.start, source.end);
  const name = speakers.get(through)?.name ?? words;
  const further = through.outer === null ? [] : findVia(discourse, through, found, speakers);
  return name === null ? further : [name, ...further];
}

/** `the Post said, citing a report which stated …`: the statement whose speaker cites this one's. */
function citedBy(
  discourse: Discourse,
  { source }: Attribution,
  found: readonly Attribution[],
): Attribution | undefined {
  if (source === null) return undefined;
  const sentence = sentenceAt(discourse, source.start);
  const before = sentence?.tokens.filter((token) => token.end <= source.start).slice(-2) ?? [];
  if (!before.some((token) => /^(?:citing|quoting)$/.test(token.lower))) return undefined;
  return found.find(
    (other) =>
      other.source !== null &&
      other.source.start !== source.start &&
      sentenceAt(discourse, other.source.start) === sentence,
  );
}

function findWho(
  discourse: Discourse,
  attribution: Attribution,
  spoken: readonly Spoken[],
  speakers: ReadonlyMap<Attribution, Who>,
): Who {
  const { source, outer } = attribution;
  if (source === null) return mainSpeaker(discourse, attribution, spoken);
  const words = discourse.text.slice(source.start, source.end);
  if (outer?.kind === 'direct' && words === 'I')
    return speakers.get(outer) ?? who(null, '', 'none');
  const gender = genderOfPronoun(words);
  // in someone's own words, `he` is someone else
  const speaks = outer?.kind === 'direct' ? (speakers.get(outer)?.named ?? null) : null;
  if (gender !== null) return findPronoun(discourse, source, gender, spoken, speaks);
  if (/^(?:who|which|whose|that)$/i.test(words)) {
    const named = nameBeforeRelative(discourse, source.start);
    const described = antecedent(discourse, source) ?? source;
    const meant = named ?? namedByDescription(discourse, described);
    return named === null
      ? who(meant, DESCRIBED, 'description')
      : who(meant, `the name before “${words}”`, 'named');
  }
  const own = nameOfSource(discourse, source);
  if (own !== null && own.shared !== null) {
    return {
      named: null,
      name: own.shared,
      rule: 'a name that two people share',
      basis: 'named',
    };
  }
  if (own !== null) return who(own.named, 'the source names the speaker', 'named');
  return who(namedByDescription(discourse, source), DESCRIBED, 'description');
}

const DESCRIBED = 'the description fits one name in the story';

function who(named: Named | null, rule: string, basis: Basis): Who {
  if (named === null) return { named, name: null, rule: 'the words name nobody', basis };
  return { named, name: named.name, rule, basis };
}

/** `…, adding that …`: a saying word without a source of its own has the main one of its sentence. */
function mainSpeaker(discourse: Discourse, { cue }: Attribution, spoken: readonly Spoken[]): Who {
  const last = spoken.at(-1);
  if (cue === null || last === undefined || last.sentence !== sentenceAt(discourse, cue.start)) {
    return who(null, '', 'none');
  }
  const word = last.sentence.tokens.find((token) => overlaps(token, cue));
  const follows = word !== undefined && isSaying(word.lemma) && /ing$/.test(word.lower);
  return who(follows ? last.named : null, 'the main speaker of the sentence', 'carried');
}

function findPronoun(
  discourse: Discourse,
  source: Span,
  gender: 'male' | 'female',
  spoken: readonly Spoken[],
  speaks: Named | null,
): Who {
  const words = discourse.text.slice(source.start, source.end);
  const described = speaks === null ? describedBefore(discourse, source.start, gender) : null;
  if (described !== null) {
    const rule = `the description before “${words}”`;
    if (described.named !== null)
      return { named: described.named, name: described.named.name, rule, basis: 'pronoun' };
    return { named: null, name: null, rule, basis: 'pronoun', described: described.words };
  }
  const here = sentenceAt(discourse, source.start);
  const { pronouns } = loadAttributionModels();
  const candidates = findCandidates(discourse, source.start, gender, spoken).filter(
    ({ named }) => named === null || (named !== speaks && !isRelativeOf(discourse, named, here)),
  );
  const { named, chance } = chooseCandidate(pronouns, candidates);
  if (named === null || chance < LEAST_CHANCE) {
    const about = speaks === null ? whomAbout(discourse, gender, here) : null;
    return who(about, `“${words}”: whom the headline names`, 'pronoun');
  }
  return who(
    named,
    `“${words}”: the likeliest of those named before, ${Math.round(chance * 100)} %`,
    'pronoun',
  );
}
