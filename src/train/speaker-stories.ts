import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, readArticle } from '../article/article.ts';
import type { Span } from '../text/span.ts';
import { readMarkedStories } from './marked.ts';

const FURTHER = 'src/train/speakers'; // from which the taggers learn nothing new
const MARKS = 'test/eval/statements';
const STORIES = 'test/stories';
// the stories that training may see: others with marks are kept for measuring
const IDS =
  `allotment-row apple-hunter baker-interview biscuit-bid boathouse-trial boiler-refund bucket-alibi
  butcher-pitch castleby-cup clinic-trial council-bins court-ferry cup-replay dam-alert drain-dispute
  duck-pond elevator-fire embassy-talks ferry-questions flood-panel glass-deal gravel-prayer
  grid-outage harbour-inquest harbour-regatta kelp-farmer map-engraver marina-arson mill-takeover
  monsoon-yorker moss-clock night-ward norvane-strike organ-builder organ-interview payroll-breach
  peat-microbe penmarrow-derby piano-staircase pram-tweets quarry-appeal ribbon-heckle river-wildfire
  roofing-fraud saffron-bridge shell-lake shoal-novelist striker-saga summit-transcript tailings-dam
  tarvia-rally tram-vote trumpet-farewell valley-flood walnut-treaty walrus-reel washday-game
  wombat-tender`.split(/\s+/u);

/** A story of our own in which it is marked who makes each statement. */
export interface SpeakerStory {
  readonly article: Article;
  readonly marks: readonly SpeakerMark[];
}

/** A statement by its words, and who makes it as the story names them; empty for nobody named. */
export interface SpeakerMark {
  readonly content: readonly Span[];
  readonly speaker: string;
}

/** All stories of our own with marked speakers, those for training first. */
export function readSpeakerStories(): readonly SpeakerStory[] {
  return [...readAttributed(), ...readEvaluated()];
}

function readAttributed(): readonly SpeakerStory[] {
  const all = [...readMarkedStories(), ...readMarkedStories(FURTHER)];
  return all.map(({ id, text, attributions }) => ({
    article: {
      id,
      text,
      body: { start: 0, end: text.length },
      headline: null,
      publisher: null,
      published: null,
      url: null,
    },
    marks: attributions.map(({ content, sourceEntity = '' }) => ({
      content,
      speaker: sourceEntity,
    })),
  }));
}

interface MarkedRow {
  readonly content: readonly string[];
  readonly speaker: string;
  readonly named: boolean;
}

function readEvaluated(): readonly SpeakerStory[] {
  return IDS.map((id) => {
    const article = readArticle(id, readFileSync(join(STORIES, `${id}.txt`), 'utf8'));
    const lines = readFileSync(join(MARKS, `${id}.jsonl`), 'utf8').split('\n');
    const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as MarkedRow);
    let from = 0;
    const marks = rows.map(({ content, speaker, named }) => {
      const spans = content.flatMap((words) => find(article.text, words, from));
      from = spans[0]?.start ?? from; // in order
      return { content: spans, speaker: named ? speaker : '' };
    });
    return { article, marks };
  });
}

function find(text: string, words: string, from: number): readonly Span[] {
  const own = words.replace(/^that /, '');
  const ahead = text.indexOf(own, from);
  const start = ahead < 0 ? text.indexOf(own) : ahead;
  return start < 0 ? [] : [{ start, end: start + own.length }];
}
