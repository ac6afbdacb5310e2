/** Bytes of a file or a download, packed or not: of a page or document; its text is far smaller. */
export const LARGEST_FILE = 20_000_000;
/** Bytes or characters of text: a long book is 2 MB, and a story is read whole. */
export const LARGEST_TEXT = 5_000_000;
/** Bytes of a transcript with its times: three hours have 300 kB. */
export const LARGEST_TRANSCRIPT = 2_000_000;
/**
 * Stories of one file. Feeds have 10 to 500; a news sitemap may have 1,000 by its protocol, so this is twice that. A mailbox or an
 * archive can have more: what is left out is counted and said. A real 2,000 take 1 to 3 s of processing, off the main thread.
 */
export const MOST_STORIES = 2_000;
/**
 * Seconds of processing for a file and all the files in it. 2,000 pages as news sites have them take 100 to 300; a ZIP file of a few
 * hundred kilobytes can be made to take hours. It goes on beside answering, so it need not be short.
 */
export const LONGEST_READING = 600;
/** Bytes of XML that hold a document's text: of a long book 6 MB. */
export const LARGEST_XML = 8_000_000;
/** Lists, objects and what is in them: 2,000 stories of an agency have 200,000; a million empty lists take 70 MB. */
export const MOST_JSON_VALUES = 500_000;
/** Tags of a feed, opening and closing, but for those of its texts: 500 items have 20,000. The parser of feeds takes 400 bytes for each. */
export const MOST_FEED_TAGS = 200_000;
/** Elements of a page, with its comments and entities: of 536 pages of news sites the largest has 10,700. A thousand take 50 ms and 4 MB. */
export const MOST_IN_PAGE = 25_000;
/** Elements of any other marked-up text: a book has 60,000, and each takes a tenth of the time and memory of a page's. */
export const MOST_ELEMENTS = 100_000;
/** Elements in each other: a page has 40 at most, and reading takes quadratic time in them. */
export const DEEPEST_ELEMENTS = 400;
/** How deep all elements of a text lie together: of 536 pages of news sites the deepest has 150,000, an old page with 200 tags left open a million. */
export const MOST_LEVELS = 4_000_000;
