/** How a command or an option is called in German, and what it does. Menus have no description. */
export interface Localised {
  readonly name: string;
  readonly description: string;
}

/** The German of a command (`ask`), of one of its options (`ask question`), or of a menu. Throws for unknown ones. */
export function german(key: string): Localised {
  const [name, description] = words[key] ?? [];
  if (name === undefined || description === undefined) throw new Error(`no German for ${key}`);
  return { name, description };
}

const words: Readonly<Record<string, readonly [name: string, description: string]>> = {
  private: ['privat', 'Die Antwort nur dir zeigen'],
  'Who said this?': ['Wer hat das gesagt?', ''],
  'Check this quote': ['Zitat prüfen', ''],

  ask: ['frag', 'Stell der Meldung eine Frage; sie antwortet mit ihren eigenen Worten'],
  'ask question': ['frage', 'Was möchtest du wissen?'],
  'who-said': ['wer-sagte', 'Wer hat diese Worte gesagt?'],
  'who-said words': ['worte', 'Worte, ein Bruchstück, oder ungefähr, was gesagt wurde'],
  check: ['prüfe', 'Steht dieses Zitat so in der Meldung?'],
  'check words': ['worte', 'Das Zitat, Wort für Wort'],
  'check person': ['person', 'Wer es gesagt haben soll'],
  quotes: ['zitate', 'Was jemand gesagt hat, wörtlich und sinngemäß'],
  'quotes person': ['person', 'Wessen Worte?'],
  'quotes topic': ['thema', 'Nur was davon handelt'],
  'speakers as': ['als', '„picture“ für ein Schaubild'],
  speakers: [
    'sprecher',
    'Alle, die in der Meldung zu Wort kommen; mit „picture“ auch, wer wo spricht',
  ],
  'story more': ['mehr', '„more“ für alles'],
  story: ['meldung', 'Die Meldung auf einen Blick: ihr Anfang, wer, was, wann, wo, warum und wie'],
  numbers: ['zahlen', 'Die Zahlen der Meldung, was sie zählen, und von wem sie kommen'],
  'numbers topic': ['thema', 'Nur was davon handelt'],
  when: ['wann', 'Zeitangaben der Meldung, in ihrer Reihenfolge und nach der Zeit'],
  'when topic': ['thema', 'Nur was davon handelt'],
  sources: ['quellen', 'Worauf sich die Meldung stützt, und was hier geladen ist'],
  stories: ['meldungen', 'Die Meldungen, die es hier gibt'],
  use: ['wähle', 'Wähle die Meldung, um die es hier geht'],
  'use story': ['meldung', 'Eine Meldung, ein #Schlagwort, oder „all“ für alle'],
  add: ['hinzu', 'Eine Meldung hinzufügen, oder eine neuere Fassung'],
  'add story': ['meldung', 'Eine Datei, eine Adresse oder der Text'],
  remove: ['entferne', 'Eine Meldung mit allen ihren Fassungen entfernen'],
  'remove story': ['meldung', 'Die Meldung, die entfernt wird'],
  changes: ['änderungen', 'Die Fassungen einer Meldung, und was sich Wort für Wort geändert hat'],
  'changes story': ['meldung', 'Die Meldung, um die es geht'],
  why: ['warum', 'Warum die letzte Antwort gegeben wurde: Werte, Wörter, nächstbeste Stellen'],
  feedback: ['rückmeldung', 'War die letzte Antwort richtig?'],
  'feedback verdict': ['urteil', 'Richtig oder falsch, und was daran'],
  help: ['hilfe', 'Was man fragen kann, mit Beispielen aus der Meldung'],
  about: ['über', 'Was dieser Bot ist, was er behält und was er nicht kann'],
};
