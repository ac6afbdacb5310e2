import { inert, wrap } from './form-parts.ts';
import type { Told } from './told.ts';

function stamp(second: number, mark: '.' | ','): string {
  return `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}${mark}000`;
}

/** The paragraphs spoken in turns by the writer and a presenter, each over two cues. */
function cues(story: Told, mark: '.' | ',', say: (who: string, words: string) => string): string[] {
  return story.paragraphs.flatMap((paragraph, i) => {
    const who = i % 2 === 0 ? story.byline : 'Peggy Dowd';
    const half = paragraph.indexOf(' ', paragraph.length / 2);
    return [paragraph.slice(0, half), paragraph.slice(half + 1)].map((words, n) => {
      const start = i * 6 + n * 3;
      const times = `${stamp(start, mark)} --> ${stamp(start + 3, mark)}`;
      return `${times}\n${n === 0 ? say(who, words) : words}`;
    });
  });
}

export function vtt(story: Told): string {
  const said = cues(story, '.', (who, words) => `<v ${who}>${inert(words)}`);
  return `WEBVTT - ${story.headline}\n\nNOTE made by hand\n\n${said.join('\n\n')}\n\n00:05:00.000 --> 00:05:02.000\n[music playing]\n`;
}

export function srt(story: Told): string {
  const said = cues(story, ',', (who, words) => `${who.toUpperCase()}: <i>${words}</i>`);
  return said.map((one, i) => `${i + 1}\r\n${one.replaceAll('\n', '\r\n')}`).join('\r\n\r\n');
}

export function anpa({ slug, headline, byline, publisher, date, paragraphs }: Told): Buffer {
  const [, month, day] = date.split('-');
  const text = paragraphs.map((one) => `\t${wrap(one, 60).replaceAll('\n', '\r\n')}\r\n`).join('');
  return Buffer.from(
    `\x16\x16\x01a4521\x1fabcd-\r\nr a\x13\x11bc-${slug} 03-12 0123\r\n\x02^BC-${slug},1st Ld-Writethru<\r\n^${headline}<\r\n^By ${byline.toUpperCase()}<\r\n^${publisher}<\r\n${text}\x03WX-XX-${month}-${day}-26 0815GMT\r\n\x04`,
  );
}

export function iptc({ headline, byline, date, paragraphs }: Told): Buffer {
  const [year = '', month = '', day] = date.split('-');
  const name = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')[Number(month) - 1];
  const text = paragraphs.map((one) => `   ${wrap(one, 64)}`).join('\n');
  return Buffer.from(
    `\x01NWA0123 3 i 0140 SLUG/\r\n\x02${headline}\r\nBy ${byline}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n ao/jl\r\n\x03${day}0815 GMT ${name} ${year.slice(2)}\r\n\x04`,
  );
}
