import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/text/dates.ts';

describe('a date', () => {
  test.each([
    ['2021-07-09T18:30:00+02:00', 'de', null, '2021-07-09T18:30:00+02:00'],
    ['2021-07-09', null, null, '2021-07-09'],
    ['07.09.2021, 18:30', 'de', null, '2021-09-07T18:30'],
    ['7. 9. 2021', 'cs', null, '2021-09-07'],
    ['07/09/2021', 'fr', null, '2021-09-07'],
    ['07/09/2021', 'en', 'GB', '2021-09-07'],
    ['07/09/2021', 'en', 'US', '2021-07-09'],
    ['07/09/2021', 'en', null, null],
    ['07-09-2021', null, null, null],
    ['27/09/2021', null, null, '2021-09-27'],
    ['09/27/2021 6:30 pm', null, null, '2021-09-27T18:30'],
    ['2021/9/7', null, null, '2021-09-07'],
    ['20210907T183000Z', null, null, '2021-09-07T18:30:00Z'],
    ['7. September 2021', 'de', null, '2021-09-07'],
    ['le 7 août 2021 à 18:30', 'fr', null, '2021-08-07T18:30'],
    ['7 de agosto de 2021', 'es', null, '2021-08-07'],
    ['September 7th, 2021', 'en', null, '2021-09-07'],
    ['Tue, 07 Sep 2021 10:15:00 GMT', null, null, '2021-09-07T10:15:00Z'],
    ['2021年9月7日', 'ja', null, '2021-09-07'],
    ['２０２１年９月７日（火）午後６時３０分', 'ja', null, '2021-09-07T18:30'],
    ['2021年09月07日 08:15', 'zh', null, '2021-09-07T08:15'],
    ['2021년 9월 7일', 'ko', null, '2021-09-07'],
    ['2021年13月7日', 'ja', null, null],
    ['2021. szeptember 7. 18:30', 'hu', null, '2021-09-07T18:30'],
    ['2021 m. rugsėjo 7 d.', 'lt', null, '2021-09-07'],
    ['2021 September 7', 'en', null, '2021-09-07'],
    ['1º de abril de 2021', 'pt', null, '2021-04-01'],
    ['31.02.2021', 'de', null, null],
    ['32/13/2021', 'en', 'GB', null],
    ['tomorrow', 'en', null, null],
    ['', null, null, null],
  ])('%j in %s, %s is %s', (written, language, country, date) => {
    expect(readDate(written, { language, country })).toBe(date);
  });
});
