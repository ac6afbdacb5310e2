import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../story/article.ts';
import { findNames } from '../story/names.ts';
import type { Sentence, Story } from '../story/story.ts';
import { readVocabulary } from '../story/vocabulary.ts';
import { overlaps, type Span } from '../text/span.ts';
import { readTokens } from '../text/tokens.ts';

/** A question about a story, with the sentences and words that answer it; none where none do. */
export interface Asked {
  readonly id: string;
  readonly question: string;
  readonly story: Story;
  readonly gold: ReadonlySet<number>;
  /** Spans of the article. */
  readonly answers: readonly Span[];
}

/** A question with loose sentences, each a story of its own. */
export interface AskedLoose {
  readonly id: string;
  readonly question: string;
  readonly candidates: readonly {
    readonly id: string;
    readonly story: Story;
    readonly right: boolean;
  }[];
}

export interface Doc {
  readonly id: string;
  readonly paragraphs: readonly string[];
  readonly sentences: readonly { id: string; p: number; start: number; end: number }[];
}

export interface DocQuestion {
  readonly id: string;
  readonly doc: string;
  readonly p?: number;
  readonly question: string;
  readonly impossible: boolean;
  readonly answers?: readonly { text: string; p: number; start: number }[];
  readonly goldSentences?: readonly string[];
  readonly dropSentences?: readonly string[];
}

/** The rows of a file with one JSON object a line; none where the file is not there. */
export function readRows<Row>(dir: string, name: string): readonly Row[] {
  const file = join(dir, 'data', 'qa', name);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

/** Where paragraph `p` begins when the paragraphs are joined by line ends. */
export function paragraphStart(doc: Doc, p: number): number {
  return doc.paragraphs.slice(0, p).reduce((sum, words) => sum + words.length + 1, 0);
}

/** Questions over articles cut into stories of about `size` sentences, by the set's own sentences. */
export function readAsked(dir: string, name: string, size: number): readonly Asked[] {
  const questions = new Map<string, DocQuestion[]>();
  for (const question of readRows<DocQuestion>(dir, `${name}.questions.jsonl`)) {
    const place = `${question.doc}.p${question.p ?? 0}`;
    questions.set(place, [...(questions.get(place) ?? []), question]);
  }
  return readRows<Doc>(dir, `${name}.docs.jsonl`).flatMap((doc) =>
    cutDoc(doc, size).flatMap((part) => {
      const story = storyOf(part);
      return part.paragraphs.flatMap((_, p) =>
        (questions.get(`${doc.id}.p${part.first + p}`) ?? []).map((question) =>
          askedOf(question, part, story),
        ),
      );
    }),
  );
}

interface Part extends Doc {
  readonly first: number;
}

function cutDoc(doc: Doc, size: number): readonly Part[] {
  const parts: Part[] = [];
  for (let from = 0, to = 0; from < doc.paragraphs.length; from = to) {
    let count = 0;
    for (; to < doc.paragraphs.length && count < size; to += 1)
      count += doc.sentences.filter(({ p }) => p === to).length;
    const sentences = doc.sentences
      .filter(({ p }) => p >= from && p < to)
      .map((sentence) => ({ ...sentence, p: sentence.p - from }));
    parts.push({
      id: `${doc.id}.${from}`,
      first: from,
      paragraphs: doc.paragraphs.slice(from, to),
      sentences,
    });
  }
  return parts;
}

function askedOf(question: DocQuestion, part: Part, story: Story): Asked {
  const answers = (question.answers ?? []).map(({ text, p, start }) => {
    const at = paragraphStart(part, p - part.first) + start;
    return { start: at, end: at + text.length };
  });
  const ids = new Set(question.goldSentences ?? []);
  const gold = part.sentences.flatMap(({ id }, i) => (ids.has(id) ? [i] : []));
  return { id: question.id, question: question.question, story, gold: new Set(gold), answers };
}

/** A story with the sentences that a set gives, instead of those we would find. */
export function storyOf(doc: Doc): Story {
  const text = doc.paragraphs.join('\n');
  const article: Article = {
    id: doc.id,
    text,
    body: { start: 0, end: text.length },
    headline: null,
    publisher: null,
    published: null,
    url: null,
  };
  const paragraphs = doc.paragraphs.map((words, p) => {
    const start = paragraphStart(doc, p);
    return { start, end: start + words.length, number: p + 1, setAside: null };
  });
  const tokens = readTokens(text);
  let next = 0;
  const sentences = doc.sentences.flatMap(({ p, start, end }, index): Sentence[] => {
    const paragraph = paragraphs[p];
    if (paragraph === undefined) return [];
    const span = { start: paragraph.start + start, end: paragraph.start + end };
    while (next < tokens.length && (tokens[next]?.end ?? 0) <= span.start) next += 1;
    const from = next;
    while (next < tokens.length && overlaps(tokens[next] ?? span, span)) next += 1;
    return [{ ...span, index, paragraph, tokens: tokens.slice(from, next) }];
  });
  const names = findNames(text, sentences);
  const story = {
    article,
    paragraphs,
    paragraphCount: paragraphs.length,
    dateline: null,
    sentences,
    vocabulary: readVocabulary(sentences),
    names,
  };
  return { ...story, statements: [] }; // answering does not look at them
}

interface LooseQuestion {
  readonly id: string;
  readonly question: string;
  readonly candidates: readonly { id: string; text: string; label: number }[];
}

/** Questions with loose sentences; masked numbers (`<num>`) are put back as some number. */
export function readLoose(dir: string, name: string): readonly AskedLoose[] {
  return readRows<LooseQuestion>(dir, `${name}.jsonl`).map(({ id, question, candidates }) => ({
    id,
    question: question.replaceAll('<num>', '12'),
    candidates: candidates.map((candidate) => {
      const text = candidate.text.replaceAll('<num>', '12');
      const sentences = [{ id: '0', p: 0, start: 0, end: text.length }];
      const story = storyOf({ id: candidate.id, paragraphs: [text], sentences });
      return { id: candidate.id, story, right: candidate.label > 0 };
    }),
  }));
}
