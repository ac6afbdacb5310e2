import type { TalkKind } from './talk-kind.ts';

/** A kind of talk and a pattern for a whole line of it, in lower case; `unlessAsked`: not with a question mark. */
export type Row = readonly [kind: TalkKind, pattern: RegExp, unlessAsked: boolean];

export function row(kind: TalkKind, ...pattern: readonly string[]): Row {
  return [kind, new RegExp(`^(?:${pattern.join('')})\\??$`, 'u'), false];
}

export function unlessAsked(kind: TalkKind, pattern: string): Row {
  return [kind, new RegExp(`^(?:${pattern})$`, 'u'), true];
}

export const YOU = '(?:you|u|ya)';
export const ARE = "(?:are|r|aren't|were)";
export const IT = '(?:it|this|that|these|those|everything|all that|all this)';
const STORY =
  '(?:(?:the|this|that|your|whole|entire) )*(?:story|article|text|piece|news|report|answer|page|thing)';
export const THIS = `(?:${IT}|${STORY})`;
export const WRITING =
  '(?:headline|title|subject line|hook|tweet|poem|haiku|limerick|sonnet|song|rap|email|e-mail|blog ?post|post|essay|caption|slogan|summary|synopsis|recap|script|message|reply|intro|introduction|press release|newsletter|translation|joke|tl;?dr|bullet points?|bullets|version|outline|abstract|lede|quiz|thread|hashtags?)s?';
export const LANGUAGE =
  '(?:english|french|german|spanish|italian|dutch|portuguese|polish|russian|turkish|swedish|arabic|hindi|chinese|mandarin|japanese|korean|welsh|irish|greek|latin|ukrainian|danish|norwegian|finnish|czech|hungarian|hebrew|urdu|swahili|afrikaans)';
export const PLAINLY =
  "(?:simple|simpler|plain|easy|easier|layman'?s?|fewer|other|your own|different|my|basic|normal|one|two|three|\\d+)";
export const VERDICT =
  '(?:true|real|reliable|accurate|correct|right|wrong|fake|false|legit|legitimate|credible|trustworthy|biased|bias|propaganda|fake news|lies?|hoax|satire|parody|made up|believable|fair|good|bad|good news|bad news|trusted|serious|trust|factual|facts?|verified|fact-checked|bs|bullshit|nonsense|ai generated|important|interesting|misleading|objective|neutral|balanced|normal|scam|clickbait)';
export const BAD =
  '(?:useless|stupid|dumb|idiot(?:ic)?|rubbish|garbage|trash|crap|terrible|awful|horrible|bad|broken|annoying|pathetic|worthless|wrong|slow|boring|moron|ridiculous|nonsense|silly|lame|incorrect|sucks?|joke|worst|lying|liar|confusing|confused|unhelpful|disappointing|hopeless)';
export const GOOD =
  '(?:amazing|awesome|great|helpful|brilliant|useful|good|cool|nice|perfect|fantastic|excellent|lovely|the best|best|wonderful|superb|smart|clever|handy|impressive|neat|fun|funny|genius|incredible|a star|a legend|lifesaver|sweet|kind|fast|quick|better)';
export const ANYONE = '(?:anyone|anybody|someone|somebody|everyone|everybody)';
