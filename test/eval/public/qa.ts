import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answerQuestion, rankSentences } from '../../../src/answer/answer.ts';
import type { RankedPassage } from '../../../src/answer/answered.ts';
import { readQuestion } from '../../../src/answer/question.ts';
import { memoryArchive } from '../../../src/archive/memory.ts';
import { prepare } from '../../../src/story/prepare.ts';
import { vectorsOf } from '../../../src/story/sentence-vectors.ts';
import type { Story } from '../../../src/story/story.ts';
import { type Doc, type DocQuestion, paragraphStart, readRows } from '../../../src/train/sets.ts';

/** A file of predictions, and how to score it with the scorers that come with the data. */
export interface Prediction {
  /** What it measures: `newsqa: sentences`. */
  readonly title: string;
  readonly scorer: 'score-passages.mjs' | 'score-answers.mjs';
  /** Gold files, whole paths. */
  readonly gold: readonly string[];
  readonly file: string;
  readonly options: readonly string[];
}

/** The sets that can be run, by the name that `--only` takes. */
export const QA_SETS = ['newsqa', 'onestop', 'trecqa', 'quail-news', 'squad2'] as const;
export type QaSet = (typeof QA_SETS)[number];

/** Why a set was not run: its files are not there. */
export interface Skipped {
  readonly skipped: string;
}

const FILES: Readonly<Record<QaSet, string>> = {
  newsqa: 'newsqa-dev',
  onestop: 'onestop-dev',
  trecqa: 'trecqa-dev',
  'quail-news': 'quail-news-dev',
  squad2: 'squad2-a',
};

/** Runs a set found under `dir` (`dir/data/qa/…`) and writes its predictions under `out`. */
export async function runQa(
  set: QaSet,
  dir: string,
  out: string,
): Promise<readonly Prediction[] | Skipped> {
  const name = FILES[set];
  const file = set === 'trecqa' ? `${name}.jsonl` : `${name}.questions.jsonl`;
  if (!existsSync(join(dir, 'data', 'qa', file))) return { skipped: `${set}: no data/qa/${file}` };
  if (set === 'trecqa') return [await runLoose(name, dir, out)];
  if (set === 'squad2') return runParagraphs(name, dir, out);
  const stories = await runStories(name, dir, out);
  return set === 'newsqa' ? [...stories, ...(await runAllStories(name, dir, out))] : stories;
}

/** A story of a set as our own code reads it, and which of the set's sentences each of ours is. */
interface SetStory {
  readonly story: Story;
  readonly idsOf: (passage: RankedPassage) => readonly string[];
}

/** Makes a story of a set's paragraphs; `dropped` sentences are cut out of the text. */
function readStory(doc: Doc, dropped: ReadonlySet<string>): SetStory {
  const kept = doc.sentences.filter(({ id }) => !dropped.has(id));
  const pieces = doc.paragraphs.map((words, p) =>
    dropped.size === 0
      ? words
      : kept
          .filter((sentence) => sentence.p === p)
          .map(({ start, end }) => words.slice(start, end))
          .join(' '),
  );
  const text = pieces.join('\n');
  const body = { start: 0, end: text.length };
  const about = { headline: null, publisher: null, published: null, url: null };
  const story = prepare({ id: doc.id, text, body, ...about });
  const places = kept.map(({ id, p, start, end }) => {
    const from = paragraphStart(doc, p);
    return { id, start: from + start, end: from + end };
  });
  return {
    story,
    idsOf: ({ sentence }) =>
      dropped.size > 0
        ? []
        : places
            .filter((place) => shared(place, sentence) * 2 > place.end - place.start)
            .map(({ id }) => id),
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function shared(a: Stretch, b: Stretch): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

interface Answer {
  readonly id: string;
  readonly answer: string;
  readonly best: string;
  readonly confidence: number;
  readonly passage: string;
}

/** Asks one story, made to answer; its grade decides whether the answer would be shown. */
async function ask(
  question: DocQuestion,
  story: Story,
  ids: SetStory['idsOf'],
): Promise<{ ranking: readonly string[]; answer: Answer }> {
  const { passages, probability, grade } = await rankSentences(question.question, [story]);
  const first = passages[0];
  const { text } = story.article;
  const span = first?.answer ?? first?.sentence;
  const best = span === undefined ? '' : text.slice(span.start, span.end);
  return {
    ranking: passages.flatMap(ids),
    answer: {
      id: question.id,
      answer: grade === null ? '' : best,
      best,
      confidence: probability,
      passage: first === undefined ? '' : text.slice(first.sentence.start, first.sentence.end),
    },
  };
}

function write(file: string, rows: readonly object[]): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
}

/** Each question to its own story, whole; then the constructed questions that have no answer. */
async function runStories(name: string, dir: string, out: string): Promise<readonly Prediction[]> {
  const docs = new Map(readRows<Doc>(dir, `${name}.docs.jsonl`).map((doc) => [doc.id, doc]));
  const whole = new Map([...docs].map(([id, doc]) => [id, readStory(doc, new Set())]));
  const questions = readRows<DocQuestion>(dir, `${name}.questions.jsonl`);
  const made = readRows<DocQuestion>(dir, `${name}.constructed.jsonl`);
  const rankings: object[] = [];
  const answers: Answer[] = [];
  for (const question of [...questions, ...made]) {
    const doc = docs.get(question.doc);
    const drop = new Set(question.dropSentences ?? []);
    const read =
      drop.size > 0 && doc !== undefined ? readStory(doc, drop) : whole.get(question.doc);
    if (read === undefined) continue;
    const { ranking, answer } = await ask(question, read.story, read.idsOf);
    rankings.push({ id: question.id, ranking });
    answers.push(answer);
  }
  const gold = writeByKind(name, questions, out);
  const constructed = join(dir, 'data', 'qa', `${name}.constructed.jsonl`);
  const ranked = write(join(out, `${name}.rankings.jsonl`), rankings);
  const answered = write(join(out, `${name}.answers.jsonl`), answers);
  const byKind = ['swap', 'cut'].flatMap((kind): readonly Prediction[] => {
    const rows = made.filter(({ id }) => id.endsWith(`.${kind}`));
    if (rows.length === 0) return [];
    const file = write(join(out, `${name}.${kind}.gold.jsonl`), rows);
    return [scored(`${name}: answered or silent, ${kind}`, [gold, file], answered)];
  });
  const unasked = questions.every(({ goldSentences }) => (goldSentences ?? []).length === 0);
  return [
    ...(unasked
      ? []
      : [
          {
            ...scored(`${name}: sentences`, [gold], ranked),
            scorer: 'score-passages.mjs' as const,
            options: BY_KIND,
          },
        ]),
    scored(`${name}: answers`, made.length > 0 ? [gold, constructed] : [gold], answered),
    madeToAnswer(name, gold, answered),
    ...byKind,
  ];
}

/** The short answers of all questions, however unsure. */
function madeToAnswer(name: string, gold: string, file: string): Prediction {
  const made = scored(`${name}: answers, made to answer`, [gold], file);
  return { ...made, options: ['--threshold', '-1', ...BY_KIND] };
}

const BY_KIND = ['--by', 'asksFor'];

/** The questions again, each with the kind of answer that it is understood to ask for. */
function writeByKind(name: string, questions: readonly DocQuestion[], out: string): string {
  const rows = questions.map((one) => ({ ...one, asksFor: readQuestion(one.question).kind }));
  return write(join(out, `${name}.questions.jsonl`), rows);
}

function scored(title: string, gold: readonly string[], file: string): Prediction {
  return { title, scorer: 'score-answers.mjs', gold, file, options: [] };
}

/** Every story at once: is the right story, the right sentence first? */
async function runAllStories(
  name: string,
  dir: string,
  out: string,
): Promise<readonly Prediction[]> {
  const archive = memoryArchive();
  const ids = new Map<string, SetStory['idsOf']>();
  for (const doc of readRows<Doc>(dir, `${name}.docs.jsonl`)) {
    const { story, idsOf } = readStory(doc, new Set());
    archive.add(story);
    await vectorsOf(story); // as stories that are kept have them
    ids.set(story.article.id, idsOf);
  }
  const rows: object[] = [];
  for (const { id, question } of readRows<DocQuestion>(dir, `${name}.questions.jsonl`)) {
    const { passages, runnersUp } = await answerQuestion(archive, question, null, null);
    const ranking = [...passages, ...runnersUp].flatMap(
      (passage) => ids.get(passage.story.article.id)?.(passage) ?? [],
    );
    rows.push({ id, ranking });
  }
  const file = write(join(out, `${name}.all-stories.jsonl`), rows);
  const gold = [join(dir, 'data', 'qa', `${name}.questions.jsonl`)];
  const sentences: Prediction = {
    title: `${name}: all stories at once, sentences`,
    scorer: 'score-passages.mjs',
    gold,
    file,
    options: [],
  };
  const stories = { title: `${name}: all stories at once, stories`, options: ['--level', 'doc'] };
  return [sentences, { ...sentences, ...stories }];
}

/** Loose candidate sentences, each a story of its own. */
async function runLoose(name: string, dir: string, out: string): Promise<Prediction> {
  interface Loose {
    readonly id: string;
    readonly question: string;
    readonly candidates: readonly { readonly id: string; readonly text: string }[];
  }
  const rows: object[] = [];
  for (const { id, question, candidates } of readRows<Loose>(dir, `${name}.jsonl`)) {
    const stories = candidates.map(
      (candidate) =>
        readStory({ id: candidate.id, paragraphs: [candidate.text], sentences: [] }, new Set())
          .story,
    );
    const { passages } = await rankSentences(question, stories);
    const ranked = passages.map(({ story }) => story.article.id);
    const all = candidates.map((candidate) => candidate.id);
    rows.push({ id, ranking: [...new Set([...ranked, ...all])] });
  }
  const file = write(join(out, `${name}.rankings.jsonl`), rows);
  const gold = [join(dir, 'data', 'qa', `${name}.jsonl`)];
  return {
    title: `${name}: clean`,
    scorer: 'score-passages.mjs',
    gold,
    file,
    options: ['--clean'],
  };
}

/** Each question to the paragraph it was written over. */
async function runParagraphs(
  name: string,
  dir: string,
  out: string,
): Promise<readonly Prediction[]> {
  const docs = new Map(readRows<Doc>(dir, `${name}.docs.jsonl`).map((doc) => [doc.id, doc]));
  const stories = new Map<string, Story>();
  const questions = readRows<DocQuestion>(dir, `${name}.questions.jsonl`);
  const rows: Answer[] = [];
  for (const question of questions) {
    const p = question.p ?? 0;
    const paragraph = docs.get(question.doc)?.paragraphs[p];
    if (paragraph === undefined) continue;
    const id = `${question.doc}.p${p}`;
    const story =
      stories.get(id) ?? readStory({ id, paragraphs: [paragraph], sentences: [] }, new Set()).story;
    stories.set(id, story);
    rows.push((await ask(question, story, () => [])).answer);
  }
  const file = write(join(out, `${name}.answers.jsonl`), rows);
  const answerable = questions.filter(({ impossible }) => !impossible);
  return [
    scored(`${name}: answers`, [join(dir, 'data', 'qa', `${name}.questions.jsonl`)], file),
    madeToAnswer(name, writeByKind(name, answerable, out), file),
  ];
}
