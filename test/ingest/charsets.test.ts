import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/ingest/decode.ts';

const English = [
  'The square was shut on Monday after a pipe burst, the council said.\r\n\r\n',
  '\r\n\r\nRepairs will take a week, and nobody will be moved again.\r\n',
] as const;

/** Some bytes inside a story in English. */
function inEnglish(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(English[0]), bytes, Buffer.from(English[1])]);
}

describe('words in a charset that nobody names', () => {
  test.each<[what: string, charset: string, words: string, bytes: string]>([
    [
      'Polish',
      'windows-1250',
      '„Źle się dzieje”, rzekł Łukasz Żak, wójt Łękna.',
      'hI9sZSBzaeogZHppZWpllCwgcnpla7Mgo3VrYXN6IK9haywgd/NqdCCj6mtuYS4=',
    ],
    [
      'Polish without quotation marks of its own',
      'iso-8859-2',
      '"Źle się dzieje", rzekł Łukasz Żak, wójt Łękna.',
      'IqxsZSBzaeogZHppZWplIiwgcnpla7Mgo3VrYXN6IK9haywgd/NqdCCj6mtuYS4=',
    ],
    [
      'Czech',
      'windows-1250',
      'Čekali jsme dlouho, řekla včera ředitelka školy Jiřina Šťastná.',
      'yGVrYWxpIGpzbWUgZGxvdWhvLCD4ZWtsYSB26GVyYSD4ZWRpdGVsa2EgmmtvbHkgSmn4aW5hIIqdYXN0buEu',
    ],
    [
      'Hungarian',
      'windows-1250',
      'Nem jött segítség, mondta Győző Szűcs tűzoltó az őrségről.',
      'TmVtIGr2dHQgc2Vn7XRz6WcsIG1vbmR0YSBHefV69SBTevtjcyB0+3pvbHTzIGF6IPVyc+lncvVsLg==',
    ],
    [
      'Russian',
      'windows-1251',
      '«Письмо пришло вчера», — сказала Ольга Морозова.',
      'q8/o8fzs7iDv8Oj46+4g4vfl8OC7LCCXIPHq4Ofg6+Agzuv84+AgzO7w7ufu4uAu',
    ],
    [
      'Russian of Unix',
      'koi8-u',
      '"Письмо пришло вчера", - сказала Ольга Морозова.',
      'IvDJ09jNzyDQ0snbzM8g197F0sEiLCAtINPLwdrBzMEg78zYx8Eg7c/Sz9rP18Eu',
    ],
    [
      'Russian of DOS',
      'ibm866',
      '"Письмо пришло вчера", - сказала Ольга Морозова.',
      'Io+o4eysriCv4Kjoq64gouel4KAiLCAtIOGqoKegq6Agjqvso6AgjK7grqeuoqAu',
    ],
    [
      'Greek',
      'windows-1253',
      '«Το γράμμα ήρθε χθες», είπε η Ελένη Γεωργίου.',
      'q9TvIOPx3Ozs4SDe8ejlIPfo5fK7LCDl3/DlIOcgxevd7ecgw+X58ePf7/Uu',
    ],
    [
      'Turkish',
      'windows-1254',
      '“Mektup dün geldi” dedi şef Ayşegül Işıldağ, çağrıyı yapan kişi.',
      'k01la3R1cCBk/G4gZ2VsZGmUIGRlZGkg/mVmIEF5/mVn/GwgSf79bGRh8Cwg52Hwcv15/SB5YXBhbiBraf5pLg==',
    ],
    [
      'Hebrew',
      'windows-1255',
      'המכתב הגיע אתמול, אמרה רות לוי מתל אביב.',
      '5O7r+uEg5OLp8iDg+u7l7Cwg4O745CD45fog7OXpIO767CDg4enhLg==',
    ],
    [
      'Arabic',
      'windows-1256',
      'وصلت الرسالة أمس، قالت ليلى حداد من المدينة.',
      '5tXhyiDH4dHTx+HJIMPj06Eg3sfhyiDh7eHsIM3Px88g4+Qgx+Hjz+3kyS4=',
    ],
    [
      'Japanese',
      'shift_jis',
      '「手紙は昨日届きました」と、駅長の田中みどりさんは話した。',
      'gXWO6I6Ggs2N8JP6k82Cq4LcgrWCvYF2gsaBQYl3kreCzJNjkoaC3YLHguiCs4Lxgs2YYoK1gr2BQg==',
    ],
    [
      'Japanese of Unix',
      'euc-jp',
      '「手紙は昨日届きました」と、駅長の田中みどりさんは話した。',
      'oda86rvmpM+68sb8xs+kraTepLekv6HXpMihorHYxLmkzsXEw+ak36TJpOqktaTzpM/Pw6S3pL+how==',
    ],
    [
      'Japanese of old mails',
      'iso-2022-jp',
      '「手紙は昨日届きました」と、駅長の田中みどりさんは話した。',
      'GyRCIVY8ajtmJE86ckZ8Rk8kLSReJDckPyFXJEghIjFYRDkkTkVEQ2YkXyRJJGokNSRzJE9PQyQ3JD8hIxsoQg==',
    ],
    [
      'Chinese',
      'gb18030',
      '“信昨天到了。”站长李小红对记者说，路还没有修好。',
      'obDQxdfyzOy1vcHLoaOhsdW+s6TA7tChuuy21LzH1d/LtaOswre7ucO709DQ3rrDoaM=',
    ],
    [
      'Chinese of Taiwan',
      'big5',
      '「信昨天到了。」站長林美玲對記者說，路還沒有修好。',
      'oXWrSKxRpNGo7KRGoUOhdq+4qviqTKz8rMK577BPqsy7oaFBuPTB2ahTprOt16ZuoUM=',
    ],
    [
      'Korean',
      'euc-kr',
      '“편지는 어제 도착했습니다”라고 역장 최수진 씨가 말했다.',
      'obDG7cH2tMIgvu7BpiC1tcL4x9+9wLTPtNmhsbbzsO0gv6rA5SDD1rz2wfggvr6woSC4u8fftNku',
    ],
    [
      'Thai',
      'windows-874',
      'จดหมายมาถึงเมื่อวานนี้ สมชายกล่าว',
      'qLTLwdLCwdK21qfgwdfozcfSubnV6SDKwarSwqHF6NLH',
    ],
  ])('of %s are read as %s, alone and inside English', (_, charset, words, base64) => {
    const bytes = Buffer.from(base64, 'base64');
    const inside = decodeText(inEnglish(bytes), null);
    expect(inside.text).toBe(`${English[0]}${words}${English[1]}`);
    if (charset !== 'iso-2022-jp') expect(inside.note).toContain(charset);
    expect(decodeText(bytes, null).text).toBe(words);
  });

  test('inside a long story are told all the same', () => {
    const long = 'The council said on Monday that it would not pay. '.repeat(200);
    const words = Buffer.from('xu3B9rTCIL7uwaYgtbXC+MfftNmw7SC/qsDlwLoguLvH37TZ', 'base64'); // 편지는 어제 도착했다고 역장은 말했다
    expect(decodeText(Buffer.concat([Buffer.from(long), words]), null).note).toContain('euc-kr');
  });

  test.each([
    ['Vietnamese, which none of them has', 'Q/QgP3kgbvNpIHRyP2kgbf1hIHN1P3Qg8OptID8gdGjgbmggcGg/'],
    ['a name in Chinese, too short to tell', 'zfXP/sP3'],
    ['one letter again and again', 'z8/Pz8/Pz8/Pz8/P'],
    ['letters by chance', 'gYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en4GCg4SFhoeI'],
  ])('%s is refused with advice', (_, base64) => {
    expect(() => decodeText(inEnglish(Buffer.from(base64, 'base64')), null)).toThrow(
      'save it as UTF-8',
    );
  });

  test.each([
    ['a sum', 'It cost \xa340, and 5 \xd7 3 m.'],
    ['a dash', 'It was late \x96 too late.'],
    [
      'names of many countries',
      '\x95 Z\xfcrich\n\x95 Gen\xe8ve\n\x95 S\xe3o Paulo\n\x95 \xc5rhus\n\x95 M\xe1laga',
    ],
    ['a sign', 'See \xb6 4, \xa7 2, at 40\xb0 \xb1 2.'],
  ])('windows-1252 with only %s is read as that', (_, words) => {
    const { text, note } = decodeText(inEnglish(Buffer.from(words, 'latin1')), null);
    expect(note).toContain('windows-1252');
    expect(text).not.toMatch(/[\x80-\x9f\ufffd]/);
  });
});
