import { LANGUAGE, PLAINLY, type Row, row, THIS, WRITING } from './row.ts';

/** Requests to write something, in whatever form. */
export const ORDERS: readonly Row[] = [
  row(
    'write',
    '(?:just |now |then |ok |and )?(?:summari[sz]e|summari[sz]ing|summ?ar[iy](?! judg| exec| trial| offen)|sumarise|sumarize|sum up|sum (?:it|this|that) (?:all )?up|recap|tl[;:, ]?dr|tldr|condense|shorten|abridge|abbreviate|paraphrase|rephrase|reword|rewrite|re-write|translate|simplify|proofread|eli5|reformat)(?:\\b.*)?|elaborate(?: on .*)?',
  ),
  row(
    'write',
    `(?:(?:can i (?:get|have)|could i (?:get|have)|i(?:'d)? (?:want|need|like)|i would like|give|show|get|send|make|do|need|want|got)(?: me| us)? )?(?:(?:a|an|the|your|quick|short|shorter|brief|very|one|two|three|five|\\d+|simple|one-?(?:line|sentence|paragraph|word)|executive|[a-z]+[- ]sentence|just|main|some) )*(?:summar(?:y|ies)|synopsis|gist|tl;?dr|tldr|recap|bullet ?points?|bullets|key ?points?|main points?|(?:key )?take-?aways?|cliff ?notes|short version|shorter version|simple version|simpler version|nutshell|digest|abstract|outline|(?:quick |brief |short )overview|rundown|run-down)(?: (?:of|in|for|about|please|pls|on|from|as|with)\\b.*)?`,
  ),
  row(
    'write',
    `(?:so )?what(?:'s|s| is| are) (?:the|in) (?:a )?(?:quick |short |main |key )?(?:gist|summary|tl;?dr|nutshell|short version|take-?aways?|bottom line|key points|main points)(?: .*)?`,
  ),
  row(
    'write',
    `write\\b.*|(?:compose|draft|pen|craft|generate|author)(?: (?:me|us|a|an|the|some|something|it|this|that|up|about|one|two|three|in|my|your|like)\\b.*)?`,
  ),
  row(
    'write',
    `(?:give|make|create|come up with|suggest|think of|invent|produce|prepare|put together|i need|i want|we need)(?: me| us)? (?:(?:a|an|another|some|one|two|three|four|five|ten|\\d+|any|good|catchy|better|short|funny|nice|quick|new) )*(?:[\\p{L}-]+ )?${WRITING}(?: .*)?`,
  ),
  row(
    'write',
    `(?:(?:say|answer|explain|reply|respond|speak|talk)(?: to me)? in|any) (?:${LANGUAGE}|${PLAINLY} (?:words|english|terms)|headline ideas|title ideas)\\b.*`,
  ),
  row(
    'write',
    `(?:put|say|explain|repeat|tell|read|express|describe|phrase|give|write|show|break|have|present|convert|turn|change|convey)(?: me| us)? ${THIS}(?: down| back| out)?(?: to me| for me)?(?: again)? (?:in|into|using|as|like|with) (?:(?:a|an|the|as few|more|less|${PLAINLY}|${LANGUAGE}|i'?m|i am|bullet|table|rhyme|verse|pirate|emojis?|slang|few|short|points?|someone|my)\\b.*)`,
  ),
  row(
    'write',
    `(?:in|into|to|auf|en|po|på|op|na) (?:${PLAINLY}(?: (?:words|english|terms|language|sentences?|paragraphs?|lines?))?|${LANGUAGE}|short|brief|a nutshell|bullet points|deutsch|français|francais|español|espanol|italiano|nederlands|svenska|polsku|emojis?)(?: please| pls| this time)*`,
  ),
  row('write', `(?:${LANGUAGE})(?: (?:version|translation|please|pls))+`),
  row(
    'write',
    `(?:make|keep|get|have) (?:${THIS}|them|your answers?|the answers?|things) (?:a (?:bit|little) |much |way |even |more |less |sound |into |as |very |really )*(?:\\S+er|short|brief|simple|concise|formal|casual|funny|friendly|detailed|interesting|readable|catchy|sound|rhyme|longer|clear|polite|nice|professional|exciting|understandable|fun|engaging)\\b.*`,
  ),
  row(
    'write',
    `(?:(?:a (?:bit|little)|much|way|even|make|can you be|be|more|less|too|something|anything|got anything|or|now|but|still) )*(?:shorter|simpler|longer|briefer|funnier|clearer|concise|brief|succinct|shortened|simplified|less wordy)(?: (?:version|answers?|one|please|pls|plz|this time|words|sentences|and \\S+er|form|terms))*`,
  ),
  row(
    'write',
    `(?:(?:that|this|it|the (?:answer|story|article))(?:'s|s| is| was)? )?(?:(?:way|far|much|a bit|just|still|waaay) )*too (?:long|wordy|complicated|complex|much text|much to read|verbose|detailed|many words)\\b.*`,
  ),
  row(
    'write',
    `(?:i(?:'m| am)? )?(?:not (?:gonna |going to )?read(?:ing)? (?:all )?(?:of )?(?:that|this|it)|ain't (?:gonna )?read(?:ing)?)\\b.*`,
  ),
  row(
    'write',
    `(?:explain|describe|clarify|define|interpret|analy[sz]e|break down)(?: like (?:i'?m|i am|we'?re) .+|(?: (?:${THIS}|more|better|again|further|yourself))?(?: down)?(?: (?:to|for) (?:me|us|a \\S+(?: \\S+)?|my \\S+|kids|dummies|beginners))?(?: (?:simply|briefly|again|better|more|properly|please|pls))*)`,
  ),
  row(
    'write',
    `(?:(?:could|can|would) you )?(?:continue|finish|extend|expand(?: on)?|edit|correct|improve|polish|fix|format|spell-?check|change|tweak) (?:${THIS}|writing|the (?:headline|title|ending|wording|tone|grammar)|my \\S+)\\b.*`,
  ),
  row(
    'write',
    `(?:tell|read|give)(?: me| us) (?:a|another) (?:[\\p{L}-]+ )?(?:story|bedtime story|tale|fairy ?tale)\\b.*`,
  ),
  row('write', `(?:turn|convert|change|rework|transform) ${THIS} (?:in)?to\\b.*`),
  row(
    'write',
    '(?:(?:with|in|use|using|give me|but) )?(?:less|fewer|more) (?:details?|words|text|bullet points|emojis|paragraphs)',
  ),
  row(
    'write',
    `(?:what|how)(?:'s| is| would| do (?:you|i)| does)? (?:say |translate |put |write )?${THIS}(?: \\S+){0,3} in ${LANGUAGE}`,
  ),
];
