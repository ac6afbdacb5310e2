import { expect, test } from 'vitest';
import { parseCommand } from '../../src/commands/parse.ts';
import { isEnglish } from '../../src/text/language.ts';
import { CONSOLE, makeBot, plainStory } from '../stories.ts';

const GERMAN =
  'Der Stadtrat von Ehrenfelde hat am Dienstag beschlossen, die alte Brücke über die Leine zu sperren. „Sie ist nicht mehr sicher“, sagte Bürgermeisterin Ines Kroll. Bis zum Herbst soll eine neue gebaut werden.';

const OTHERS: readonly (readonly [string, string])[] = [
  ['German', GERMAN],
  [
    'French',
    'Le conseil municipal a décidé mardi de fermer le vieux pont qui enjambe la rivière. « Il est dangereux pour les piétons », a dit la maire, Odile Ferrand, dans une lettre aux habitants. Les travaux vont durer un an.',
  ],
  [
    'Spanish',
    'El ayuntamiento decidió el martes cerrar el viejo puente sobre el río. «Es peligroso para los peatones», dijo la alcaldesa Inés Robledo en una carta a los vecinos. Las obras durarán un año, según el proyecto.',
  ],
  [
    'Italian',
    'Il consiglio comunale ha deciso martedì di chiudere il vecchio ponte sul fiume. «È pericoloso per i pedoni», ha detto la sindaca Ines Ferrero in una lettera agli abitanti. I lavori della nuova opera dureranno più di un anno.',
  ],
  [
    'Dutch',
    'De gemeenteraad heeft dinsdag besloten om de oude brug over de rivier te sluiten. "Ze is niet meer veilig voor voetgangers," zei burgemeester Ines Kramer in een brief aan de bewoners. Het werk duurt een jaar.',
  ],
  [
    'Portuguese',
    'A câmara municipal decidiu na terça-feira fechar a velha ponte sobre o rio. «É perigosa para os peões», disse a presidente Inês Falcão numa carta aos moradores. As obras vão durar um ano e não são baratas.',
  ],
  [
    'Polish',
    'Rada miasta zdecydowała we wtorek o zamknięciu starego mostu nad rzeką. „Nie jest już bezpieczny dla pieszych” – powiedziała burmistrz Inez Krol w liście do mieszkańców. Prace potrwają rok i będą kosztować milion.',
  ],
  [
    'Russian',
    'Городской совет решил во вторник закрыть старый мост через реку. «Он опасен для пешеходов», сказала мэр Инна Крылова.',
  ],
  [
    'Turkish',
    'Belediye meclisi salı günü nehrin üzerindeki eski köprüyü kapatma kararı aldı. Başkan İnci Kaya, köprünün yayalar için çok tehlikeli olduğunu söyledi. Yeni bir köprü daha sonra yapılacak ve bu bir yıl sürecek.',
  ],
  [
    'Swedish',
    'Kommunfullmäktige beslutade på tisdagen att stänga den gamla bron över ån. ”Den är inte säker för fotgängare”, sade borgmästare Ines Kron i ett brev till invånarna. Arbetet kommer att ta ett år.',
  ],
  [
    'Indonesian',
    'Dewan kota memutuskan pada hari Selasa untuk menutup jembatan tua di atas sungai itu. "Jembatan ini tidak aman bagi pejalan kaki," kata wali kota Ines Karya dalam surat kepada warga. Pekerjaan akan berlangsung selama satu tahun.',
  ],
  [
    'Arabic',
    'قرر مجلس المدينة يوم الثلاثاء إغلاق الجسر القديم فوق النهر. وقالت رئيسة البلدية إنه خطر على المشاة.',
  ],
  [
    'Hindi',
    'नगर परिषद ने मंगलवार को नदी पर बने पुराने पुल को बंद करने का फैसला किया। महापौर ने कहा कि यह सुरक्षित नहीं है।',
  ],
  ['Chinese', '市议会周二决定关闭河上的旧桥。市长说，这座桥对行人不安全。'],
  [
    'Japanese',
    '市議会は火曜日、川に架かる古い橋の閉鎖を決めた。市長は「歩行者には危険だ」と述べた。',
  ],
  [
    'Welsh',
    "Penderfynodd y cyngor ddydd Mawrth gau'r hen bont dros yr afon. \"Nid yw hi'n ddiogel i gerddwyr,\" meddai'r maer, Ines Carys, mewn llythyr at y trigolion. Mae'r gwaith yn mynd i bara blwyddyn ac fe fydd yn ddrud.",
  ],
  [
    'Afrikaans',
    'Die stadsraad het Dinsdag besluit om die ou brug oor die rivier te sluit. "Dit is nie meer veilig vir voetgangers nie," het burgemeester Ines Kruger in \'n brief aan die inwoners gesê. Die werk sal \'n jaar duur.',
  ],
];

test.each(OTHERS)('%s is not English', (_name, text) => expect(isEnglish(text)).toBe(false));

test.each([
  'Man bites dog',
  'Fire in Los Angeles',
  'Por favor!',
  'Final: Żabki Łódź 3, Ängelholm 1 (Müller 2, Özil)',
  'Ines Kroll, mayor of Ehrenfelde, shut the Alte Brücke on Tuesday. “Sie ist nicht mehr sicher,” she told the Stadtrat in German. The work will last until the autumn, and the Stadtwerke will pay for most of it.',
  'Álvaro de la Cruz, José Ibáñez and Inés Robledo of the Partido del Río met Włodzimierz Żak and Ólafur Þórsson in Nørresundby, and agreed on a plan for the ferry.',
  '',
])('%j is English, or may be', (text) => expect(isEnglish(text)).toBe(true));

const { bot } = makeBot([plainStory(GERMAN)]);
const say = (line: string) => bot(parseCommand(line, CONSOLE));
const NOTE = 'This story is not in English.';

test('a question of a story that is not in English is declined', async () => {
  const reply = await say('Who is Ines Kroll?');
  expect(reply).toMatchObject({ found: false, answer: null, reason: 'not-in-story', passages: [] });
  expect(JSON.stringify(reply.blocks)).toContain(NOTE);
});

test.each(['/check "Sie ist nicht mehr sicher"', '/story', '/speakers', '/numbers'])(
  '%s works on it, with a note',
  async (line) => {
    const reply = await say(line);
    expect(reply.found).toBe(true);
    expect(JSON.stringify(reply.blocks).split(NOTE)).toHaveLength(2);
  },
);

test('a story in English has no note', async () => {
  const english = makeBot([
    plainStory('The mayor, Ann Ode, shut the bridge on Monday. “It is late,” she said.'),
  ]);
  const reply = await english.bot(parseCommand('/story', CONSOLE));
  expect(JSON.stringify(reply.blocks)).not.toContain(NOTE);
});
