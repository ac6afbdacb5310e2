import type { Paragraph } from './paragraphs.ts';
import type { ArticleParts } from './parts.ts';

/** How newspapers begin a note that corrects what they printed. */
const OPENINGS =
  /^[*_[("“]*(?:correct(?:ion|ed)\b[^.]{0,60}?[:—–-]|clarification\b[^.]{0,40}?[:—–-]|editor['’]?s['’]? note\s*[:—–-]|(?:this|the) (?:article|story|report|headline|piece)\b.{0,80}?\b(?:was|were|has been|have been) (?:corrected|amended|updated to correct|changed to correct)|(?:an|a previous|the original) (?:earlier |previous )?version of this (?:article|story|report|headline|piece)\b|(?:an|a) (?:earlier|previous) (?:article|story|report|version)\b.{0,60}?\b(?:misstated|misspelled|misidentified|incorrectly|wrongly|said)\b)/i;

/** The paragraph in which a story corrects itself: `Correction: …`; null where it does not. */
export function findCorrection({ article, paragraphs }: ArticleParts): Paragraph | null {
  const found = paragraphs.find(
    ({ number, start, end }) => number !== null && OPENINGS.test(article.text.slice(start, end)),
  );
  return found ?? null;
}
