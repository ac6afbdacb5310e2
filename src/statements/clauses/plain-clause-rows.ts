import type { Row } from './clause-row.ts';
import { passiveRows } from './passive-clause-rows.ts';
import { recordRows } from './record-clause-rows.ts';
import { WH } from './stance-clause.ts';

const NAMES_IT = 'brand|call|deem|describ|dismiss|dubb?|judg|label|mock|rat|term';
const HEARERS =
  '(?:court|councillors|delegates|hearing|inquest|inquiry|jurors|jury|lawmakers|magistrates|mps|panel|senators|shareholders|tribunal)';
// `-ing` and no verb
const NO_GERUND =
  '(?!(?:anything|building|evening|everything|feeling|hearing|king|meeting|morning|nothing|ruling|something|spring|string|thing|wedding|wing) )';
const TIME = '(?: (?:on|at|in|yesterday|today|earlier|later)(?: \\S+){0,3})?';

const GOES_ON =
  '(?:says?|said|reports?|reported|writes?|wrote|argues?|argued|adds?|added|claims?|claimed|insists?|insisted|explains?|explained|notes?|noted|warns?|warned|recalls?|recalled)';

export const rows: readonly Row[] = [
  // `denied having said so`
  {
    pattern: /(?<cue>~den(?:ies|ied|y)) (?<said>(?:that|having|ever|any) .*)/d,
    source: 'subject',
    replaces: false,
  },
  // `would not say whether`, `declined to say who`, `never said that`
  {
    pattern: new RegExp(
      `(?<cue>(?:(?:would|could|did|does|do|will|has|have|had) (?:not|never)|never|(?:declined|refused|declines|refuses)(?: \\S+){0,6}? to|unable to) ~\\S+)(?: \\S+){0,3}? (?<said>(?:${WH}|that|“) .*)`,
      'd',
    ),
    source: 'subject',
    replaces: false,
  },
  // `was asked whether`
  {
    pattern: new RegExp(
      `(?<cue>(?:was|were|is|been)(?: \\S+)? ~asked)(?: \\S+){0,4}? (?<said>${WH} .*)`,
      'd',
    ),
    source: 'none',
    replaces: false,
  },
  // `Asked by e-mail how deep it was, she declined`
  {
    pattern: new RegExp(
      `^(?:when |after being )?(?<cue>~?(?:asked|pressed|questioned))(?: [^ ]+){0,6}? (?<said>${WH} [^,]*) ,`,
      'd',
    ),
    source: 'none',
    replaces: false,
  },
  // `is expected to tell the council that`, `will say that`
  {
    pattern:
      /(?<cue>(?:(?:is|are|was|were) (?:expected|due|set|scheduled|likely) to|will) ~?(?:say|tell|announce|argue|claim|inform|reveal|warn))(?: \S+){0,8}? (?<said>(?:that|“) .*)/d,
    source: 'subject',
    replaces: false,
  },
  // `recalled being handed a torch`, `remembers seeing a flare`
  {
    pattern: new RegExp(
      `(?<!(?:was|were|is|are|been|be|being) )(?<cue>~?(?:admit(?:s|ted)?|confess(?:es|ed) to|describe[sd]?|recall(?:s|ed)?|recounts?|recounted|regret(?:s|ted)?|remember(?:s|ed)?)(?: ever)?) (?<said>(?:not |never )?${NO_GERUND}[^ ,“”]+ing .*)`,
      'd',
    ),
    source: 'subject',
    replaces: true,
  },
  // `put it to the witness that …`
  {
    pattern: /(?<cue>puts? it to) (?:[^ ,“”]+ ){1,6}?(?<said>that .*)/d,
    source: 'subject',
    replaces: true,
  },
  // `It was, she admitted, “a bad week”`
  {
    pattern: new RegExp(
      `^(?<said>(?:[^ ,“”]+ ){1,9}?(?:is|was|are|were|be|been|felt|looked|seemed) (?:(?:also|just|not|only|still) )?), (?<source>(?:[^ ,“”]+ ){1,5})(?<cue>~?${GOES_ON}|~?(?:admit(?:s|ted)|concede[sd]|confess(?:es|ed)|joke[sd])) , (?<rest>“ .*)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `is accused of telling`, `was accused by her uncle of having called`
  {
    pattern:
      /(?<cue>(?:is|are|was|were|been|stands?) ~accused(?: by(?: [^ ,“]+){1,6}?)? of(?: having)?) (?<said>~\S+ .*)/d,
    source: 'subject',
    replaces: false,
  },
  // `wants to know whether`
  {
    pattern: new RegExp(
      `(?<cue>(?:wants?|wanted|demand(?:s|ed)) to know) (?<said>${WH} (?:(?! (?:and|but) ).)*)`,
      'd',
    ),
    source: 'subject',
    replaces: true,
  },
  // `gave the cause of death as drowning`
  {
    pattern:
      /(?<cue>~?(?:gave|gives|listed|lists|recorded|records)) (?<said>(?:the|its|their|his|her) (?!(?:[^ ]+ )?names? )(?:[^ ,“”]+ ){1,6}?as (?:(?! and (?:found|said|ruled|noted)).)*)/d,
    source: 'subject',
    replaces: true,
  },
  // `heard him boast that`
  {
    pattern:
      /(?<!\b(?:not|never) )\b(?:hears?|heard) (?!to )(?<source>(?:[^ ,“]+ ){1,5}?)(?<cue>~?(?:ask|boast|call|claim|cry|promise|say|scream|shout|tell|threaten|whisper|yell)(?:ing)?)(?: out)?(?: [^ ,“]+){0,4}?(?: [,:])? (?<said>(?:that|“) .*)/d,
    source: 'here',
    replaces: true,
  },
  // `rejected claims that its boss had said “…”`
  {
    pattern:
      /(?<cue>~?(?:contest|contradict|den(?:y|i)|dismiss|disput|rebut|refut|reject)\S*) (?<said>(?:\S+ ){0,3}?~?(?:accusation|allegation|claim|report|rumou?r|suggestion)s? that .*)/d,
    source: 'subject',
    replaces: true,
  },
  // `I would say “sorry”`, `will tell them “no”`
  {
    pattern:
      /(?<cue>(?:would|will|might|could)(?: not| never)?(?: have)? ~(?:said|say|tell|told))(?: (?!(?:he|it|she|that|they|we) )[^ “”,.:]+){0,2}?(?: [,:])? (?<said>“ [^”]* ”)/d,
    source: 'subject',
    replaces: true,
  },
  // `branded him “a fool”`
  {
    pattern: new RegExp(
      `(?<cue>~?(?:${NAMES_IT})(?:e?d|s|es)) (?<said>(?:[^ “”,]+ ){1,8}?“ [^”]* ”)`,
      'd',
    ),
    source: 'subject',
    replaces: false,
  },
  // `accused him of “folly”`, `described it as “a folly”`
  {
    pattern:
      /(?<cue>~(?:accused?s?|describe[sd]?)) (?<said>(?:[^ “”,]+ ){1,8}?(?:of|as) “ [^”]* ”)/d,
    source: 'subject',
    replaces: false,
  },
  // `told the paper that “…”`, `he went, “…”`
  {
    pattern:
      /(?<cue>~(?:said|says|told|tells|wrote|writes|replied|shouted)|went)(?: [^ “”,.:]+){0,6}?(?: [,:])? (?<said>“ [^”]* ”)/d,
    source: 'subject',
    replaces: false,
  },
  // `Ann said there was more`, `a reader told us they were dull`, `a study found that it was late`
  {
    pattern:
      /(?<cue>~(?:said|says|told (?:me|us|him|her|them))|found|~suggests) (?<said>that .*|(?:it|there|he|she|they|we|i) [^“]*)$/d,
    source: 'subject',
    replaces: false,
  },
  // `had told a meeting of the caucus that it was late`
  {
    pattern: /(?<cue>~told) (?:[^ ,“”]+ ){1,8}?(?<said>that .*)/d,
    source: 'subject',
    replaces: false,
  },
  // `It was late, the keeper Ann Ode told Radio Vale.`
  {
    pattern:
      /^(?<said>[^“]{20,}) , (?<source>(?:[^ ,“]+ ){1,6})(?<cue>~told) (?:[^ ,“]+ ){1,6}\.$/d,
    source: 'here',
    replaces: false,
  },
  // `…, as reported by the Post`
  {
    pattern:
      /^(?:[^“]*? that )?(?<said>.*) , as (?<cue>~?(?:reported|told|claimed)) by (?<source>[^,]*?) \.$/d,
    source: 'here',
    replaces: false,
  },
  // `…, a jury was told on Monday`, `The court heard that …`
  {
    pattern: new RegExp(
      `^(?<said>.{12,}) , (?:(?:a|an|the) (?:\\S+ ){0,3}?)?${HEARERS} (?<cue>(?:has )?heard|(?:was|were|has been) ~told)${TIME} \\.$`,
      'd',
    ),
    source: 'none',
    replaces: true,
  },
  // `The court heard that …`
  {
    pattern: new RegExp(
      `^(?:(?:a|an|the) (?:[^ ,“”]+ ){0,3}?)?${HEARERS} (?:in [^ ,“”]+ )?(?<cue>(?:has |have |had )?heard|(?:was|were|has been|have been) ~told)${TIME} (?<said>(?:that|how) .*)`,
      'd',
    ),
    source: 'none',
    replaces: true,
  },
  // `Over nine months, the team reports, it fell by a fifth`
  {
    pattern: new RegExp(
      `^(?<said>(?:[^ ,]+ ){1,8}), (?<source>(?:the|an?|his|her|its|their) (?:[^ ,]+ ){1,3})(?<cue>~?${GOES_ON}|went on) , (?<rest>.*)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `If it holds, say its authors, it is news`
  {
    pattern: new RegExp(
      `^(?<said>[^“]*) , (?<cue>~?${GOES_ON}) (?<source>(?:the|an?|his|her|its|their) (?:[^ ,]+ ){1,4}), (?<rest>.*)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `By his own account he was late`
  {
    pattern: /^by (?<source>his|her|their) own (?<cue>account|admission)(?: ,)? (?<said>.*)/d,
    source: 'here',
    replaces: false,
  },
  ...passiveRows,
  ...recordRows,
];
