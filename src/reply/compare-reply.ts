import type { Compared, Pair, Side } from '../quotes/compare.ts';
import type { Quotes } from '../quotes/quotes.ts';
import { type Citation, cite } from '../story/citation.ts';
import { moreActions } from './passage-actions.ts';
import { type Block, count, makeReply, type Reason, type Reply, say } from './reply.ts';

const PAIRS = 3; // shown at once: two passages each fill a message
const ONLY = 2; // shown at once of the passages only one of them has

/** What a comparison shows first, and what it leaves for "more". */
export interface ComparedReply {
  readonly reply: Reply;
  readonly more: readonly Citation[];
}

/** The reply to `/compare`: two people or two stories side by side, then what only one of them says. */
export function composeCompare(
  compared: Compared,
  topic: string | null,
  stories: number,
): ComparedReply {
  switch (compared.kind) {
    case 'same':
      return refuse('no-such-person', `That is ${compared.name} twice: name two different ones.`);
    case 'mixed':
      return refuse(
        'no-such-person',
        `“${compared.story}” is a story, “${compared.person}” is not: name two people, or two stories.`,
      );
    case 'unread':
      return refuse(...unread(compared.typed, compared.quotes, topic, stories));
    case 'paired':
      return compose(compared, topic);
  }
}

/** The reply if it is unclear what to compare. */
export function composeCompareWhat(): Reply {
  const text =
    'Say which two: /compare PERSON and PERSON, or two stories; add “about …” if you like.';
  return makeReply('compare', { found: false, reason: 'empty-question', blocks: [say(text)] });
}

function refuse(reason: Reason, text: string): ComparedReply {
  const reply = makeReply('compare', { found: false, reason, blocks: [say(text)] });
  return { reply, more: [] };
}

function unread(
  typed: string,
  quotes: Quotes,
  topic: string | null,
  stories: number,
): readonly [Reason, string] {
  switch (quotes.kind) {
    case 'ambiguous-person':
      return ['ambiguous-person', `“${typed}” can be ${quotes.names.join(' or ')}: say which.`];
    case 'said-nothing':
    case 'no-comment':
    case 'some':
      return [
        'said-nothing',
        topic === null
          ? `The story does not quote “${typed}”.`
          : `The story does not quote “${typed}” about that.`,
      ];
    case 'no-such-person':
      return [
        'no-such-person',
        stories > 1
          ? `No story here names “${typed}” or is called that.`
          : `There is only one story here, and it names nobody like “${typed}”.`,
      ];
  }
}

function compose(
  { names, pairs, only }: Extract<Compared, { kind: 'paired' }>,
  topic: string | null,
): ComparedReply {
  const [one, other] = names;
  const shown = pairs.slice(0, PAIRS);
  const left = [
    ...pairs.slice(PAIRS).flatMap(({ left, right }) => [citationOf(left), citationOf(right)]),
    ...only.flatMap((sides) => sides.slice(ONLY).map(citationOf)),
  ];
  const passages = [
    ...shown.flatMap(({ left, right }) => [citationOf(left), citationOf(right)]),
    ...only.flatMap((sides) => sides.slice(0, ONLY).map(citationOf)),
    ...left,
  ];
  const about = topic === null ? '' : ' about that';
  const opening =
    pairs.length === 0
      ? `${one} and ${other} say nothing${about} that is about the same thing.`
      : `${one} and ${other}${about}: ${count(pairs.length, 'pair')} of passages about the same thing, most alike first.`;
  const blocks: Block[] = [
    say(opening),
    ...shown.flatMap((pair, i) => showPair(pair, i + 1, pairs.length)),
    ...only.flatMap((sides, i) => showOnly(names[i] ?? '', sides)),
  ];
  const reply = makeReply('compare', {
    passages,
    rows: pairs.map((pair) => rowOf(pair, names)),
    blocks,
    actions: moreActions(`More passages (${left.length})`, left),
  });
  return { reply, more: left };
}

function citationOf({ story, span, statement }: Side): Citation {
  return cite(story, span, null, statement);
}

function showPair({ left, right }: Pair, nth: number, of: number): readonly Block[] {
  return [
    ...(of > 1 ? [say(`${nth}.`)] : []),
    { kind: 'quote', citation: citationOf(left) },
    { kind: 'quote', citation: citationOf(right) },
  ];
}

/** `Only Ann Ode (5 passages, 2 of them here):` and the first of them. */
function showOnly(name: string, sides: readonly Side[]): readonly Block[] {
  if (sides.length === 0) return [];
  const few = sides.slice(0, ONLY);
  const how = few.length < sides.length ? ` (${few.length} of ${sides.length} passages)` : '';
  return [
    say(`Only ${name}${how}:`),
    ...few.map((side): Block => ({ kind: 'quote', citation: citationOf(side) })),
  ];
}

function rowOf({ left, right, likeness }: Pair, [one, other]: readonly [string, string]) {
  const [a, b] = [citationOf(left), citationOf(right)];
  return {
    left: one,
    said: a.words,
    paragraph: a.paragraph,
    story: a.story,
    right: other,
    beside: b.words,
    'its paragraph': b.paragraph,
    'its story': b.story,
    likeness: Math.round(likeness * 100) / 100,
  };
}
