/** Bytes of a file or a download, packed or not: of a page or document; its text is far smaller. */
export const LARGEST_FILE = 20_000_000;
/** Bytes or characters of text: a long book is 2 MB, and a story is read whole. */
export const LARGEST_TEXT = 5_000_000;
/** Stories of one file. An estimate, not measured on real files: it keeps memory flat, and what is left out is counted. */
export const MOST_STORIES = 2_000;
/** Bytes of XML that hold a document's text: of a long book 6 MB. */
export const LARGEST_XML = 12_000_000;
