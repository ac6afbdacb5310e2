import { type Holdings, OFFERED, openPassages } from '../archive/archive.ts';
import { storiesNamed } from '../archive/scope.ts';
import { checkQuotations } from '../check/check.ts';
import { readWatched, type Watched } from '../commands/watch-line.ts';
import { findQuotes } from '../quotes/quotes.ts';
import { type Citation, cite } from '../story/citation.ts';
import { citeAll, hear } from '../story/hear.ts';
import type { Story } from '../story/story.ts';
import { among, type Span } from '../text/span.ts';
import { contentStems, readStanding } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';

/** What a watch found in a story. */
export interface WatchFound {
  /** The watch, as typed. */
  readonly watch: string;
  readonly passages: readonly Citation[];
}

/**
 * What some watches find in a new story; in a changed one, only what its text did not have
 * before. A passage found by several counts for the first.
 */
export async function findWatched(
  holdings: Holdings,
  story: Story,
  before: string | null,
  watches: readonly string[],
): Promise<readonly WatchFound[]> {
  const seen = new Set<string>();
  const found: WatchFound[] = [];
  for (const watch of watches) {
    const passages = (await findOne(holdings, story, readWatched(watch))).filter((passage) => {
      const { words, span } = passage;
      const key = `${span.start}-${span.end}`;
      if (seen.has(key) || before?.includes(words)) return false;
      seen.add(key);
      return true;
    });
    if (passages.length > 0) found.push({ watch, passages });
  }
  return found;
}

async function findOne(
  holdings: Holdings,
  story: Story,
  { kind, words }: Watched,
): Promise<readonly Citation[]> {
  switch (kind) {
    case 'speaker':
      return saidBy(story, words);
    case 'topic':
      return aboutTopic(holdings, story, words);
    case 'quotation':
      return quotedAs(holdings, story, words);
    case 'either': {
      const said = await saidBy(story, words);
      return said.length > 0 ? said : aboutTopic(holdings, story, words);
    }
  }
}

async function saidBy(story: Story, person: string): Promise<readonly Citation[]> {
  const found = await findQuotes([await hear(story)], person, null);
  if (found.kind !== 'some') return [];
  return found.quoted.map((one) => cite(one.story, one.span, null, one.statement));
}

/** Sentences with all words of the topic. */
async function aboutTopic(
  holdings: Holdings,
  story: Story,
  topic: string,
): Promise<readonly Citation[]> {
  const stems = [...new Set(contentStems(readTokens(topic)))];
  if (stems.length === 0) return [];
  const scope = storiesNamed(story.article.id);
  const found = (await openPassages(holdings, stems, scope, OFFERED))
    .filter(({ sentence }) => {
      const held = new Set(readStanding(sentence.tokens).map(({ stem }) => stem));
      return stems.every((stem) => held.has(stem));
    })
    .map(({ sentence }) => sentence)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ story, span: { start, end }, answer: null }));
  return citeAll(found);
}

/** The sentences with a quotation, or nearly: with some words changed. */
async function quotedAs(
  holdings: Holdings,
  story: Story,
  words: string,
): Promise<readonly Citation[]> {
  const checked = await checkQuotations(
    holdings,
    `“${words}”`,
    null,
    storiesNamed(story.article.id),
  );
  return checked.flatMap(({ finding }) => {
    if (finding === null || !(finding.stands || finding.verdict === 'altered')) return [];
    return finding.evidence.flatMap((evidence) => {
      const held = sentencesOf(
        story,
        evidence.words.map(({ start, end }) => ({ start, end })),
      );
      return held.map((span) => cite(finding.story, span, null, evidence.statement));
    });
  });
}

function sentencesOf(story: Story, spans: readonly Span[]): readonly Span[] {
  const held = new Set(spans.flatMap((span) => among(story.sentences, span)));
  return [...held].map(({ start, end }) => ({ start, end }));
}
