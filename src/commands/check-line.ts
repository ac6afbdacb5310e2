import type { Ask } from './command.ts';

const OPEN = `(?:''|["“”„«»‘’‚']|\`\`)`;
const CLOSE = `(?:''|["“”«»‘’'])`;

// `"…" by Ma`, `“…”, said Ma`, `"…" — Jack Ma`
const MARKED = new RegExp(
  `^(${OPEN}.*${CLOSE})[.,;!?…]*\\s*(?:\\(?\\b(?:by|from|says|said|according to)\\s+|[—–-]+\\s*)([^"“”„«»]{1,80}?)\\)?[\\s?.!]*$`,
  'iu',
);
// words without marks: what stands behind the last `by` can be a person if it is short
const PLAIN = /^(.*\S)\s+by\s+((?:\S+\s+){0,5}\S+?)[\s?.!]*$/iu;

/** What stands behind `/check`: `"WORDS" by PERSON`; the marks stay with the words. */
export function readCheck(rest: string): Ask {
  const [, quote = rest, person = null] = MARKED.exec(rest) ?? readPlain(rest) ?? [];
  return { kind: 'check', quote, person };
}

/** Where a quotation is in marks, a `by` inside it is its own. */
function readPlain(rest: string): RegExpExecArray | null {
  return /["“”„«»]|(?:^|\s)[‘']/u.test(rest) ? null : PLAIN.exec(rest);
}

const ASKED = [
  // `did Ma say '…'?`, `has Ma ever said that …`, `did Ma really say: …`
  /^(?:so |but |and )?(?:did|does|has|have|had)\s+(?<person>.+?)\s+(?:(?:really|actually|ever|also|once|just|indeed)\s+)*(?:say|said|state|stated|claim|claimed|tweet|tweeted|write|written)(?:\s+(?:really|actually|exactly|literally))?\s*(?:[:,]|(?:the words|these words|this)[:,]?)?\s*(?:that\s+(?!['"“‘«]?\s*$))?(?<quote>.+)$/iu,
  // `was Ma quoted as saying …`, `is Ma quoted as saying …`
  /^(?:was|is|were|are)\s+(?<person>.+?)\s+(?:really |actually |correctly )?quoted (?:correctly )?as (?:saying|stating)\s*[:,]?\s*(?:that\s+)?(?<quote>.+)$/iu,
  // `is it true that X said …`, `is it right that X said "…"`
  /^is it (?:true|right|correct|accurate|a fact)(?: to say)? that\s+(?<person>.+?)\s+(?:really |actually )?(?:said|says|claimed|stated|wrote|tweeted)\s*[:,]?\s*(?:that\s+)?(?<quote>.+)$/iu,
  // `is this what Ma said: "…"`
  /^(?:is|are) (?:this|that|these|those)(?: really| exactly)? (?:what|how|the words) (?<person>.+?) (?:really |actually )?(?:said|says|put it|used)\s*[:,]?\s*(?<quote>.+)$/iu,
  // `is this right: '…'`, `is this quote accurate? "…"`, `check this quote: …`, `check: "…"`
  /^(?:is|are|was) (?:this|that|these|those|the|the following)(?: (?:quote|quotation|words?|statement|sentence)s?)? (?:right|correct|accurate|real|true|exact|genuine|a real quote|in the story|what (?:was|they|he|she) said|said)\s*[:?,–—-]\s*(?<quote>.+)$/iu,
  /^(?:please )?(?:check|verify|fact-?check)(?: (?:this|the|that|these))?(?: (?:quote|quotation|words?|statement)s?)?\s*[:,–—-]\s*(?<quote>.+)$/iu,
  /^(?:please )?(?:check|verify|fact-?check)(?: (?:this|the|that|these))?(?: (?:quote|quotation|words?|statement)s?)?\s+(?<quote>["“„«‘'].+)$/iu,
];

// `did Ma say why …`, `did Ma say anything about …` ask the story
const QUESTION =
  /^(?:why|whether|if|when|where|who|whom|whose|what|which|how|anything|something)\b(?!['’])|^(?:so|more|much|it|this|that|no|yes)$/iu;
const ANYONE =
  /^(?:anyone|anybody|someone|somebody|they|he|she|people|the story|the article|it|one)$/iu;

/** The check that free words ask for: `did Ma say '…'?`; null where they ask for something else. */
export function routeCheck(text: string): Ask | null {
  for (const pattern of ASKED) {
    const { person, quote } = pattern.exec(text)?.groups ?? {};
    const words = quote?.replace(/\s*\?+\s*$/u, '').trim() ?? '';
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    if (person === undefined) return readCheck(words);
    if (QUESTION.test(words) || person.split(/\s+/u).length > 8) return null;
    return { kind: 'check', quote: words, person: ANYONE.test(person) ? null : person };
  }
  return null;
}
