import { readAs } from './charsets.ts';
import { readDocumentFields } from './document-fields.ts';
import { fromFields, type Incoming } from './incoming.ts';
import { IngestError } from './typed.ts';

const DEEPEST = 500; // groups in groups: a document has 10
const MOST_MARKS = 2_000_000; // words, groups and letters by number: a long book has 500,000
const MOST_TEXT = 5_000_000; // characters: of a long book 2 million

/** State that holds inside a group, until it ends. */
interface State {
  readonly kind: 'shown' | 'unshown' | 'title' | 'author' | 'fonts';
  readonly charset: string;
  /** How many characters after a Unicode one are its fallback. */
  readonly fallback: number;
  readonly isStruck: boolean;
}

/** Parts that are not text of the document. */
const UNSHOWN = new Set(
  'annotation atnauthor atnid atndate atnref background bkmkend bkmkstart buptim colortbl comment creatim datafield datastore do doccomm docvar factoidname falt field_ filetbl fldinst fontemb footer footerf footerl footerr footnote ftncn ftnsep ftnsepc generator header headerf headerl headerr keywords latentstyles listoverridetable listpicture listtable listtext manager mmathPr nonshppict object objdata operator pict pntext pgptbl printim private protusertbl revtbl revtim rsidtbl shp shpinst shppict stylesheet subject tc template themedata colorschememapping txe userprops wgrffmtfilter xe xmlnstbl xmlopen'.split(
    ' ',
  ),
);

const SIGNS: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  column: '\n\n',
  row: '\n\n',
  cell: '\n\n',
  nestcell: '\n\n',
  line: '\n',
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

const TOKEN = /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([^\\{}]+)/gi;

/**
 * The paragraphs of a document in Rich Text Format, without comments, footnotes, struck-out and hidden words; and
 * what its properties tell. Throws an `IngestError`.
 */
export function readRtf(bytes: Uint8Array, origin: string): Incoming {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start: State = { kind: 'shown', charset: 'windows-1252', fallback: 1, isStruck: false };
  const texts = { shown: [] as string[], title: [] as string[], author: [] as string[] };
  const charsets = new Map<string, string>();
  const open: State[] = [];
  let state = start;
  let pending = ''; // bytes of letters, which may take two
  let skip = 0;
  let font = '';
  let isNew = false; // whether a group has just begun, and its first word says what it is
  let size = 0;
  let marks = 0;
  const write = (text: string): void => {
    if (state.isStruck || state.kind === 'unshown' || state.kind === 'fonts') return;
    size += text.length;
    if (size > MOST_TEXT) throw new IngestError('has too much text in it: 5 MB at most');
    texts[state.kind].push(text);
  };
  const flush = (): void => {
    if (pending === '') return;
    write(readAs(state.charset, Buffer.from(pending, 'latin1')));
    pending = '';
  };
  const become = (next: Partial<State>): void => {
    state = { ...state, ...next };
  };

  const readWord = (word: string, given: string | undefined): void => {
    const number = given === undefined ? null : Number(given);
    const isFirst = isNew;
    isNew = false;
    if (word === 'u' && number !== null) {
      write(String.fromCharCode(number < 0 ? number + 65_536 : number));
      skip = state.fallback;
      return;
    }
    const sign = SIGNS[word];
    if (sign !== undefined) write(sign);
    else if (word === 'uc') become({ fallback: Math.min(9, Math.max(0, number ?? 1)) });
    else if (word === 'ansicpg') become({ charset: charsetOf(number ?? 1252) });
    else if (word === 'mac') become({ charset: 'macintosh' });
    else if (word === 'fonttbl') become({ kind: 'fonts' });
    else if (word === 'info') become({ kind: 'unshown' });
    else if (isFirst && (word === 'title' || word === 'author')) become({ kind: word });
    else if (word === 'f' && state.kind === 'fonts') font = given ?? '';
    else if (word === 'fcharset') {
      const charset = CHARSETS[number ?? 0];
      if (charset !== undefined) charsets.set(font, charset);
    } else if (word === 'f') become({ charset: charsets.get(given ?? '') ?? start.charset });
    else if (word === 'strike' || word === 'striked' || word === 'deleted' || word === 'v')
      become({ isStruck: number !== 0 });
    else if (word === 'plain') become({ isStruck: false });
    else if (isFirst && UNSHOWN.has(word)) become({ kind: 'unshown' });
  };

  TOKEN.lastIndex = 0;
  for (const [, brace, word, number, hex, sign, plain] of source.matchAll(TOKEN)) {
    marks += 1;
    if (marks > MOST_MARKS) throw new IngestError('has too many marks in it');
    if (hex !== undefined) {
      if (skip > 0) skip -= 1;
      else pending += String.fromCharCode(Number.parseInt(hex, 16));
      isNew = false;
      continue;
    }
    if (plain === undefined || !/^[\r\n]*$/.test(plain)) flush();
    if (brace === '{') {
      if (open.length >= DEEPEST) throw new IngestError('is nested too deep');
      open.push(state);
      isNew = true;
      skip = 0;
    } else if (brace === '}') {
      state = open.pop() ?? start;
      skip = 0;
    } else if (word === 'bin') {
      become({ kind: 'unshown' }); // what follows is not text
    } else if (word !== undefined) {
      readWord(word, number);
    } else if (sign !== undefined) {
      if (sign === '*') become({ kind: 'unshown' });
      else if (skip > 0 && /[\\{}]/.test(sign)) skip -= 1;
      else write(READ_SIGNS[sign] ?? '');
    } else if (plain !== undefined) {
      const text = plain.replace(/[\r\n\0]/g, '');
      if (text !== '') isNew = false;
      const shown = text.slice(skip);
      skip = Math.max(0, skip - text.length);
      if (/[\x80-\xff]/.test(shown)) pending += shown;
      else write(shown);
    }
  }
  flush();
  const paragraphs = splitParagraphs(texts.shown.join(''));
  if (paragraphs.length === 0) throw new IngestError('is empty');
  const [title, author] = [texts.title, texts.author].map((one) => one.join('').trim() || null);
  return fromFields(
    readDocumentFields(title ?? null, author ?? null, paragraphs),
    paragraphs,
    origin,
  );
}

const READ_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': '\u00a0',
  _: '-',
  '\n': '\n\n',
  '\r': '\n\n',
};

/** Charsets of fonts, by their number in the format. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

const PAGES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

function charsetOf(page: number): string {
  return PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
}

function splitParagraphs(text: string): readonly string[] {
  return text
    .split(/\n(?:[ \t\u00a0]*\n)+/)
    .map((one) =>
      one
        .replace(/[ \t]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim(),
    )
    .filter((one) => one !== '');
}
