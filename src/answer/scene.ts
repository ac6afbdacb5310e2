import type { Sentence } from '../story/story.ts';
import type { Token } from '../text/tokens.ts';
import { hashWord } from './hash.ts';
import type { Matched, Sought } from './match.ts';
import type { Question } from './question.ts';
import { categoryOf } from './synonyms.ts';
import type { SentenceView } from './view.ts';

/** What is known of a sentence's tokens without any question; all arrays go by token. */
export interface Grain {
  readonly tags: Uint8Array;
  readonly words: Int32Array;
  readonly stems: Int32Array;
  /** WordNet's category of a noun, 0 for other words. */
  readonly categories: Uint8Array;
  /** 1 capitalised, 2 digits, 3 other. */
  readonly shapes: Uint8Array;
  /** Where the phrase round a noun begins and ends: `the | largest newspaper | of`. */
  readonly chunkStarts: Uint8Array;
  readonly chunkEnds: Uint8Array;
  /** Which fact a token is part of, from 1; 0 for none. */
  readonly facts: Uint8Array;
  /** 0 none; 1 person, 2 organisation, 3 place, 4 other. */
  readonly named: Uint8Array;
}

/** A sentence as a question sees it. */
export interface Scene {
  readonly question: Question;
  readonly view: SentenceView;
  readonly tokens: readonly Token[];
  readonly grain: Grain;
  /** What part of the question a token matches: see `ROLES`; 0 none. */
  readonly roles: Uint8Array;
  /** How many tokens back, and ahead, the nearest matched one is; 99 for none. */
  readonly back: Uint8Array;
  readonly ahead: Uint8Array;
  /** Which term of the question a token matches, from 1 in its order; 0 none. */
  readonly terms: Uint8Array;
  /** The share of the question's weight that is matched in the token's clause, in tenths. */
  readonly clause: Uint8Array;
  /** How many marks and verbs stand before a token: what parts it from another. */
  readonly marks: Uint8Array;
  readonly verbs: Uint8Array;
}

/** The roles of matched tokens, by number. */
const ROLES = ['none', 'focus', 'verb', 'name', 'number', 'noun', 'other'] as const;

const TAGS = [
  'NONE',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];
const NAMED = ['none', 'person', 'organisation', 'place', 'other'];
const IN_CHUNK = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM']);
const FAR = 99;
const grains = new WeakMap<Sentence, Grain>();

/** Sees a sentence with the eyes of a question. */
export function setScene(sought: Sought, view: SentenceView, matched: Matched): Scene {
  const { tokens } = view.sentence;
  const grain = grains.get(view.sentence) ?? makeGrain(view);
  grains.set(view.sentence, grain);
  const roles = new Uint8Array(tokens.length);
  const terms = new Uint8Array(tokens.length);
  sought.terms.forEach(({ role, expansions }, i) => {
    if ((matched.strengths[i] ?? 0) < 0.45) return;
    for (const { stem } of expansions)
      for (const place of view.positions.get(stem) ?? []) {
        roles[place] = Math.max(1, ROLES.indexOf(role));
        terms[place] = i + 1;
      }
  });
  return {
    question: sought.question,
    view,
    tokens,
    grain,
    roles,
    terms,
    ...distances(roles),
    ...readClauses(sought, tokens, terms),
  };
}

/** Clauses end at marks and at words that open another. */
function readClauses(
  { terms: sought, total }: Sought,
  tokens: readonly Token[],
  terms: Uint8Array,
): Pick<Scene, 'clause' | 'marks' | 'verbs'> {
  const clause = new Uint8Array(tokens.length);
  const marks = new Uint8Array(tokens.length);
  const verbs = new Uint8Array(tokens.length);
  let from = 0;
  const close = (to: number): void => {
    const here = new Set(terms.subarray(from, to));
    const sum = sought.reduce((all, { weight }, i) => all + (here.has(i + 1) ? weight : 0), 0);
    clause.fill(Math.min(10, Math.round((10 * sum) / total)), from, to);
    from = to;
  };
  tokens.forEach(({ tag, lower }, i) => {
    marks[i] = i === 0 ? 0 : (marks[i - 1] ?? 0) + (tokens[i - 1]?.tag === 'PUNCT' ? 1 : 0);
    verbs[i] =
      i === 0
        ? 0
        : (verbs[i - 1] ?? 0) + (/^(?:VERB|AUX)$/u.test(tokens[i - 1]?.tag ?? '') ? 1 : 0);
    if (
      /^[,;:()–—-]+$/u.test(lower) ||
      (i > from + 1 && (tag === 'SCONJ' || /^(?:and|but|who|which)$/u.test(lower)))
    )
      close(i);
  });
  close(tokens.length);
  return { clause, marks, verbs };
}

function distances(roles: Uint8Array): Pick<Scene, 'back' | 'ahead'> {
  const back = new Uint8Array(roles.length);
  const ahead = new Uint8Array(roles.length);
  let far = FAR;
  for (let i = 0; i < roles.length; i += 1) {
    back[i] = far;
    far = roles[i] === 0 ? Math.min(FAR, far + 1) : 1;
  }
  far = FAR;
  for (let i = roles.length - 1; i >= 0; i -= 1) {
    ahead[i] = far;
    far = roles[i] === 0 ? Math.min(FAR, far + 1) : 1;
  }
  return { back, ahead };
}

function makeGrain(view: SentenceView): Grain {
  const { tokens } = view.sentence;
  const inChunk = tokens.map(
    ({ tag, text }) => IN_CHUNK.has(tag) || /^['’]s$|^[$£€¥%]$/u.test(text),
  );
  const facts = new Uint8Array(tokens.length);
  for (const [i, { from, to }] of view.facts.entries()) facts.fill(Math.min(255, i + 1), from, to);
  const named = new Uint8Array(tokens.length);
  for (const i of view.named) {
    const known = view.story.names[i]?.named;
    for (const mention of known?.mentions ?? [])
      tokens.forEach(({ start, end }, at) => {
        if (start < mention.end && mention.start < end)
          named[at] = NAMED.indexOf(known?.kind ?? 'other');
      });
  }
  return {
    tags: Uint8Array.from(tokens, ({ tag }) => Math.max(0, TAGS.indexOf(tag))),
    words: Int32Array.from(tokens, ({ lower }) => hashWord(lower)),
    stems: Int32Array.from(tokens, ({ stem }) => hashWord(stem)),
    categories: Uint8Array.from(tokens, ({ tag, stem }) => (tag === 'NOUN' ? categoryOf(stem) : 0)),
    shapes: Uint8Array.from(tokens, ({ text }) => shapeOf(text)),
    chunkStarts: Uint8Array.from(tokens, (token, i) =>
      inChunk[i] === true && (inChunk[i - 1] !== true || token.tag === 'DET') ? 1 : 0,
    ),
    chunkEnds: Uint8Array.from(tokens, (_, i) =>
      inChunk[i] === true && (inChunk[i + 1] !== true || tokens[i + 1]?.tag === 'DET') ? 1 : 0,
    ),
    facts,
    named,
  };
}

function shapeOf(text: string): number {
  if (/^\p{Lu}/u.test(text)) return 1;
  return /\d/u.test(text) ? 2 : 3;
}
