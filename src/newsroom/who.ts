import type { Named } from '../names/named.ts';
import type { Story } from '../story/story.ts';
import { isGroup, isPerson } from '../text/lexicon/person-nouns.ts';
import { isPlace } from '../text/lexicon/places.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import type { Span } from '../text/span.ts';
import type { Noun, Word } from './clause-words.ts';
import { type Candidate, type Passage, passageFeatures } from './five-w-candidates.ts';
import { type MainName, mainNames, mentionIn } from './main-names.ts';
import { findTimeSpans } from './times.ts';

const FARTHEST = 8; // sentences: later ones name whom the first have named
const LIKELY = 0.1; // or such a chance to be the lede

/** Whether a passage is near enough to the start, or to the point, to say who did what. */
export function isNear({ index, lede }: Passage): boolean {
  return index < FARTHEST || lede >= LIKELY;
}

/** What a story's nouns are looked at with. */
interface About {
  readonly story: Story;
  readonly main: readonly MainName[];
  /** Whom or what an alias names. */
  readonly byAlias: ReadonlyMap<string, Named>;
  /** How often each stem stands in the story, of the most frequent. */
  readonly often: ReadonlyMap<string, number>;
}

/** Who a story may be about: the nouns of its first passages, and its main names. */
export function whoCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  const about: About = {
    story,
    main: mainNames(story, passages[0]),
    byAlias: new Map(
      story.names.toReversed().flatMap((one) => one.aliases.map((alias) => [alias, one] as const)),
    ),
    often: stemShares(story),
  };
  return passages.filter(isNear).flatMap((passage) => {
    const found = passage.nouns.flatMap((noun, i) => ofNoun(about, passage, noun, i));
    const seen = new Set(found.map(({ phrase }) => `${phrase.start}-${phrase.end}`));
    const names = about.main.flatMap(({ named }) => mentionIn(story, named, passage).at ?? []);
    const cut = names.filter(({ start, end }) => !seen.has(`${start}-${end}`));
    return [...found, ...cut.flatMap((name) => inNoun(about, passage, name))];
  });
}

/** A main name that is part of a noun: `Sunda Verde` in `the Sunda Verde archipelago`. */
function inNoun(about: About, passage: Passage, name: Span): readonly Candidate[] {
  const { words, nouns } = passage;
  const at = nouns.findIndex(({ head }) => (words[head]?.end ?? 0) >= name.start);
  const noun = nouns[at];
  if (noun === undefined) return [];
  const inside = name.end <= (words[noun.head]?.start ?? 0) ? 1 : 0;
  const features = { ...featuresOf(about, passage, noun, at, name), cut: 1, inside };
  return [{ passage, phrase: name, features }];
}

function stemShares(story: Story): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { tokens } of story.sentences)
    for (const { tag, stem } of tokens)
      if (tag === 'NOUN' || tag === 'PROPN') counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return new Map([...counts].map(([stem, count]) => [stem, count / most]));
}

function ofNoun(about: About, passage: Passage, noun: Noun, at: number): readonly Candidate[] {
  const { words } = passage;
  const start = words[noun.from]?.start ?? passage.start;
  const ends = [...new Set([noun.to, noun.wide])];
  return ends.map((to): Candidate => {
    const phrase = { start, end: words[to - 1]?.end ?? passage.end };
    const features = featuresOf(about, passage, noun, at, phrase);
    return { passage, phrase, features: { ...features, wide: to > noun.to ? 1 : 0 } };
  });
}

function featuresOf(
  { story, main, byAlias, often }: About,
  passage: Passage,
  noun: Noun,
  at: number,
  phrase: Span,
): Record<string, number> {
  const { words, verbs } = passage;
  const { text } = story.article;
  const shown = text.slice(phrase.start, phrase.end);
  const head = words[noun.head];
  const before = words[noun.from - 1];
  const verb = verbs.find(({ from }) => from >= noun.to);
  const firstVerb = verbs.find(({ bare }) => !bare);
  const acts = verb !== undefined && !verb.bare && isDirect(words, noun, verb.from);
  const wideActs = verb !== undefined && !verb.bare && verb.from === noun.wide;
  const inMain = firstVerb !== undefined && noun.from < firstVerb.from;
  const intro = inMain && at > 0;
  const name = main.find(({ named }) => named.aliases.some((alias) => shown.includes(alias)));
  const named = byAlias.get(shown);
  const lemma = head?.lemma ?? '';
  const isName = head?.tag === 'PROPN' && noun.from < passage.words.length;
  const flag = (holds: boolean): number => (holds ? 1 : 0);
  const common = passageFeatures(passage);
  const subject = acts || wideActs;
  const person = named?.kind === 'person';
  const body = named?.kind === 'organisation';
  return {
    ...common,
    subject: flag(subject),
    subjectFirst: flag(subject && at === 0),
    subjectOfMain: flag(subject && inMain),
    subjectLede: subject ? (common.lede ?? 0) : 0,
    subjectHeadline: flag(subject && passage.headline),
    subjectStart: flag(subject && passage.index === 0 && at === 0),
    opensHeadline: flag(passage.headline && at === 0),
    opensLede: at === 0 ? (common.lede ?? 0) : 0,
    opens: flag(at === 0),
    second: flag(at === 1),
    afterIntro: flag(subject && intro && before === undefined),
    late: flag(at > 3),
    behindMain: flag(!inMain),
    inPhrase: flag(before?.tag === 'ADP' && words[noun.from]?.parted !== true),
    by: flag(before?.lower === 'by'),
    of: flag(before?.lower === 'of'),
    object: flag(before?.tag === 'VERB'),
    passive: flag(subject && isPassive(words, verb?.from ?? 0)),
    says: flag(subject && isSaying(words[verb?.main ?? -1]?.lemma ?? '')),
    after: flag(subject && words[noun.from]?.parted === true && noun.from > 0),
    name: flag(isName),
    person: flag(person),
    body: flag(body),
    place: flag(named?.kind === 'place' || isPlace(shown)),
    personNoun: flag(!isName && isPerson(lemma.toLowerCase())),
    groupNoun: flag(!isName && isGroup(lemma.toLowerCase())),
    people: flag(
      /^(?:people|men|women|children|police|residents|workers|students|officials|scientists|researchers|voters|patients|families|teenagers)$/.test(
        head?.lower ?? '',
      ),
    ),
    main: name?.weight ?? 0,
    mainFull: name !== undefined && shown.includes(name.named.name) ? name.weight : 0,
    mainFirst: flag(name !== undefined && name === main[0]),
    exact: flag(name !== undefined && name.named.name === shown),
    part: flag(named !== undefined && named.name !== shown),
    pronoun: flag(
      head?.tag === 'PRON' || /^(?:it|there|this|that|those|who|what)$/.test(head?.lower ?? ''),
    ),
    often: often.get(head?.stem ?? '') ?? 0,
    subjectOften: subject ? (often.get(head?.stem ?? '') ?? 0) : 0,
    number: flag(
      /^(?:at least |more than |about |nearly |some |around |up to )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|tens)\b/i.test(
        shown,
      ),
    ),
    numberOnly: flag(head?.tag === 'NUM'),
    indefinite: flag(/^an? /i.test(shown)),
    definite: flag(/^the /i.test(shown)),
    single: flag(!shown.includes(' ')),
    many: flag(shown.split(' ').length > 6),
    quoted: flag(words[noun.from]?.quoted === true),
    time: flag(isTime(text, passage, phrase)),
    title: flag(/^\p{Lu}/u.test(shown) && noun.from > 0),
    possessive: flag(words[noun.to]?.lower === "'s" || words[noun.to]?.lower === '’s'),
  };
}

/** Whether a verb follows a noun at once, or behind what commas part: `Ode, 58, closed`. */
function isDirect(words: readonly Word[], noun: Noun, verb: number): boolean {
  if (verb === noun.to) return true;
  const between = words.slice(noun.to, verb);
  const opens = between[0];
  if (opens === undefined || verb - noun.to > 14) return false;
  return (opens.parted || /^(?:who|which|that)$/.test(opens.lower)) && words[verb]?.parted === true;
}

function isPassive(words: readonly Word[], verb: number): boolean {
  return /^(?:is|are|was|were|been|be|being)$/.test(words[verb]?.lower ?? '');
}

function isTime(text: string, passage: Passage, phrase: Span): boolean {
  return findTimeSpans(text, passage).some(
    ({ start, end }) => start < phrase.end && phrase.start < end && start <= phrase.start + 8,
  );
}
