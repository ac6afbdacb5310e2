import type { Citation } from '../story/citation.ts';
import type { Reply } from './reply.ts';
import { replyToText } from './text.ts';

/** A reply as plain data, the contract for other programs on every surface: every key is always there. */
export function replyToJson(input: string, reply: Reply) {
  const { command, found, answer, verdict, reason, grade, confidence } = reply;
  const { wording, person, difference, rows, passages } = reply;
  return {
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
    text: replyToText(reply),
  };
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
