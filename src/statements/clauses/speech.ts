import { isSaying } from '../../text/lexicon/saying.ts';
import { sourceKindOf } from '../../text/lexicon/source-words.ts';
import { STOP_WORDS } from '../../text/lexicon/stop-words.ts';
import type { Statement } from '../statement.ts';
import type { CueRange } from '../tagging/cue.ts';
import type { Roles } from '../tagging/role-tagger.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { SHAPE } from '../tagging/word.ts';
import { wordAt } from '../tagging/word-features.ts';

/**
 * Whether something was said: the cue is a saying word, or the words are in quotation marks. Not
 * what is only wanted or believed, and not what someone did not say.
 */
export function isSpeech(unit: Unit, roles: Roles, kind: Statement['kind']): boolean {
  const said = roles.content.flatMap((run) => wordsOf(unit, run));
  if (unspoken.some((rule) => rule(unit, roles, said))) return false;
  return (
    kind === 'direct' ||
    isSpoken(unit, roles.cue) ||
    (kind === 'mixed' && !isWish(unit, roles.cue)) ||
    owns(unit, roles) ||
    shows(unit, roles)
  );
}

/** `alleged that`, `accepted that`, `apologised for the noise`: said, with verbs that the lexicon lacks. */
function owns(unit: Unit, { cue, content }: Roles): boolean {
  const said = wordsOf(unit, cue).some(({ token }) => /^(?:alleg|apologi[sz])/.test(token.lower));
  const [first] = content;
  const isThat = first !== undefined && wordAt(unit, first.from).token.lower === 'that';
  return said || (isThat && wordsOf(unit, cue).some(({ token }) => /^accept/.test(token.lower)));
}

const FINDS =
  /^(?:find|found|show|reveal|conclude|indicate|suggest|estimate|put|give|list|record|rule)$/;
const FINDERS =
  /^(?:analysts?|auditors?|authors?|commission|committee|courts?|economists?|inspectors?|investigators?|judges?|jury|laws?|panel|researchers?|rules?|scientists?|tribunal)$/;

/** `A survey of swimmers found that …`, `Figures show …`: studies, papers and courts speak through what they show. */
function shows(unit: Unit, { cue, content, source }: Roles): boolean {
  if (source === null || !wordsOf(unit, cue).some(({ token }) => FINDS.test(token.lemma)))
    return false;
  const isFinder = wordsOf(unit, source).some(
    ({ token: { lower } }) => sourceKindOf(lower) !== null || FINDERS.test(lower),
  );
  return isFinder && content.flatMap((run) => wordsOf(unit, run)).some(({ verbal }) => verbal);
}

/** Whether words that were found are not said; `said` are those of the content. */
type Rule = (unit: Unit, roles: Roles, said: readonly Word[]) => boolean;

const unspoken: readonly Rule[] = [
  nobodySays,
  anonymity,
  saysNothing,
  wasTold,
  madeSomething,
  isNamedSo,
  scareQuoted,
  repliedBy,
  citing,
  talked,
  toHearer,
  mayDo,
];

/** `Families will be able to ask for a larger bin`: what somebody may do is not said. */
function mayDo(unit: Unit, { cue }: Roles, said: readonly Word[]): boolean {
  const [may, to] = [wordAt(unit, cue.from - 2), wordAt(unit, cue.from - 1)];
  const isFree = /^(?:able|allowed|eligible|entitled|free|welcome)$/.test(may.token.lower);
  return isFree && to.token.lower === 'to' && said.every(({ quotation }) => quotation === 0);
}

/** `the so-called bin tax`: not a statement. */
export function isSoCalled(unit: Unit, { cue }: Roles): boolean {
  return (
    /^called$/.test(wordAt(unit, cue.to - 1).token.lower) &&
    /^so$/.test(wordAt(unit, cue.from - 2).token.lower)
  );
}

/** `Neither the rules nor Ann Ode says who must jump first`: nobody says it. */
function nobodySays(unit: Unit, { source }: Roles): boolean {
  const first = source === null ? '' : wordAt(unit, source.from).token.lower;
  return /^(?:neither|nobody|none|nothing)$/.test(first);
}

/** `who spoke on condition of anonymity`, `asked not to be named` */
function anonymity(_unit: Unit, _roles: Roles, said: readonly Word[]): boolean {
  const words = said.map(({ token }) => token.lower).join(' ');
  return (
    /anonym|^(?:not to|n't to|that .{1,20} not) be (?:named|identified|quoted)/.test(words) ||
    /^(?:(?:me|us) )?not to (?:tell|give|use|print|reveal|publish|mention) (?:his|her|their) names?/.test(
      words,
    )
  );
}

const LEAST_CLAUSE = 3; // words

/** `announced on Tuesday`, `said so`, `said nothing`: content without any substance. */
function saysNothing(unit: Unit, { content }: Roles, said: readonly Word[]): boolean {
  if (content.some(({ from }) => wordAt(unit, from).quotation > 0)) return false;
  const isClause = said[0]?.token.lower === 'that' || said.length >= LEAST_CLAUSE;
  if (isClause && said.some(({ verbal }) => verbal)) return false; // `she would do the same again`
  // `In a post on social media, the band apologised`: where it was said
  if (/^(?:in|on)$/.test(said[0]?.token.lower ?? '') && !said.some(({ verbal }) => verbal))
    return true;
  return said.every(
    ({ token }) =>
      !/\p{L}|\d,\d{3}/u.test(token.text) || // `more than 100,000` says something
      STOP_WORDS.has(token.lower) ||
      /^(?:comment|little|nothing)$/.test(token.lower) ||
      /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|earlier|recently)$/.test(
        token.lower,
      ),
  );
}

/** `The firm had been warned to mend it`: the person told is not the speaker. */
function wasTold(unit: Unit, { cue, source }: Roles): boolean {
  if (source === null || source.from > cue.from) return false;
  const words = besideCue(unit, cue).map(({ token }) => token);
  return (
    /^(?:warned|told|asked|advised|reminded|urged|ordered|informed|assured|questioned)$/.test(
      wordsOf(unit, cue).findLast(({ verbal }) => verbal)?.token.lower ?? '',
    ) && words.some(({ lower }) => /^(?:been|being|was|were|is|are)$/.test(lower))
  );
}

// saying verbs that denote deeds when their object is only a noun: `responded to the scene`, `dismissed the suit`
const DEEDS =
  /^(?:add|address|answer|describe|dismiss|face|hear|phone|point|post|preach|read|react|reply|respond|rule|sing|submit|text|write)$/;

/** `wrote two books`, `responded to the scene`, `declared a state of emergency`: something done, not said. */
function madeSomething(unit: Unit, { cue }: Roles, words: readonly Word[]): boolean {
  const isSung = wordsOf(unit, cue).some(({ token }) => token.lemma === 'sing');
  // `sang “You’re getting sacked in the morning”`, not `sang “Yesterday”`
  if (isSung) return !words.some(({ quotation, verbal }) => quotation > 0 && verbal);
  // `dismissed the suit | and left`, `declared a feast, | which lasts`
  const and = words.findIndex(
    ({ token }, at) => token.tag === 'CCONJ' || (at > 0 && token.lower === 'which'),
  );
  const object = and < 0 ? words : words.slice(0, and);
  const isAs = object.some(({ token }) => token.lower === 'as');
  if (isAs || words.some(({ quotation }) => quotation > 0)) return false;
  if (object.some(({ verbal }) => verbal)) return false;
  if (wordsOf(unit, cue).some(({ token }) => DEEDS.test(token.lemma))) return true;
  const [lemma, first] = [wordAt(unit, cue.to - 1).token.lemma, words[0]?.token];
  if (lemma === 'call') return first?.tag === 'NUM'; // `called four witnesses`
  return lemma === 'declare' && /^(?:an?|war|victory|bankruptcy)$/.test(first?.lower ?? '');
}

/** `The theft was reported`, `was often called “the last”`: a thing spoken of does not speak. */
function isNamedSo(unit: Unit, { cue, content, source }: Roles): boolean {
  const verb = wordsOf(unit, cue).findLast(({ verbal }) => verbal)?.token;
  const near = besideCue(unit, cue).map(({ token }) => token.lower);
  const before = near.slice(near.lastIndexOf('and') + 1); // `it was sold | and added that`
  if (verb === undefined || !isSaying(verb.lemma) || !/(?:ed|en|id|old)$/.test(verb.lower))
    return false;
  if (!before.some((word) => /^(?:been|being|was|were|is|are)$/.test(word))) return false;
  if (source !== null && wordAt(unit, source.from - 1).token.lower === 'by') return false;
  const links = wordsOf(unit, cue).map(({ token }) => token.lower);
  if (links.includes('as')) return false;
  const from = content[0]?.from ?? -1;
  if (links.includes('to')) return !wordAt(unit, from).verbal; // `was reported to the coast guard`
  const first = wordAt(unit, from).token.lower;
  if (first === 'to') return !wordAt(unit, from + 1).verbal; // `is said to have left`
  const isIt = source === null || wordAt(unit, source.from).token.lower === 'it';
  return first !== 'as' && !(isIt && first === 'that');
}

/** `put up “wanted” posters`: a scare-quoted word before its noun, without a saying verb. */
function scareQuoted(unit: Unit, { cue }: Roles, words: readonly Word[]): boolean {
  if (isSpoken(unit, cue)) return false;
  const quoted = words.filter(({ quotation, mark }) => quotation > 0 && mark === 0);
  const next = words[words.findLastIndex(({ quotation }) => quotation > 0) + 1];
  return quoted.length === 1 && next?.token.tag === 'NOUN';
}

/** `The studio replied by publishing …`: it did something. */
function repliedBy(unit: Unit, { cue }: Roles): boolean {
  const [by, doing] = [wordAt(unit, cue.to), wordAt(unit, cue.to + 1)].map(
    ({ token }) => token.lower,
  );
  return /^(?:by|with)$/.test(by ?? '') && /.ing$/.test(doing ?? '');
}

/** `citing a report which stated …`, `citing a memo`: a cited source speaks for itself. */
function citing(unit: Unit, { cue }: Roles, words: readonly Word[]): boolean {
  if (wordAt(unit, cue.from).token.lower !== 'citing') return false;
  if (!words.some((word) => word.verbal || word.quotation > 0)) return true;
  const relative = words.findIndex((word) => /^(?:which|who|that)$/.test(word.token.lower));
  const parted = words[relative - 1]?.shape === SHAPE.comma; // `citing an official, that …`: he does not
  return relative > 0 && !parted && isSaying(words[relative + 1]?.token.lemma ?? '');
}

/** `She talked to Ann Ode about hockey`, `spoke of it`: reports that they talked, not what was said. */
function talked(unit: Unit, { cue }: Roles, words: readonly Word[]): boolean {
  if (words.some((word) => word.quotation > 0)) return false;
  const lemmas = wordsOf(unit, cue).map(({ token }) => token.lemma);
  if (lemmas.includes('talk') || lemmas.includes('chat')) return true;
  const about = [wordAt(unit, cue.to - 1), wordAt(unit, cue.to)].map(({ token }) => token.lower);
  if (lemmas.includes('argue') && about.some((word) => /^(?:about|over)$/.test(word))) return true;
  return lemmas.includes('speak') && !words.some((word) => word.verbal);
}

/** `apologised to the farmers`, `told the farmers`: the addressee, not what is said. */
function toHearer(unit: Unit, { cue }: Roles, words: readonly Word[]): boolean {
  const [to, whom] = words.map(({ token }) => token);
  const isClause = words.some(({ token, quotation }) => token.lower === 'that' || quotation > 0);
  // `the road promised | to the town after a fire in which four died`
  if (to?.lower === 'to' && whom?.tag === 'DET' && !isClause) return true;
  if (words.some(({ verbal, quotation }) => verbal || quotation > 0)) return false;
  const last = wordAt(unit, cue.to - 1).token;
  return (
    last.lower === 'to' ||
    words[0]?.token.lower === 'to' ||
    /^(?:tell|inform|remind|thank)$/.test(last.lemma)
  );
}

/** A cue and the words right before it, without those of a quotation: `“I knew who he was,” | said Ann Ode`. */
function besideCue(unit: Unit, { from, to }: CueRange): readonly Word[] {
  const own = wordAt(unit, from).quotation;
  return wordsOf(unit, { from: from - 3, to }).filter(({ quotation }) => quotation === own);
}

function wordsOf(unit: Unit, { from, to }: CueRange): readonly Word[] {
  return unit.words.slice(Math.max(0, from), to);
}

/** `said`, `according to`, a colon; not `wants`, `believes`. */
export function isSpoken(unit: Unit, cue: CueRange): boolean {
  return wordsOf(unit, cue).some(
    ({ token }) =>
      isSaying(token.lemma) || /^(?:according|[:–—]|statement|words)$/.test(token.lower),
  );
}

const WISHES =
  /^(?:want|hope|wish|believe|think|feel|fear|expect|like|love|hate|know|see|plan|intend|need|decide|try|consider)$/;

function isWish(unit: Unit, cue: CueRange): boolean {
  return wordsOf(unit, cue).some(({ token }) => WISHES.test(token.lemma));
}
