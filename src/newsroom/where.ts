import type { Story } from '../story/story.ts';
import { CURRENCY_CODES } from '../text/lexicon/figure-words.ts';
import { isPerson } from '../text/lexicon/person-nouns.ts';
import { LOCATIVES, PLACE_NOUNS } from '../text/lexicon/place-words.ts';
import { isNationality, isPlace } from '../text/lexicon/places.ts';
import type { Span } from '../text/span.ts';
import type { Word } from './clause-words.ts';
import {
  type Candidate,
  type Features,
  type Passage,
  passageFeatures,
} from './five-w-candidates.ts';
import { findPlaces } from './place-phrases.ts';

interface Placed {
  readonly passage: Passage;
  readonly phrase: Span;
  /** The word before it that makes it a place, or null. */
  readonly preposition: string | null;
  /** How it was found. */
  readonly by: 'name' | 'noun' | 'dateline';
  readonly wide: boolean;
}

/** Where it may have happened: names and nouns behind `in`, `at`, `outside`, known places, the dateline. */
export function whereCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  const { text } = story.article;
  const namesOf = (kind: string): ReadonlySet<string> =>
    new Set(story.names.filter((one) => one.kind === kind).flatMap((one) => one.aliases));
  const people = new Set([...namesOf('person')].flatMap((alias) => alias.split(' ')));
  const found = [
    ...fromDateline(story, passages),
    ...passages.flatMap((passage) => inPassage(passage, people)),
  ].filter(({ phrase }) => mayBePlace(text.slice(phrase.start, phrase.end)));
  const keyOf = (span: Span): string => text.slice(span.start, span.end).toLowerCase();
  const counts = new Map<string, number>();
  for (const { phrase } of found) counts.set(keyOf(phrase), (counts.get(keyOf(phrase)) ?? 0) + 1);
  const known: Known = {
    text,
    bodies: namesOf('organisation'),
    longBodies: [...namesOf('organisation')].filter((body) => body.includes(' ')),
    persons: namesOf('person'),
    places: namesOf('place'),
    title: passages[0]?.headline ? keyOf(passages[0]) : '',
    dateline: found[0]?.by === 'dateline' ? keyOf(found[0].phrase) : null,
    first: found.find(({ passage, by }) => !passage.headline && by === 'name')?.phrase ?? null,
    firstOfLede:
      found.find(({ passage, by }) => passage.lede > 0.5 && by !== 'dateline')?.phrase ?? null,
    counts,
  };
  return found.map((one) => ({
    passage: one.passage,
    phrase: one.phrase,
    features: [passageFeatures(one.passage), featuresOf(one, known)],
  }));
}

/** What is left of a body's name, or stands for it: `the Board`. */
const BARE =
  /^(?:the )?(?:Agency|Association|Authority|Bank|Board|Bureau|Commission|Committee|Council|Department|Directorate|Foundation|Group|Institute|Ministry|Office|Party|Service|Society|Trust|Union)$/i;

/** Not `the Board`, nor the `SEK` of `rose to SEK 3bn`. */
function mayBePlace(words: string): boolean {
  const [first = ''] = words.toLowerCase().split(/\s/, 1);
  return !BARE.test(words) && !CURRENCY_CODES.has(first);
}

/** `GENEVA, June 8 (Newswire) --`: the place before the first comma or bracket. */
function fromDateline(
  { article, dateline }: Story,
  passages: readonly Passage[],
): readonly Placed[] {
  const first = passages.find((one) => one.index === 0);
  if (dateline === null || first === undefined || first.start < dateline.end) return [];
  const line = article.text.slice(dateline.start, dateline.end);
  const place =
    /^[^(—–\d/]*?(?=,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\s*(?:[(—–\d/]|--| -|$))/u.exec(
      line,
    )?.[0] ?? '';
  const words = place.replace(/[\s,:]+$/, '');
  if (words.length < 3) return [];
  const phrase = { start: dateline.start, end: dateline.start + words.length };
  const passage = { ...first, start: dateline.start };
  return [{ passage, phrase, preposition: null, by: 'dateline', wide: false }];
}

function inPassage(passage: Passage, people: ReadonlySet<string>): readonly Placed[] {
  const { tokens, words, nouns } = passage;
  const names = findPlaces(tokens, (word) => people.has(word.replace(/['’]s$/, ''))).map(
    ({ from, to, preposition }): Placed => {
      const phrase = {
        start: tokens[from]?.start ?? passage.start,
        end: tokens[to - 1]?.end ?? passage.end,
      };
      return { passage, phrase, preposition, by: 'name', wide: false };
    },
  );
  const isTime = ({ start, end }: Span): boolean =>
    passage.times.some((time) => time.start < end && start < time.end);
  const seen = new Set(names.map(({ phrase }) => `${phrase.start}-${phrase.end}`));
  const found = nouns.flatMap(({ from, head, to, wide }): readonly Placed[] => {
    const preposition = words[from - 1]?.lower ?? '';
    const noun = words[head];
    if (noun === undefined || words[from]?.parted === true) return [];
    if (
      !(
        LOCATIVES.has(preposition) ||
        /^(?:on|along|beneath|under|over|between|beside|behind|off|of)$/.test(preposition)
      )
    )
      return [];
    if (noun.tag === 'PRON' || noun.tag === 'NUM') return [];
    const start = words[from]?.start ?? passage.start;
    return [...new Set([to, wide])]
      .map((end) => ({ end, phrase: { start, end: words[end - 1]?.end ?? passage.end } }))
      .filter(({ phrase }) => !isTime(phrase) && !seen.has(`${phrase.start}-${phrase.end}`))
      .map(({ end, phrase }) => ({ passage, phrase, preposition, by: 'noun', wide: end > to }));
  });
  return [...names, ...found];
}

interface Known {
  readonly text: string;
  readonly bodies: ReadonlySet<string>;
  readonly longBodies: readonly string[];
  readonly persons: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly title: string;
  readonly dateline: string | null;
  readonly first: Span | null;
  readonly firstOfLede: Span | null;
  readonly counts: ReadonlyMap<string, number>;
}

const NATION = /^(?:US|U\.S\.|USA|United States|America|UK|U\.K\.|Britain)$/;

function featuresOf({ passage, phrase, preposition, by, wide }: Placed, known: Known): Features {
  const shown = known.text.slice(phrase.start, phrase.end);
  const inside = passage.words.filter((one) => one.start >= phrase.start && one.end <= phrase.end);
  const at = passage.words.findIndex((one) => one.start >= phrase.start);
  const before = passage.words[at - 2];
  const next = passage.words[at + inside.length];
  const core = inside.slice(0, coreEnd(inside));
  const head = core.findLast((one) => /^(?:NOUN|PROPN)$/.test(one.tag)) ?? core.at(-1);
  const finite = passage.verbs.find((one) => !one.bare);
  const nearest = passage.verbs.findLast((one) => one.main < at);
  const flag = (holds: boolean): number => (holds ? 1 : 0);
  const isKnown = isPlace(shown) || known.places.has(shown);
  const named = inside.some((one) => /^\p{Lu}/u.test(one.text) && one.tag === 'PROPN');
  const isPlaceNoun = inside.some((one) => PLACE_NOUNS.has(one.lower));
  return {
    name: flag(by === 'name'),
    noun: flag(by === 'noun'),
    dateline: flag(by === 'dateline'),
    likeDateline: flag(
      by !== 'dateline' && known.dateline !== null && shown.toLowerCase() === known.dateline,
    ),
    wide: flag(wide),
    at: flag(preposition === 'at'),
    in: flag(preposition === 'in'),
    on: flag(preposition === 'on'),
    of: flag(preposition === 'of'),
    outside: flag(
      /^(?:outside|inside|near|beneath|beside|behind|under|along)$/.test(preposition ?? ''),
    ),
    toward: flag(/^(?:to|into|toward|towards|by|through|across|above)$/.test(preposition ?? '')),
    from: flag(preposition === 'from' || preposition === 'off'),
    bare: flag(preposition === null),
    known: flag(isKnown),
    headlineKnown: flag(passage.headline && isKnown),
    ledeNamed: named ? passage.lede : 0,
    ledePlace: isPlaceNoun ? passage.lede : 0,
    kind: flag(isPlaceNoun),
    headKind: flag(head !== undefined && PLACE_NOUNS.has(head.lower)),
    nounKind: flag(by === 'noun' && isPlaceNoun),
    nounNamed: flag(by === 'noun' && named),
    nounPlain: flag(by === 'noun' && !named && !isPlaceNoun),
    atPlace: flag(/^(?:at|in|outside|near|inside)$/.test(preposition ?? '') && isPlaceNoun),
    inNamed: flag(preposition === 'in' && named),
    atNamed: flag(preposition === 'at' && named),
    onNamed: flag(preposition === 'on' && named),
    small: flag(!/\p{Lu}/u.test(shown)),
    occasion: flag(
      /(?:prix|cup|games|olympics|championship|election|convention|festival)$/i.test(shown),
    ),
    body: flag(known.bodies.has(shown)),
    person: flag(
      known.persons.has(shown) ||
        (head !== undefined && head.tag === 'NOUN' && isPerson(head.lemma)),
    ),
    nation: flag(NATION.test(shown)),
    adjective: flag(isNationality(shown)),
    andMore: flag(/ and /.test(shown)),
    ofSelling: flag(nearest?.bare === true && by !== 'name'),
    more: flag(/,| in | of /.test(shown)),
    titled: flag(known.title.includes(shown.toLowerCase())),
    firstOf: flag(phrase === known.first),
    firstOfLede: flag(phrase === known.firstOfLede),
    ofMain: flag(nearest !== undefined && nearest === finite),
    ofBare: flag(nearest?.bare === true),
    event: flag(
      passage.words
        .slice(Math.max(0, at - 7), Math.max(0, at))
        .some((one) => EVENT.test(one.lower)),
    ),
    behindVerb: flag(before?.tag === 'VERB'),
    behindMain: flag(finite !== undefined && at > finite.main),
    beforeMain: flag(finite !== undefined && at >= 0 && at < finite.from),
    opens: flag(at === 0 || at === 1),
    acts: flag(passage.verbs.some((one) => one.from === at + inside.length && !one.bare)),
    affiliated: flag(isAffiliated(passage.words, at)),
    saidThere: flag(
      /\b(?:said|says|told|according to)\b/.test(known.text.slice(passage.start, passage.end)),
    ),
    institution: flag(INSTITUTION.test(shown)),
    partOfBody: flag(
      named && !known.bodies.has(shown) && known.longBodies.some((body) => body.includes(shown)),
    ),
    possessive: flag(/^['’]s$/.test(next?.lower ?? '')),
    ends: flag(next === undefined || next.parted),
    joined: flag(next?.tag === 'NOUN' && !next.parted),
    inQuotes: flag(inside[0]?.quoted === true),
    counted: flag(inside.some((one) => one.tag === 'NUM')),
    single: flag(inside.length === 1),
    many: flag(inside.length > 5),
    often: Math.min(4, (known.counts.get(shown.toLowerCase()) ?? 1) - 1) / 4,
    late: flag(passage.index > 5),
  };
}

/** Words for what happens at a place. */
const EVENT =
  /^(?:meetings?|met|talks|summit|ceremony|conference|match|game|final|attack|blast|explosion|fire|blaze|crash|protest|march|rally|trial|hearing|vote|shooting|flood|storm|quake|opened|held|took|died|killed|found|arrested|born|struck|erupted|collapsed|sank|derailed|capsized)$/;

const INSTITUTION =
  /\b(?:Journal|Magazine|University|Hospital|Institute|Centre|Center|College|Office|Commission|Board|Bank|Court|Council|School|Agency|Association|Union|Party|Rovers|United|City|Capital|Group|Foundation)\b/;

/** `a professor at Orr University`, `Ann Ode of the Trust`: whose somebody is, not where it was. */
function isAffiliated(words: readonly Word[], at: number): boolean {
  const preposition = words[at - 1]?.lower ?? '';
  const owner = words[at - 2];
  if (!/^(?:of|at|from|for|with)$/.test(preposition) || owner === undefined) return false;
  return (
    (owner.tag === 'NOUN' && isPerson(owner.lemma)) ||
    (owner.tag === 'PROPN' && preposition !== 'at')
  );
}

/** Where the words before the first `of`, `in` or other joint end. */
function coreEnd(words: readonly Word[]): number {
  const joint = words.findIndex((one, i) => i > 0 && one.tag === 'ADP');
  return joint < 0 ? words.length : joint;
}
