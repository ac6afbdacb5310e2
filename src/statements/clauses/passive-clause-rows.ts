import type { Row } from './clause-row.ts';
import { WH } from './stance-clause.ts';

const BE = '(?:was|were|is|are|be|been|being)';
const TOLD =
  '~?(?:advised|asked|assured|begged|cautioned|informed|instructed|invited|notified|ordered|reminded|told|urged|warned)';
const JUDGED =
  '~?(?:attacked|billed|branded|called|characteri[sz]ed|condemned|criticised|criticized|decried|deemed|denounced|derided|described|dismissed|dubbed|hailed|judged|labell?ed|lauded|mocked|panned|portrayed|praised|rated|rejected|ridiculed|savaged|slammed|termed|welcomed)';
const CLAIMED =
  '~(?:alleged|announced|argued|claimed|explained|reported|revealed|said|stated|suggested)';
const WHEN = '(?:(?:last|this|on|in|at|earlier|yesterday)(?: [^ ,“”]+){0,2} )?';

/** Who does it, behind `by`, with an apposition: `the chairman , lord ode ,`. */
const AGENT = '(?<source>(?:[^ ,“”]+ ){1,8}?(?:, (?:[^ ,“”]+ ){1,8}?, )?)';
const LAST_AGENT =
  '(?<source>(?:[^ ,“”.;]+ ){1,8}?)(?=[,.;]|(?:in|on|at|after|and|but|who|last|this|when|during) |$)';

/** Clauses in the passive: whoever speaks stands behind `by`, or nowhere. */
export const passiveRows: readonly Row[] = [
  // `was warned by the surveyor Ann Ode that …`, `were told by the head to bring coats`
  {
    pattern: new RegExp(
      `(?<cue>${BE}(?: \\S+ly)? ${TOLD}) ${WHEN}by ${AGENT}${WHEN}(?<said>(?:${WH}|that|not to|to|“) .*)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `was told that …`, `is told there are none`
  {
    pattern: new RegExp(
      `(?<cue>${BE}(?: \\S+ly)? ~(?:told|advised|warned)) (?<said>(?:that|there|he|she|it|they|(?:, )?“) .*)`,
      'd',
    ),
    source: 'none',
    replaces: true,
  },
  // `was dismissed by the farmer Ann Ode as “fairy dust”`
  {
    pattern: new RegExp(
      `(?<cue>${JUDGED}) by ${AGENT}as (?<said>(?:[^ ,“”]+ ){0,4}?“ [^”]* ”)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `was condemned as “reckless” by the minister`, `was rated “good” by inspectors`
  {
    pattern: new RegExp(
      `(?<cue>${JUDGED}) (?:as )?(?<said>(?:[^ ,“”]+ ){0,3}?“ [^”]* ”) by ${LAST_AGENT}`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `It was claimed by Ann Ode, the agent, that …`
  {
    pattern: new RegExp(
      `^it (?<cue>(?:was|is|has been) ${CLAIMED}) by ${AGENT}(?<said>that .*)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `is understood to have told friends that …`
  {
    pattern:
      /(?<cue>(?:is|are|was|were)(?: (?:also|widely|even))? ~?(?:alleged|believed|claimed|known|learn(?:t|ed)|reported|rumoured|said|thought|understood) to have ~\S+) (?:, )?(?:[^ ,“”]+ ){0,5}?(?<said>(?:that|“) .*)/d,
    source: 'subject',
    replaces: true,
  },
  // `“Which sort?” she is said to have replied.`
  {
    pattern:
      /^(?<said>“ [^”]* ”) (?:, )?(?<source>(?:[^ ,“”]+ ){1,4})(?<cue>(?:is|was) ~?(?:said|reported|rumoured) to have ~\S+)/d,
    source: 'here',
    replaces: true,
  },
];
