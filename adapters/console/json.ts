import type { Citation, Reply } from '../../src/index.ts';
import { PLAIN, render } from './render.ts';

/** A reply as one line of JSON, by the contract that others' programs read: every key is always there. */
export function renderJson(input: string, reply: Reply): string {
  const { command, found, answer, verdict, reason, grade, confidence } = reply;
  const { wording, person, difference, rows, passages } = reply;
  return JSON.stringify({
    input,
    command,
    found,
    answer,
    verdict,
    wording,
    person,
    reason,
    grade,
    confidence,
    difference,
    rows,
    passages: passages.map(renderPassage),
    text: render(reply, PLAIN),
  });
}

function renderPassage(citation: Citation) {
  const { story, headline, url, paragraph, paragraphs, span, words, speaker } = citation;
  return {
    story,
    headline,
    url,
    paragraph,
    paragraphs,
    start: span.start,
    end: span.end,
    text: words,
    speaker,
  };
}
