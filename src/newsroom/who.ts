import type { Named } from '../names/named.ts';
import type { Story } from '../story/story.ts';
import { isGroup, isPerson } from '../text/lexicon/person-nouns.ts';
import { isPlace } from '../text/lexicon/places.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import type { Span } from '../text/span.ts';
import type { Noun, Word } from './clause-words.ts';
import {
  type Candidate,
  type Features,
  type Passage,
  passageFeatures,
} from './five-w-candidates.ts';
import { type MainName, mainNames, mentionIn } from './main-names.ts';

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
  const own = { cut: 1, inside };
  const features = [
    ...nounFeatures(about, passage, noun, at),
    ofPhrase(about, passage, noun, name),
    own,
  ];
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
  const shared = nounFeatures(about, passage, noun, at);
  const ends = noun.wide > noun.to ? [noun.to, noun.wide] : [noun.to];
  return ends.map((to): Candidate => {
    const phrase = { start, end: words[to - 1]?.end ?? passage.end };
    const features = [...shared, ofPhrase(about, passage, noun, phrase)];
    return { passage, phrase, features: to > noun.to ? [...features, WIDE] : features };
  });
}

const WIDE: Features = { wide: 1 };

const flag = (holds: boolean): number => (holds ? 1 : 0);

/** What speaks for a noun, whichever of its words are shown: its passage, its place in it, what it is. */
function nounFeatures(
  { often }: About,
  passage: Passage,
  noun: Noun,
  at: number,
): readonly Features[] {
  const { words, verbs } = passage;
  const head = words[noun.head];
  const before = words[noun.from - 1];
  const verb = verbs.find(({ from }) => from >= noun.to);
  const firstVerb = verbs.find(({ bare }) => !bare);
  const acts = verb !== undefined && !verb.bare && isDirect(words, noun, verb.from);
  const wideActs = verb !== undefined && !verb.bare && verb.from === noun.wide;
  const inMain = firstVerb !== undefined && noun.from < firstVerb.from;
  const intro = inMain && at > 0;
  const lemma = head?.lemma.toLowerCase() ?? '';
  const lower = head?.lower ?? '';
  const isName = head?.tag === 'PROPN' && noun.from < words.length;
  const common = passageFeatures(passage);
  const subject = acts || wideActs;
  const share = often.get(head?.stem ?? '') ?? 0;
  const own: Features = {
    subject: flag(subject),
    subjectFirst: flag(subject && at === 0),
    subjectOfMain: flag(subject && inMain),
    subjectLede: subject ? passage.lede : 0,
    subjectHeadline: flag(subject && passage.headline),
    subjectStart: flag(subject && passage.index === 0 && at === 0),
    opensHeadline: flag(passage.headline && at === 0),
    opensLede: at === 0 ? passage.lede : 0,
    opens: flag(at === 0),
    secondNoun: flag(at === 1),
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
    personNoun: flag(!isName && isPerson(lemma)),
    groupNoun: flag(!isName && isGroup(lemma)),
    people: flag(PEOPLE.has(lower)),
    pronoun: flag(head?.tag === 'PRON' || PRONOUNS.has(lower)),
    often: share,
    subjectOften: subject ? share : 0,
    numberOnly: flag(head?.tag === 'NUM'),
    inQuotes: flag(words[noun.from]?.quoted === true),
    possessive: flag(words[noun.to]?.lower === "'s" || words[noun.to]?.lower === '’s'),
  };
  return [common, own];
}

const PEOPLE: ReadonlySet<string> = new Set(
  'people men women children police residents workers students officials scientists researchers voters patients families teenagers'.split(
    ' ',
  ),
);

const PRONOUNS: ReadonlySet<string> = new Set('it there this that those who what'.split(' '));

/** What speaks for the words shown: whom or what they name, how they begin. */
function ofPhrase(
  { story, main, byAlias }: About,
  passage: Passage,
  noun: Noun,
  phrase: Span,
): Features {
  const { text } = story.article;
  const shown = text.slice(phrase.start, phrase.end);
  const name = main.find(({ named }) => named.aliases.some((alias) => shown.includes(alias)));
  const named = byAlias.get(shown);
  return {
    person: flag(named?.kind === 'person'),
    body: flag(named?.kind === 'organisation'),
    place: flag(named?.kind === 'place' || isPlace(shown)),
    main: name?.weight ?? 0,
    mainFull: name !== undefined && shown.includes(name.named.name) ? name.weight : 0,
    mainFirst: flag(name !== undefined && name === main[0]),
    exact: flag(name !== undefined && name.named.name === shown),
    part: flag(named !== undefined && named.name !== shown),
    number: flag(COUNTED.test(shown)),
    indefinite: flag(/^an? /i.test(shown)),
    definite: flag(/^the /i.test(shown)),
    single: flag(!shown.includes(' ')),
    many: flag(shown.split(' ').length > 6),
    time: flag(isTime(passage, phrase)),
    title: flag(noun.from > 0 && /^\p{Lu}/u.test(shown)),
  };
}

const COUNTED =
  /^(?:at least |more than |about |nearly |some |around |up to )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|tens)\b/i;

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

function isTime({ times }: Passage, phrase: Span): boolean {
  return times.some(
    ({ start, end }) => start < phrase.end && phrase.start < end && start <= phrase.start + 8,
  );
}
