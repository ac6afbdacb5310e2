import { afterAll, describe, expect, test } from 'vitest';
import { answerIn, FORM, markIn, openPages, partOf, race, textOf } from './page-desk.ts';

const open = await openPages();
const { post } = open;
afterAll(() => open.app.close());

describe('a question from the page', () => {
  test('is answered on it, with the passage marked', async () => {
    const { body, statusCode } = await post('/s/alibaba-ma-trump', { ask: 'Who founded Alibaba?' });
    expect(statusCode).toBe(200);
    expect(answerIn(body)).toContain('Jack Ma');
    expect(partOf(body, '<div id="answer"', '<details')).toContain('href="#passage"');
    expect(markIn(body)).toContain("Alibaba's founder Jack Ma");
    expect(body).toContain('value="Who founded Alibaba?"');
  });

  test('can follow another one, and nobody else’s', async () => {
    const first = await post('/s/alibaba-ma-trump', { ask: 'Who founded Alibaba?' });
    const [, talk = ''] = /name="talk" value="([0-9a-f]{16})"/.exec(first.body) ?? [];
    const why = await post('/s/alibaba-ma-trump', { ask: '/why', talk });
    expect(answerIn(why.body)).toContain('Sure: well over the threshold');
    const other = await post('/s/alibaba-ma-trump', { ask: '/why' });
    expect(answerIn(other.body)).toContain('There is no answer yet to explain.');
  });

  test('has buttons that say the same', async () => {
    const { body } = await post('/s/alibaba-ma-trump', { ask: 'Who founded Alibaba?' });
    const [, line = ''] = /name="line" value="(\/why [^"]+)"/.exec(body) ?? [];
    const why = await post('/s/alibaba-ma-trump', { line });
    expect(answerIn(why.body)).toMatch(/How the speaker is known|Nobody is quoted there/);
    expect(body).not.toContain('/feedback');
  });

  test('is about this story and no other', async () => {
    const words = race.article.text.slice(race.sentences[0]?.start, race.sentences[0]?.end);
    const lines = [
      '/stories',
      '/sources',
      '/about',
      '/use harbour-regatta',
      '/changes harbour-regatta',
      '/remove harbour-regatta',
      '/add harbour.txt',
      `/more harbour-regatta ${race.sentences[0]?.start}-${race.sentences[0]?.end}`,
      `/why harbour-regatta ${race.sentences[0]?.start}-${race.sentences[0]?.end}`,
      '/ask everywhere: who won the Harbour Cup?',
      `/who-said ${words}`,
    ];
    for (const line of lines) {
      const { body } = await post('/s/alibaba-ma-trump', { line });
      expect(answerIn(body).replace(line, '')).not.toMatch(/Marrow|Harbour Cup/);
      expect(body).not.toContain('/s/harbour-regatta');
    }
    expect(open.archive.find('harbour-regatta')).not.toBeNull();
  });

  test.each([
    ['nothing', {}],
    ['blanks', { ask: '   ' }],
    ['more than fits', { ask: 'a'.repeat(501) }],
    ['a text of no end', { check: 'a'.repeat(20_001) }],
  ])('says what is wrong with %s', async (_, fields) => {
    const { statusCode, body } = await post('/s/alibaba-ma-trump', fields);
    expect([statusCode, textOf(body).includes('Nothing was asked')]).toEqual([422, true]);
  });

  test.each([
    ['JSON', { ...FORM, 'content-type': 'application/json' }, '{"ask":"who?"}', 422],
    ['a picture', { 'content-type': 'image/png' }, 'png', 415],
    ['a book', FORM, `check=${'a'.repeat(300_000)}`, 413],
  ])('that is %s is refused on a page', async (_, headers, payload, status) => {
    const url = '/s/alibaba-ma-trump';
    const sent = await open.app.inject({ method: 'POST', url, headers, payload });
    expect([sent.statusCode, sent.headers['content-type']]).toEqual([
      status,
      'text/html; charset=utf-8',
    ]);
  });
});

describe('a paragraph to be checked', () => {
  test('has a verdict at every quotation, in the words that were pasted', async () => {
    const text =
      'He called it "a great meeting". Ma spoke of "ideas about how we can improve trade", and "the moon is made of cheese".';
    const { body } = await post('/s/alibaba-ma-trump', { check: text });
    const pasted = partOf(body, '<p class="pasted"', '</p>');
    const verdicts = [...pasted.matchAll(/<a class="verdict \w+" href="#finding-(\d)">([^<]+)/g)];
    expect(verdicts.map(([, at, words]) => `${at}: ${words}`)).toEqual([
      '1: 1 exact',
      '2: 2 exact',
      '3: 3 absent',
    ]);
    expect(textOf(pasted.replace(/<a .*?<\/a>/g, ''))).toBe(text);
    expect(markIn(body)).toContain('We had a great meeting');
  });

  test('may have many: they are read in goes, and what is left is said', async () => {
    const text = 'He said "ideas about how we can improve trade". '.repeat(23);
    const { body } = await post('/s/alibaba-ma-trump', { check: text });
    const pasted = partOf(body, '<p class="pasted"', '</p>');
    expect(pasted.match(/class="verdict stands"/g)).toHaveLength(20);
    expect(answerIn(body)).toContain('3 more were not read');
  });

  test('keeps its lines', async () => {
    const check = 'He said:\r\n\r\n"ideas about how we can improve trade"';
    const { body } = await post('/s/alibaba-ma-trump', { check });
    const pasted = partOf(body, '<p class="pasted"', '</p>');
    expect(textOf(pasted.replace(/<a .*?<\/a>/g, ''))).toBe(check.replaceAll('\r', ''));
  });

  test('can be one quotation, said by somebody', async () => {
    const check = 'ideas about how we can improve trade';
    const own = await post('/s/alibaba-ma-trump', { check, by: 'Jack Ma' });
    expect(answerIn(own.body)).toContain('1 exact');
    const other = await post('/s/alibaba-ma-trump', { check, by: 'Bai Ming' });
    expect(answerIn(other.body)).toContain('someone else’s');
  });
});

test('nothing went wrong that was not told', () => expect(open.errors).toEqual([]));
