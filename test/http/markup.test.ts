import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, readEncoding } from '../../adapters/http/page/encoding.ts';
import { html, svg } from '../../adapters/http/page/html.ts';

const SIGNS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '=',
  '/',
  '\0',
  '\ud83d',
  '\u202e',
  '\n',
  ' ',
  'a',
  '€',
  ';',
];

describe('a template', () => {
  test('shows any words as text, between tags and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...SIGNS) }), (words) => {
        const { html: made } = html`<p title="${words}">${words}</p>`;
        expect(made).toMatch(/^<p title="[^"<>]*">[^"<>]*<\/p>$/s);
        expect(made).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  test('keeps markup of its own, joins lists, and has nothing for null', () => {
    const items = ['a', 'b<'].map((one) => html`<li>${one}</li>`);
    expect(html`<ul>${items}</ul>${null}${3}${[]}`.html).toBe('<ul><li>a</li><li>b&lt;</li></ul>3');
    expect(html`${svg('<svg/>')}`.html).toBe('<svg/>');
  });
});

describe('a body is sent', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.1, gzip', 'br'],
    ['GZIP', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['br; q=0.000, gzip ;q=0', null],
    ['identity', null],
    ['', null],
    [',;,q=1', null],
  ])('to who accepts “%s” as %s', (accepts, encoding) => {
    expect(readEncoding(accepts)).toBe(encoding);
  });

  test('whole, however it is encoded; what is small as it is', () => {
    const long = Buffer.from('It rained all day. '.repeat(200));
    for (const effort of ['once', 'quick'] as const) {
      const [br, gzip] = ['br', 'gzip'].map((accepts) => encode(long, accepts, effort));
      expect(brotliDecompressSync(br?.body ?? '').equals(long)).toBe(true);
      expect(gunzipSync(gzip?.body ?? '').equals(long)).toBe(true);
    }
    expect(encode(Buffer.from('rain'), 'br', 'once')).toEqual({
      body: Buffer.from('rain'),
      encoding: null,
    });
  });
});
