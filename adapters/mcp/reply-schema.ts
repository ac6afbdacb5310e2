/** JSON Schema as it is sent; only the words of it that are used here. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
const maybe = { type: ['string', 'null'] };
const whole = { type: 'integer', minimum: 0 };

/** An object that has every one of its properties. */
function every(properties: Readonly<Record<string, JsonSchema>>, description = ''): JsonSchema {
  const named = description === '' ? {} : { description };
  return { type: 'object', ...named, properties, required: Object.keys(properties) };
}

function described(schema: JsonSchema, description: string): JsonSchema {
  return { ...schema, description };
}

function either(schema: JsonSchema, description = ''): JsonSchema {
  return { anyOf: [schema, { type: 'null' }], ...(description === '' ? {} : { description }) };
}

const speaker = every(
  {
    name: described(maybe, 'The fullest name the story gives; null when it names nobody'),
    words: described(maybe, "The story's words for the speaker at this place"),
    role: described(maybe, 'How the story describes the speaker'),
    kind: described(text, 'direct, mixed or indirect (reported) speech'),
    via: { type: 'array', items: text, description: 'Through whom it is known, nearest first' },
    basis: described(
      text,
      'What shows who speaks: named, pronoun, description, label, carried, none',
    ),
    stance: described(
      text,
      'says; or the story has it denied, asked, refused, conditional, expected, or accused of',
    ),
  },
  'Who speaks; null outside reported speech: the words are then the reporter’s',
);

const passage = every({
  story: described(text, "The story's id"),
  headline: maybe,
  url: maybe,
  paragraph: whole,
  paragraphs: described(whole, 'How many paragraphs the story has'),
  start: described(whole, 'UTF-16 offset into the stored text'),
  end: whole,
  text: described(text, "The story's words, exactly"),
  speaker: either(speaker),
});

const difference = every({
  kind: described(text, 'same, left-out, added or changed'),
  story: text,
  quote: text,
});

/** A reply as every tool gives it: the JSON that the console writes, key by key. */
export const replySchema: JsonSchema = every({
  input: described(text, 'The line that was asked'),
  command: maybe,
  found: described({ type: 'boolean' }, 'false: the story does not say; `reason` says why'),
  answer: described(maybe, 'The words that answer, cut from the story; or who said it'),
  verdict: described(
    maybe,
    'Of a check: exact, exact-marked, cut, paraphrase, not-quoted, spliced, altered, other-speaker or absent',
  ),
  wording: described(maybe, 'Of a check: same, spelling, wording or meaning'),
  person: described(maybe, 'Of a check: confirmed, other, not-told or not-asked'),
  reason: described(maybe, 'Why nothing was found: not-in-story, no-such-person, …'),
  grade: described(maybe, 'sure; or likely: show the whole sentence'),
  confidence: { type: ['number', 'null'], minimum: 0, maximum: 1 },
  difference: either({ type: 'array', items: difference }, 'Of a check: word by word'),
  rows: either({ type: 'array', items: { type: 'object' } }, 'Of a listing: its items'),
  passages: { type: 'array', items: passage, description: 'The passages shown, best first' },
  text: described(text, 'The same as a person would read it'),
});
