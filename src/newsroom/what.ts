import type { Story } from '../story/story.ts';
import { isSaying } from '../text/lexicon/saying.ts';
import type { Span } from '../text/span.ts';
import type { Verb } from './clause-words.ts';
import {
  type Candidate,
  endingWell,
  type Features,
  type Passage,
  passageFeatures,
} from './five-w-candidates.ts';
import { mainNames, mentionIn } from './main-names.ts';
import { isNear } from './who.ts';

const VERBS = 4; // of a passage, from its start

/** What happened: each of the first verbs of a passage with what it governs, and a headline from its first. */
export function whatCandidates(story: Story, passages: readonly Passage[]): readonly Candidate[] {
  const main = mainNames(story, passages[0]);
  const title = new Set(passages[0]?.headline ? passages[0].words.map((one) => one.stem) : []);
  return passages.filter(isNear).flatMap((passage) => {
    const named = main.some(({ named: one }) => mentionIn(story, one, passage).at !== null);
    const verbs = passage.verbs.filter((one) => isClause(passage, one));
    const finite = verbs.findIndex((one) => !one.bare);
    const common = passageFeatures(passage);
    const about = { named: named ? 1 : 0 };
    const found = verbs.slice(0, VERBS).flatMap((verb, at): Candidate[] => {
      const features = [common, about, featuresOf(story, passage, verb, at, at === finite, title)];
      const short = predicateOf(story.article.text, passage, verb, true);
      const long = predicateOf(story.article.text, passage, verb, false);
      const candidates = [{ passage, phrase: short, features }];
      if (long.end > short.end)
        candidates.push({
          passage,
          phrase: long,
          features: [...features, { toEnd: 1, toEndFirst: at === finite ? 1 : 0 }],
        });
      return candidates;
    });
    if (found.length > 0 && !passage.headline) return found;
    const start = passage.words[0]?.start ?? passage.start;
    const rest = endingWell(story.article.text.slice(start, passage.end), MOST_WORDS).length;
    const whole = { start, end: start + rest };
    const inQuotes = common.quoted ?? 0; // the whole passage's
    return [
      ...found,
      {
        passage,
        phrase: whole,
        features: [common, about, { whole: 1, wholeHeadline: passage.headline ? 1 : 0, inQuotes }],
      },
    ];
  });
}

/** Not `their living cover`: without a helper, `-ing` opens a clause only where a mark parts it. */
function isClause({ words }: Passage, { from, bare }: Verb): boolean {
  return !bare || words[from - 1]?.lower === 'to' || words[from]?.parted === true;
}

function featuresOf(
  story: Story,
  passage: Passage,
  { from, main, bare }: Verb,
  at: number,
  isMain: boolean,
  title: ReadonlySet<string>,
): Features {
  const { words, nouns, lede, headline } = passage;
  const verb = words[main];
  const first = words[from];
  const object = nouns.find((noun) => noun.from >= main);
  const subject = nouns.findLast((noun) => noun.to <= from);
  const flag = (holds: boolean): number => (holds ? 1 : 0);
  const before = words.slice(0, from);
  const lastParted = before.findLastIndex((one) => one.parted);
  const clause = before.slice(Math.max(0, lastParted));
  const under = clause.some((one) =>
    /^(?:who|which|that|when|while|as|after|before|because|if|where|since|although|though)$/.test(
      one.lower,
    ),
  );
  const text = story.article.text.slice(first?.start ?? passage.start, passage.end);
  return {
    main: flag(isMain),
    mainLede: isMain ? lede : 0,
    mainHeadline: flag(isMain && headline),
    mainFirst: flag(isMain && passage.index === 0),
    order0: flag(at === 0),
    order1: flag(at === 1),
    order2: flag(at > 1),
    bare: flag(bare),
    toDo: flag(words[from - 1]?.lower === 'to'),
    ing: flag(bare && words[from - 1]?.lower !== 'to'),
    ingParted: flag(bare && first?.parted === true && from > 0),
    parted: flag(first?.parted === true && from > 0),
    under: flag(under),
    underMain: flag(under && isMain),
    says: flag(isSaying(verb?.lemma ?? '')),
    saysMain: flag(isMain && isSaying(verb?.lemma ?? '')),
    be: flag(/^(?:is|are|was|were|be|been|am|['’]s|['’]re)$/.test(verb?.lower ?? '')),
    have: flag(/^(?:has|have|had)$/.test(verb?.lower ?? '')),
    passive: flag(
      main > from &&
        words
          .slice(from, main)
          .some((one) => /^(?:is|are|was|were|been|be|being)$/.test(one.lower)),
    ),
    perfect: flag(main > from && /^(?:has|have)$/.test(first?.lower ?? '')),
    will: flag(/^(?:will|would|may|could|might|can|should|must)$/.test(first?.lower ?? '')),
    past: flag(/ed$/.test(verb?.lower ?? '')),
    participle: flag(
      main === from &&
        /(?:ed|en)$/.test(verb?.lower ?? '') &&
        /^(?:by|in|on|at|to|for|with|from|as)$/.test(words[main + 1]?.lower ?? ''),
    ),
    reduced: flag(isReduced(passage, from, main)),
    titled: flag(title.has(verb?.stem ?? '') && !headline),
    objectTitled: flag(
      !headline && object !== undefined && title.has(words[object.head]?.stem ?? ''),
    ),
    object: flag(object !== undefined && object.from === main + 1),
    pronounBefore: flag(subject !== undefined && words[subject.head]?.tag === 'PRON'),
    subjectNamed: flag(subject !== undefined && words[subject.head]?.tag === 'PROPN'),
    inQuotes: flag(first?.quoted === true),
    far: flag(from > 14),
    few: flag(text.split(/\s+/).length < 4),
  };
}

/** `A tablet taken twice a day cut coughing`: a participle, as another verb follows before any comma. */
function isReduced({ words, verbs }: Passage, from: number, main: number): boolean {
  if (main > from || !/(?:ed|en|wn|ught)$/.test(words[main]?.lower ?? '')) return false;
  const next = verbs.find((one) => one.from > main && !one.bare);
  return next !== undefined && !words.slice(main + 1, next.from + 1).some((one) => one.parted);
}

const MOST_WORDS = 16; // a phrase of more than 20 words does not count

/** From a verb to the end of its clause, or as far as 16 words go: `meets with Obama at the White House`. */
function predicateOf(text: string, passage: Passage, verb: Verb, toClause: boolean): Span {
  const start = passage.words[verb.from]?.start ?? passage.start;
  const rest = text.slice(start, passage.end);
  const clause = toClause ? clauseOf(rest) : undefined;
  const long = clause !== undefined && clause.split(/\s+/).length > 2 ? clause : rest;
  const end = start + endingWell(long, MOST_WORDS).length;
  return { start, end: start + text.slice(start, end).replace(/[\s.,;:–—-]+$/, '').length };
}

function clauseOf(rest: string): string | undefined {
  return /^.*?(?=\s[–—-]\s|[;:]\s|\s(?:as|after|because|while|who|which|when)\s|,\s)/s.exec(
    rest,
  )?.[0];
}
