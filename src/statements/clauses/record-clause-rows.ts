import type { Row } from './clause-row.ts';

const PAPERS =
  '(?:accounts|diary|documents|files?|ledger|logs?|minutes|notes|papers|records?|register|transcript)';
const NUMBER =
  '(?:[£$€] ?)?(?:\\d\\S*|one|two|three|four|five|six|seven|eight|nine|ten|half|(?:dozen|hundred|thousand|million)s?)';

/** Figures, papers, verdicts and cries: what is said without a verb of saying. */
export const recordRows: readonly Row[] = [
  // `put the crowd at 35,000`
  {
    pattern: new RegExp(
      `(?<cue>puts?) (?<said>(?!(?:him|her|me|us|up|out) )(?:[^ ,“”]+ ){1,9}?at (?:[^ ,“”]+ ){0,3}?${NUMBER})`,
      'd',
    ),
    source: 'subject',
    replaces: true,
  },
  // `The minutes record only that …`
  {
    pattern: new RegExp(
      `(?<source>(?:the|its|their|his|her) (?:[^ ,“”]+ ){0,4}?${PAPERS}(?: of (?:[^ ,“”]+ ){1,5}?| , [^,“”]* , | ))(?:(?:also|only|simply) )?(?<cue>~?(?:record(?:s|ed)?|shows?|showed)) (?:only )?(?<said>that .*)`,
      'd',
    ),
    source: 'here',
    replaces: true,
  },
  // `returned a verdict of misadventure`
  {
    pattern:
      /(?<cue>(?:returned|~?recorded|reached) (?:an? |the )(?:\S+ ){0,2}?(?:verdict|conclusion) of) (?<said>[^,.]+)/d,
    source: 'subject',
    replaces: true,
  },
  // `There were cries of “Resign!” from the gallery`
  {
    pattern:
      /(?<cue>~?(?:calls|chants?|chorus|cries|cry|jeers|screams?|shouts?) of) (?<said>“ [^”]* ”) from (?<source>(?:[^ ,“”.;]+ ){1,6}?)(?=[,.;]|as |when |$)/d,
    source: 'here',
    replaces: true,
  },
  {
    pattern:
      /(?<cue>~?(?:calls|chants?|chorus|cries|cry|jeers|screams?|shouts?) of) (?<said>“ [^”]* ”)/d,
    source: 'none',
    replaces: false,
  },
];
