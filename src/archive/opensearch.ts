import type { Story } from '../story/story.ts';
import { standingStems } from '../text/terms.ts';
import type { Archive, Candidate, Known } from './archive.ts';
import { createBulk, type Row } from './opensearch-bulk.ts';
import { openEngine } from './opensearch-engine.ts';
import { type Scope, timeOf } from './scope.ts';
import { askable, type StemCounts, scoreOf, type Weighed, weigh } from './weights.ts';

/** What an archive in OpenSearch needs. */
export interface OpenSearchOptions {
  /** `https://name:password@host:9200`. */
  readonly url: string;
  /** The prefix of its index names, followed by rules and a time. */
  readonly name: string;
  /** The version of the rules that make stems: each has its own index. */
  readonly rules: string;
  readonly countStems: (stems: readonly string[]) => Promise<StemCounts>;
  /** Whether additions are searchable at once, not within a second: for tests, as it is slow. */
  readonly isHasty?: boolean;
}

/** An archive in OpenSearch: a row a sentence. */
export interface OpenSearchArchive extends Archive {
  /** Creates the index if there is none; true if it did, so it is empty. */
  readonly prepare: () => Promise<boolean>;
  /** Fills a new index with stories, then swaps it in for the current one. */
  readonly rebuild: (stories: AsyncIterable<Put>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A story as it is put into an archive. */
export interface Put {
  readonly story: Story;
  readonly known: Known;
}

const MORE = 100; // extra sentences: it adds in single precision and may misorder the last
const SEARCH_IN = 2_000; // milliseconds: then the fallback is asked
const WRITE_IN = 30_000; // milliseconds

const INDEX = {
  settings: { number_of_shards: 1, number_of_replicas: 0, auto_expand_replicas: '0-1' },
  mappings: {
    dynamic: false,
    _source: { enabled: false },
    properties: {
      stems: { type: 'keyword', doc_values: false },
      story: { type: 'keyword' },
      n: { type: 'integer' },
      tags: { type: 'keyword', doc_values: false },
      by: { type: 'keyword', doc_values: false },
      published: { type: 'double' },
    },
  },
} as const;

/**
 * An archive in OpenSearch. Its own scoring is not used: it counts deleted rows, and each shard counts on
 * its own. Each stem has the same weight as everywhere, and scores are recomputed from the stems that
 * matched.
 */
export function openSearchArchive(options: OpenSearchOptions): OpenSearchArchive {
  const { countStems, isHasty = false } = options;
  const alias = `${options.name}-${options.rules}`;
  const engine = openEngine(options.url);
  const refresh = isHasty ? 'true' : 'wait_for';
  const removeFrom = async (id: string, from: number): Promise<void> => {
    const query = { bool: { filter: [{ term: { story: id } }, { range: { n: { gte: from } } }] } };
    const how = `conflicts=proceed&refresh=true`;
    await engine.ask('POST', `/${alias}/_delete_by_query?${how}`, { query }, WRITE_IN);
  };
  const fresh = async (): Promise<string> => {
    const index = `${alias}-${Date.now()}`;
    await engine.ask('PUT', `/${index}`, INDEX, WRITE_IN);
    return index;
  };
  const aliased = async (): Promise<readonly string[]> => {
    const found = await engine.ask<object>('GET', `/_alias/${alias}`, null, WRITE_IN, [404]);
    return 'error' in found ? [] : Object.keys(found);
  };
  const point = async (index: string, before: readonly string[]): Promise<void> => {
    const actions = [
      { add: { index, alias } },
      ...before.map((old) => ({ remove_index: { index: old } })),
    ];
    await engine.ask('POST', '/_aliases', { actions }, WRITE_IN);
  };
  return {
    prepare: async () => {
      if ((await aliased()).length > 0) return false;
      await point(await fresh(), []);
      return true;
    },
    rebuild: async (stories) => {
      const index = await fresh();
      const bulk = createBulk(engine, index, WRITE_IN);
      for await (const { story, known } of stories) await bulk.add(rowsOf(story, known));
      await bulk.end('wait_for');
      await engine.ask('POST', `/${index}/_refresh`, null, WRITE_IN);
      await point(index, await aliased());
    },
    put: async (story, known) => {
      const rows = rowsOf(story, known);
      const bulk = createBulk(engine, alias, WRITE_IN, '&require_alias=true');
      await bulk.add(rows);
      await bulk.end(refresh);
      await removeFrom(story.article.id, rows.length);
    },
    remove: (id) => removeFrom(id, 0),
    countSentences: async (scope) => {
      const query = { bool: { filter: filtersOf(scope) } };
      const found = await engine.ask<{ count: number }>(
        'POST',
        `/${alias}/_count`,
        { query },
        SEARCH_IN,
      );
      return found.count;
    },
    findPassages: async (stems, scope, limit) => {
      const weighed = weigh(askable(stems), await countStems(stems));
      if (weighed.length === 0 || limit <= 0 || scope?.ids?.length === 0) return [];
      const body = queryOf(weighed, scope, limit + MORE);
      const { hits } = await engine.ask<Found>('POST', `/${alias}/_search`, body, SEARCH_IN);
      const found = hits.hits.flatMap((hit) => readHit(hit, weighed));
      return found.sort(compare).slice(0, limit);
    },
    close: engine.close,
  };
}

interface Found {
  readonly hits: { readonly hits: readonly Hit[] };
}

interface Hit {
  readonly fields?: { readonly story?: readonly string[]; readonly n?: readonly number[] };
  readonly matched_queries?: readonly string[];
}

function queryOf(weighed: readonly Weighed[], scope: Scope | null, size: number): object {
  return {
    size,
    _source: false,
    track_total_hits: false,
    docvalue_fields: ['story', 'n'],
    sort: [{ _score: 'desc' }, { story: 'asc' }, { n: 'asc' }],
    query: {
      bool: {
        should: weighed.map(({ stem, weight }, i) => ({
          constant_score: { filter: { term: { stems: stem } }, boost: weight, _name: String(i) },
        })),
        minimum_should_match: 1,
        filter: filtersOf(scope),
      },
    },
  };
}

function filtersOf(scope: Scope | null): readonly object[] {
  if (scope === null) return [];
  const { ids, tag, since, until, by } = scope;
  const published = { ...(since !== null && { gte: since }), ...(until !== null && { lt: until }) };
  return [
    ...(ids === null ? [] : [{ terms: { story: ids } }]),
    ...(tag === null ? [] : [{ term: { tags: tag } }]),
    ...by.map((name) => ({ term: { by: name } })),
    ...(since === null && until === null ? [] : [{ range: { published } }]),
  ];
}

function readHit({ fields, matched_queries: matched = [] }: Hit, weighed: readonly Weighed[]) {
  const [story] = fields?.story ?? [];
  const [sentence] = fields?.n ?? [];
  const standing = weighed.filter((_, i) => matched.includes(String(i)));
  if (story === undefined || sentence === undefined || standing.length === 0) return [];
  return [{ story, sentence, score: scoreOf(standing) }];
}

function compare(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.story !== b.story) return a.story < b.story ? -1 : 1;
  return a.sentence - b.sentence;
}

function rowsOf({ article, sentences }: Story, { tags, byline }: Known): readonly Row[] {
  const { id, publisher, published } = article;
  const by = [publisher, byline].filter((name) => name !== null);
  const time = timeOf(published);
  return sentences.map(({ tokens, index }) => ({
    id: `${id}#${index}`,
    fields: {
      stems: askable([...standingStems(tokens)]),
      story: id,
      n: index,
      tags,
      by,
      ...(time !== null && { published: time }),
    },
  }));
}
