/** Letters beyond ASCII of the languages of western Europe, each with its most frequent ones first. */
const WESTERN: readonly string[] = [
  'éèàêçôîùâûïœëæÿü', // French
  'üäößéàèá', // German
  'óíáéñúü', // Spanish
  'ãçáéóêíõâúàôü', // Portuguese
  'èàùòìéîóí', // Italian
  'äöåéüšžà', // Swedish, Finnish
  'øåæéöäüòô', // Danish, Norwegian
  'áðíóöéþúæýø', // Icelandic
  'éëïèöüóêç', // Dutch, and English with its loans
  'àéèçíòóïúü', // Catalan
  'äõüöšž', // Estonian
  'áíéóú', // Irish
];

const CENTRAL: readonly string[] = [
  'łąęóżśćńźéöü', // Polish
  'íáéěýžčřšůúťóňďöü', // Czech
  'áéíýžčšľúťôňäďóŕĺěř', // Slovak
  'áéöóőíüúű', // Hungarian
  'ăîâşţéöü', // Romanian
  'čšžćđéöü', // Croatian, Slovene
];

const RUSSIAN = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё';
const CYRILLIC: readonly string[] = [
  RUSSIAN,
  'оаинівтерслкудмпзяьбгйчхцжїєюшщфґ', // Ukrainian
  'аоиентсрвлкдпмзъбуягчщжцхйшфюь', // Bulgarian
  'аиоенсрјтукдмвлпзгбчшцжхњљћђфџ', // Serbian
  'анаітеоясцркўувлдмпгзыьбхйчжшёюэф', // Belarusian
];

const GREEK: readonly string[] = ['αοιτεσνηρπκυμλςάίόέωγδήύθχφβξώζψϊϋ'];
const HEBREW: readonly string[] = ['יוהלאמרתבשנםכדקעפחטזגסצןךףץ'];
const ARABIC: readonly string[] = ['اليمنتورعبدسفهكحقةجىشأطصخضإءزثذغئظؤآپچگًٌٍَُِّْ'];
const THAI: readonly string[] = ['ารนกอเง่มยลว้ดทสตะัปบคิแหจชีพผขโไำธถใุ็์ศึซูณืฟฉภษญฏฤฐฎฝฮฆ๊ฯ'];

/**
 * Charsets, and the letters of the languages written in them. Of those that read some bytes alike, the first is
 * taken: windows-1252.
 */
export const ALPHABETS: readonly (readonly [charset: string, languages: readonly string[]])[] = [
  ['windows-1252', WESTERN],
  ['macintosh', WESTERN],
  ['windows-1250', CENTRAL],
  ['iso-8859-2', CENTRAL],
  ['windows-1254', ['ıüşöğçİâîû']], // Turkish
  ['windows-1257', ['ėšųžąūįčę', 'āīēšļžņģķčū']], // Lithuanian, Latvian
  ['windows-1251', CYRILLIC],
  ['koi8-u', CYRILLIC],
  ['ibm866', CYRILLIC],
  ['iso-8859-5', CYRILLIC],
  ['x-mac-cyrillic', CYRILLIC],
  ['windows-1253', GREEK],
  ['iso-8859-7', GREEK],
  ['windows-1255', HEBREW],
  ['iso-8859-8', HEBREW],
  ['windows-1256', ARABIC],
  ['iso-8859-6', ARABIC],
  ['windows-874', THAI],
];

/** Letters that some language has beside those of ASCII. */
export const LATIN_LETTERS: ReadonlySet<string> = new Set(
  ALPHABETS.slice(0, 6).flatMap(([, languages]) => languages.flatMap((one) => [...one])),
);
