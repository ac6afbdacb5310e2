import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP file of some files. `claim` is what it says of their sizes, where it lies. */
export function makeZip(files: Readonly<Record<string, string | Buffer>>, claim?: number): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const meta = Buffer.alloc(26);
    meta.writeUInt16LE(20, 0);
    meta.writeUInt16LE(8, 4);
    meta.writeUInt32LE(crc(bytes), 10);
    meta.writeUInt32LE(packed.length, 14);
    meta.writeUInt32LE(claim ?? bytes.length, 18);
    meta.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), meta, Buffer.from(name), packed);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(at, 10);
    const made = Buffer.from([20, 0]);
    centrals.push(Buffer.from('PK\u0001\u0002', 'latin1'), made, meta, central, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

function crc(bytes: Buffer): number {
  if (typeof crc32 === 'function') return crc32(bytes);
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/**
 * A DOCX file of some paragraphs, each in two runs, as Word breaks them, and of what `more` marks up; `parts` are lists beside
 * it by name: `footnotes`.
 */
export function makeDocx(
  paragraphs: readonly string[],
  more = '',
  parts: Readonly<Record<string, string>> = {},
): Buffer {
  const body = paragraphs.map((text) => {
    const runs = [text.slice(0, 7), text.slice(7)].map(
      (part) => `<w:r><w:t xml:space="preserve">${part}</w:t></w:r>`,
    );
    return `<w:p>${runs.join('')}</w:p>`;
  });
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const beside = Object.entries(parts).map(
    ([name, list]) =>
      [`word/${name}.xml`, `<w:${name} xmlns:w="${main}">${list}</w:${name}>`] as const,
  );
  const links = Object.keys(parts).map(
    (name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
  );
  const types = Object.keys(parts).map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
  );
  return makeZip({
    ...Object.fromEntries(beside),
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${main}"><w:body>${body.join('')}${more}</w:body></w:document>`,
  });
}

/** A page of a PDF: lines with how far each stands below, and right of, the one before, in points, and their size. */
export type PdfPage = readonly (readonly [
  down: number,
  text: string,
  right?: number,
  size?: number,
])[];

/** A PDF of some pages of 12-point lines. */
export function makePdf(pages: readonly PdfPage[], trailer = ''): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const kids: string[] = [];
  for (const page of pages) {
    const lines = page.map(
      ([down, text, right = 0, size = 12]) =>
        `/F1 ${size} Tf ${right} ${-down} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj`,
    );
    const stream = `BT /F1 12 Tf 72 760 Td ${lines.join('\n')} ET`;
    const number = objects.length + 1;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${number + 1} 0 R /Resources << /Font << /F1 ${font} >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
    kids.push(`${number} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`;
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF`,
    'latin1',
  );
}

/** What makes a PDF ask for a password. */
export const LOCKED = `/ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'12'.repeat(32)}> /U <${'34'.repeat(32)}> >>`;
