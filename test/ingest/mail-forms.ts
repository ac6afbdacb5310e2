import { inert, marked, wrap } from './form-parts.ts';
import { makeDocx } from './samples.ts';
import type { Told } from './told.ts';

function mail(story: Told, type: string, body: string, more = ''): string {
  const { headline, date, publisher } = story;
  const encoded = Buffer.from(`PRESS RELEASE: ${headline}`).toString('base64');
  const [year, month = '', day] = date.split('-');
  const name = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[Number(month) - 1];
  return `Return-Path: <press@news.example>\r\nFrom: "${publisher}" <press@news.example>\r\nTo: desk@paper.example\r\nSubject: =?utf-8?B?${encoded}?=\r\nDate: ${Number(day)} ${name} ${year} 07:45:00 +0100\r\nMessage-ID: <${story.slug}@news.example>\r\nMIME-Version: 1.0\r\n${more}Content-Type: ${type}\r\n${body}`;
}

/** Quoted-printable, with soft breaks. */
export function quoted(text: string): string {
  const bytes = [...Buffer.from(text)].map((byte) => {
    const isPlain = (byte >= 32 && byte < 127 && byte !== 61) || byte === 10;
    return isPlain
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const lines: string[] = [];
  let line = '';
  for (const one of bytes) {
    if (one === '\n') {
      lines.push(line);
      line = '';
    } else {
      if (line.length + one.length > 75) {
        lines.push(`${line}=`);
        line = '';
      }
      line += one;
    }
  }
  return [...lines, line].join('\r\n');
}

/** A release as a plain mail. */
export function plainMail(story: Told): string {
  const body = [
    ...story.paragraphs.map((one) => wrap(one, 70)),
    '-- ',
    'Press office',
    '+44 1632 960000',
  ];
  return mail(
    story,
    'text/plain; charset=utf-8',
    `Content-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(body.join('\n\n').replace('-- \n\n', '-- \n'))}\r\n`,
  );
}

/** A release in HTML, with a plain text that says nothing. */
export function alternatives(story: Told): string {
  const html = `<html><head><title>Newsletter</title></head><body><div style="display:none">Preheader of the mail</div><table><tr><td>${marked(story)}</td></tr></table></body></html>`;
  const text = 'This mail is best read in HTML.';
  const base64 = Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n');
  return mail(
    story,
    'multipart/alternative; boundary="=b1"',
    `\r\n--=b1\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--=b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n--=b1--\r\n`,
  );
}

/** A release attached to a mail. */
export function attached(story: Told): string {
  const docx = makeDocx(story.paragraphs.map(inert)).toString('base64').replace(/.{76}/g, '$&\r\n');
  return mail(
    story,
    'multipart/mixed; boundary="=b2"',
    `\r\n--=b2\r\nContent-Type: text/plain\r\n\r\nDear all, please find our news attached. Kind regards\r\n--=b2\r\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name="${story.slug}.docx"\r\nContent-Disposition: attachment; filename="${story.slug}.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${docx}\r\n--=b2--\r\n`,
  );
}
