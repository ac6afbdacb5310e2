import { z } from './zod.ts';

/** What may be null, and is always there. */
const text = z.string().nullable();
const offset = z.int().min(0);

const speaker = z
  .strictObject({
    name: text.describe('The fullest name the story gives; null when it names nobody'),
    words: text.describe("The story's words for the speaker at this place"),
    role: text.describe('How the story describes the speaker'),
    kind: z.enum(['direct', 'mixed', 'indirect']),
    via: z.array(z.string()).describe('Through whom it is known when second-hand, nearest first'),
    basis: z.enum(['named', 'pronoun', 'description', 'label', 'carried', 'none']),
    stance: z.enum(['says', 'denies', 'asks', 'refuses', 'conditional', 'expected', 'accused-of']),
  })
  .meta({ id: 'Speaker', description: "Who speaks, in the story's own words" });

const passage = z
  .strictObject({
    story: z.string().describe("The story's id"),
    headline: text,
    url: text.describe('Where the story was published'),
    paragraph: z.int().min(1),
    paragraphs: z.int().min(1).describe('How many paragraphs the story has'),
    start: offset.describe('UTF-16 offset into the stored text'),
    end: offset,
    text: z.string().describe("The story's words, exactly"),
    speaker: speaker
      .nullable()
      .describe('Null outside reported speech: the words are the reporter’s'),
  })
  .meta({ id: 'Passage', description: 'Words cut from a story, with their place' });

const difference = z
  .strictObject({
    kind: z.enum(['same', 'left-out', 'added', 'changed']),
    story: z.string(),
    quote: z.string(),
  })
  .meta({ id: 'Difference', description: "A part of a quotation beside the story's words" });

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A reply as other programs read it on every surface, mirroring `replyToJson` key by key. */
export const replySchema = z
  .strictObject({
    input: z.string().describe('What was asked, as a line'),
    command: text.describe('The command that was understood; null for an unknown one'),
    found: z.boolean().describe('False: the story does not say; `reason` tells why'),
    answer: text.describe('The words that answer, or who said it'),
    verdict: z
      .enum([
        'exact',
        'exact-marked',
        'cut',
        'paraphrase',
        'not-quoted',
        'spliced',
        'altered',
        'other-speaker',
        'absent',
      ])
      .nullable()
      .describe('Of a check'),
    wording: z
      .enum(['same', 'spelling', 'wording', 'meaning'])
      .nullable()
      .describe('Of a check: how the words differ'),
    person: z
      .enum(['confirmed', 'other', 'not-told', 'not-asked'])
      .nullable()
      .describe('Of a check: whether the words are those of whom was asked'),
    reason: z
      .enum([
        'not-in-story',
        'reporters-own-words',
        'speaker-not-told',
        'no-such-person',
        'said-nothing',
        'ambiguous-person',
        'empty-question',
        'unknown-command',
        'not-a-question',
      ])
      .nullable(),
    grade: z
      .enum(['sure', 'likely'])
      .nullable()
      .describe('likely: to be shown as the whole sentence'),
    confidence: z.number().min(0).max(1).nullable(),
    difference: z.array(difference).nullable(),
    rows: z
      .array(z.record(z.string(), cell))
      .nullable()
      .describe('Of a listing: its items, each with the columns shown'),
    passages: z.array(passage).describe('The passages, in the order they are shown'),
    text: z.string().describe('The same as a person would read it'),
  })
  .meta({ id: 'Reply', description: 'An answer in the words of the story, or why there is none' });
