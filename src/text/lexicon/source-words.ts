import { isSite } from '../sites.ts';

/** Words for what a story rests on: papers and broadcasters, reports, documents, statements. */
const OUTLETS = `post times herald tribune telegraph guardian mail mirror express sun star independent
  courier echo gazette chronicle globe journal observer observador press news newspaper weekly daily
  reuters ap afp upi bloomberg cnn bbc nbc abc cbs fox msnbc npr sky itv xinhua tass ria interfax
  kyodo dpa ansa pti politico axios buzzfeed vox time newsweek economist spiegel bild welt zeitung
  monde figaro pais repubblica pravda izvestia caijing caixin nikkei yonhap kcna jazeera wire
  broadcaster broadcasting television tv radio magazine record standard examiner inquirer dispatch
  sentinel review bulletin advertiser argus recorder ledger messenger mercury register advocate pioneer digest packet clarion beacon vanguard monitor lantern enquirer bugle
  diario corriere gazzetta jornal noticias tidende tageblatt`;
const REPORTS = `appraisal valuation report reports study studies survey surveys poll polls paper papers analysis review
  research estimate estimates forecast forecasts figures data statistics census index findings audit
  assessment inquiry investigation thesis results costings count tally bulletin bulletins inventory model models outlook rankings`;
const DOCUMENTS = `manifest document documents filing filings letter letters memo memorandum note notes draft
  drafts contract agreement treaty indictment complaint affidavit transcript transcripts recording
  recordings record records minutes email emails e-mail e-mails text texts diary log logs leak cable
  cables order ruling judgment verdict bill law act file files dossier warrant certificate papers
  manifesto plan video videos footage tape tapes photograph photographs image images manual handbook
  rulebook logbook notebook notebooks memoir memoirs account accounts book lawsuit deed deeds will
  receipt receipts invoice invoices ledger autopsy post-mortem photos website webpage spreadsheet database register testament autobiography timeline circular judgement ruling writ submission`;
const STATEMENTS = `statement statements communique communiqué announcement release tweet tweets post
  posts podcast column interview interviews speech remarks briefing testimony declaration message messages blog
  conference`;

const outlets = list(OUTLETS);
const reports = list(REPORTS);
const documents = list(DOCUMENTS);
const statements = list(STATEMENTS);

/** What kind of source a word for one names; null when it names none: `the paper` is a report here. */
export function sourceKindOf(word: string): 'report' | 'document' | 'statement' | null {
  const lower = word.toLowerCase();
  if (reports.has(lower)) return 'report';
  if (documents.has(lower)) return 'document';
  return statements.has(lower) ? 'statement' : null;
}

/** Words for papers of any kind, as a pattern: `report`, `logbook`, `minutes`. */
export const PAPER_WORDS: string = [...reports, ...documents]
  .filter(
    (word) => !/^(?:plan|act|law|will|count|book|review|order|paper|bill|account)$/.test(word),
  )
  .join('|');

/** Whether a word (any case) is one that names of papers and broadcasters hold: `Post`, `Reuters`, or a site: `kell.com`. */
export function isOutletWord(word: string): boolean {
  const lower = word.toLowerCase();
  return outlets.has(lower) || (isSite(lower) && !/\.(?:org|gov|edu)\b/.test(lower));
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u));
}

const MUTE = `snow rain wind frost hail fog mist ice sun sunshine sunlight storm thunder lightning drought flood heat cold
  weather winter spring summer autumn dawn dusk dark darkness daylight day night morning evening afternoon week month year
  january february april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  season tide wave sea sky smoke fire flame hope fear hunger thirst silence quiet history experience fate luck fortune
  logic instinct memory love death grief time sense wisdom custom tradition nature necessity pride shame shock theft
  robbery burglary crash collision accident blaze explosion earthquake wreck wreckage collapse clock watch whistle bell
  siren alarm thermometer barometer gauge meter scoreboard speedometer compass odometer hull roof wall door window crack
  hole stain scar wound bruise blood bone smell noise sound colour color shape size weight`;

const mute = list(MUTE);

/** Whether a noun (any case) is for what only shows something, and says nothing: weather, times, feelings, events, things. */
export function isMute(noun: string): boolean {
  return mute.has(noun.toLowerCase());
}
