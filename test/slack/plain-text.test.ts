import { expect, test } from 'vitest';
import { plainText } from '../../adapters/slack/plain-text.ts';
import { asTyped, inWords } from '../../adapters/slack/typed.ts';

test.each([
  ['<@UBOT> who pays?', 'who pays?'],
  ['who <@UBOT> pays?', 'who pays?'],
  ['who pays, <@UBOT|verbatim>', 'who pays,'],
  ['<@UBOT>', ''],
  [
    'what did <@U2|ada> say in <#C1|news> to <!subteam^S1|@desk>, <!here>?',
    'what did ada say in #news to @desk, @here?',
  ],
  [
    'see <https://a.example/x?a=1&amp;b=2|this> and <https://b.example/>',
    'see this and https://b.example/',
  ],
  ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['&lt;!channel&gt; is no mention', '<!channel> is no mention'],
  [':tada: done :+1::skin-tone-2: at 10:30:15, ratio 3:4', 'done at 10:30:15, ratio 3:4'],
  ['👩‍👩‍👧 who 🇬🇧 pays 👍🏽 ❤️ 5 # 1 ©', 'who pays 5 # 1 ©'],
  ['*bold* _it_ ~gone~ `code` snake_case 2*3', 'bold it gone code snake_case 2*3'],
  ['&gt; a quoted line\n&gt; and another', 'a quoted line and another'],
  ['no\u00a0break\u200b\u2009thin', 'no break thin'],
  ['“curly” ‘quotes’ — and dashes…', '“curly” ‘quotes’ — and dashes…'],
  ['< not a reference > & a bare <', '< not a reference > & a bare <'],
  ['\ud800 a lone surrogate', '\ud800 a lone surrogate'],
  ['/add *A* story\n\n:tada: &amp; <@UBOT>lines', '/add *A* story\n\n:tada: &  lines'],
])('%j reads as %j', (markup, text) => expect(plainText(markup, 'UBOT')).toBe(text));

test.each([
  [
    '/help lists what there is, /why tells why',
    '/story help lists what there is, /story why tells why',
  ],
  [
    '/ask, /who-said x, /check, /quotes Ada, /story',
    '/ask, /who-said x, /check, /quotes Ada, /story',
  ],
  ['/speakers', '/story speakers'],
  [
    'either/or, a/help, https://x.example/about, /helpful',
    'either/or, a/help, https://x.example/about, /helpful',
  ],
])('%j is typed in Slack as %j', (words, typed) => expect(asTyped(words)).toBe(typed));

test.each([
  ['/who-said it costs 4', 'Who said “it costs 4”?'],
  ['/quotes Ada Ode', 'What did Ada Ode say?'],
  ['/quotes Ada Ode about costs', 'What did Ada Ode say about costs?'],
  ['/speakers', 'Who speaks in the story?'],
  ['/numbers', '/numbers'],
  ['Who pays?', 'Who pays?'],
])('%j is %j in the words of a person', (line, words) => expect(inWords(line)).toBe(words));
