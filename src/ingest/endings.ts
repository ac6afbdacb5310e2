import { extname } from 'node:path';

/** The kinds that can be read, each with its own reader. */
export type Kind =
  | 'text'
  | 'page'
  | 'xml'
  | 'json'
  | 'cues'
  | 'wire'
  | 'mail'
  | 'mailbox'
  | 'rtf'
  | 'docx'
  | 'odt'
  | 'epub'
  | 'pdf'
  | 'zip'
  | 'gzip';

/** The kinds that can be read, by file ending. */
export const KINDS: Readonly<Record<string, Kind>> = {
  '': 'text',
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.markdown': 'text',
  '.html': 'page',
  '.htm': 'page',
  '.xhtml': 'page',
  '.mhtml': 'mail',
  '.mht': 'mail',
  '.eml': 'mail',
  '.mbox': 'mailbox',
  '.xml': 'xml',
  '.nitf': 'xml',
  '.newsml': 'xml',
  '.rss': 'xml',
  '.atom': 'xml',
  '.rdf': 'xml',
  '.json': 'json',
  '.vtt': 'cues',
  '.srt': 'cues',
  '.anpa': 'wire',
  '.iptc': 'wire',
  '.rtf': 'rtf',
  '.docx': 'docx',
  '.odt': 'odt',
  '.epub': 'epub',
  '.pdf': 'pdf',
  '.zip': 'zip',
  '.gz': 'gzip',
};

/** What is read, as told to people who bring something else. */
export const ARE_READ =
  'text (.txt, .md), pages (.html, .mhtml), documents (.docx, .odt, .rtf, .pdf, .epub), mails (.eml, .mbox), transcripts (.vtt, .srt), agency formats (NITF, NewsML-G2, ninjs, ANPA, IPTC 7901), feeds and sitemaps (.xml, .rss, .atom, .json), and .zip of these';

/** The ending of a file name or address, in lower case: `.txt`; empty for none. */
export function endingOf(name: string): string {
  const inside = name.slice(name.lastIndexOf('#') + 1);
  const isAddress = /^https?:/i.test(inside) && URL.canParse(inside);
  return extname(isAddress ? new URL(inside).pathname : inside).toLowerCase();
}

/** What is not read: the words for one of it, and for many. */
export const NOT_READ = {
  picture: ['a picture', 'pictures'],
  sound: ['a sound recording', 'sound recordings'],
  video: ['a video', 'videos'],
  sheet: ['a spreadsheet', 'spreadsheets'],
  slides: ['slides', 'slides'],
  office: [
    'encrypted, or an old Office file: save it as .docx without a password',
    'encrypted or old Office files',
  ],
  document: ['a document from another program: save it as .docx', 'documents from other programs'],
  outlook: ['an Outlook mail: save it as .eml', 'Outlook mails'],
  book: ['a book other than .epub', 'books other than .epub'],
  archive: ['an archive other than .zip', 'archives other than .zip'],
  program: ['a program or database', 'programs and databases'],
  code: ['code or settings', 'code and settings'],
  font: ['a font', 'fonts'],
  captions: ['captions other than .vtt and .srt', 'captions other than .vtt and .srt'],
} as const satisfies Readonly<Record<string, readonly [one: string, many: string]>>;

/** What is not read. */
export type Other = keyof typeof NOT_READ;

/** The word for many files of a kind that is not read. */
export function manyOf(other: Other | 'unknown'): string {
  return other === 'unknown' ? 'of unknown kind' : NOT_READ[other][1];
}

/** What an unreadable file is, judging by its name; null where that says nothing. */
export function otherByName(ending: string): Other | null {
  return OTHERS.find(([, endings]) => endings.split(' ').includes(ending.slice(1)))?.[0] ?? null;
}

const OTHERS: readonly (readonly [Other, endings: string])[] = [
  ['picture', 'png jpg jpeg gif webp tif tiff bmp svg heic avif ico psd eps ai'],
  ['sound', 'mp3 wav ogg oga m4a flac aac wma opus aif aiff'],
  ['video', 'mp4 mov avi mkv webm m4v wmv mpg mpeg'],
  ['sheet', 'xls xlsx xlsm ods csv tsv numbers'],
  ['slides', 'ppt pptx odp key'],
  ['document', 'doc dot wpd wps pages sxw abw fodt ott'],
  ['outlook', 'msg pst'],
  ['book', 'mobi azw azw3 fb2 lit'],
  ['archive', 'rar 7z tar tgz bz2 xz tbz'],
  ['program', 'exe dll so dmg iso bin db sqlite jar apk msi'],
  ['code', 'js mjs ts css py rb php java c h cpp sh bat ps1 yml yaml toml ini conf cfg log'],
  ['font', 'ttf otf woff woff2'],
  ['captions', 'ass ssa sub ttml dfxp'],
];
