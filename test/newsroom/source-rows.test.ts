import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { findSources } from '../../src/newsroom/sources.ts';
import { prepare } from '../../src/story/prepare.ts';
import { hearNow } from '../stories.ts';

/** What a text rests on, in the order of the alphabet. */
function read(text: string): readonly string[] {
  return findSources(hearNow(prepare(readArticle('story', text))))
    .map(({ words }) => words.replace(/^(?:the|an?) /i, ''))
    .sort();
}

// marked before the rules for them were written
test.each([
  ['The pier is unsafe, the county engineer’s office said.', ['the county engineer’s office']],
  [
    'The Institute for Rural Health says that one farmer in nine drinks.',
    ['The Institute for Rural Health'],
  ],
  ['The Harbour Commission confirmed that the count was complete.', ['The Harbour Commission']],
  ['The handbook says that the valve must be replaced each May.', ['The handbook']],
  ['A coroner’s report found no trace of drugs.', ['A coroner’s report']],
  ['Its logbook shows that the pump was never tested.', ['Its logbook']],
  ['The firm’s accounts show a loss of £3m.', ['The firm’s accounts']],
  ['Land registry records show that he paid $200,000.', ['Land registry records']],
  ['The bank is near collapse, according to analysts.', ['analysts']],
  [
    'Economists polled by the Globe had expected growth.',
    ['Economists polled by the Globe', 'Globe'],
  ],
  ['Analysts expected a profit of $2m.', ['Analysts']],
  ['The company said in a blog post that it was sorry.', ['The company', 'a blog post']],
  ['He admitted it in a memoir, “Cold Feet”.', ['a memoir']],
  ['In a letter to parents, the head wrote that the school would close.', ['a letter', 'the head']],
  ['The Tuesday Planner, a trade paper, has a price of $4.', ['The Tuesday Planner']],
  ['The Harbinger magazine put the bill at €90,000.', ['The Harbinger']],
  ['Reuters reported that the minister had quit.', ['Reuters']],
  ['The minister has quit, Reuters reported, citing two aides.', ['Reuters', 'two aides']],
  ['The news was first reported by the Valley Independent.', ['the Valley Independent']],
  ['“We are done,” she told Channel 6.', ['Channel 6']],
  ['A hospital spokesman said that he was stable.', ['A hospital spokesman']],
  ['Police said the road would stay shut.', ['Police']],
  ['A person familiar with the talks said they had failed.', ['A person familiar with the talks']],
  ['Two officials briefed on the plan said it was dead.', ['Two officials briefed on the plan']],
  ['State television said that order was restored.', ['State television']],
  ['Video posted online shows the dam giving way.', ['Video posted online']],
  ['Footage seen by the Echo shows the guard asleep.', ['Footage seen by the Echo', 'Echo']],
  ['Minutes of the meeting show that nobody objected.', ['Minutes of the meeting']],
  ['A poll by Marten Research put support at 51%.', ['A poll by Marten Research']],
  ['A survey of 2,000 nurses found that half were tired.', ['A survey of 2,000 nurses']],
  [
    'A study in the journal Tide Letters found no link.',
    ['A study in the journal Tide Letters', 'Tide Letters'],
  ],
  ['The census shows that the island has 311 people.', ['The census']],
  ['The indictment alleges that he forged the will.', ['The indictment']],
  ['Court documents say the money was spent on boats.', ['Court documents']],
  ['The judgment says that the board knew.', ['The judgment']],
  ['According to the complaint, the nurse was dismissed.', ['the complaint']],
  ['According to Dr Ines Brandt, the vaccine is safe.', ['Ines Brandt']],
  ['The Rev Tom Askew said that the roof leaked.', ['Tom Askew']],
  ['Witnesses said they heard two shots.', ['Witnesses']],
  ['Neighbours told the Gazette that the man kept to himself.', ['Gazette', 'Neighbours']],
  ['In a post on social media, the band said it was sorry.', ['a post', 'the band']],
  ['Final figures from the Marine Institute arrived on Monday.', ['Marine Institute']],
  ['Asked by the coroner, Mrs Ada Wren, whether he had seen it, he nodded.', []],
  ['The crowd will say that they were robbed.', []],
  ['The autopsy report gave drowning as the cause.', ['The autopsy report']],
  ['The goal came in the 12th minute and the crowd of 9,000 roared.', []],
  ['He hit the post, and the keeper saved the rebound.', []],
  ['She gave a speech and went home.', []],
  ['The letter was lost.', []],
  ['Local 88 of the Bakers’ Guild wants 4%.', []],
  ['The gallery bought the drawing in 1981.', []],
  ['The report is due in May.', []],
  ['It was a sunny day in Sun Valley, on Mirror Lake.', []],
  ['He keeps a record shop in Star Street.', []],
  [
    'An audit by the finance ministry found that $3m was missing.',
    ['An audit by the finance ministry'],
  ],
  ['The city’s own figures put the loss at $12m.', ['The city’s own figures']],
  ['Ministry of Health data show a fall in cases.', ['Ministry of Health data']],
  ['The regulator’s website lists nine complaints.', ['The regulator’s website']],
  ['His lawyer, Petra Lunn, said he would appeal.', ['Petra Lunn']],
  ['A lawyer for the family said they would appeal.', ['A lawyer for the family']],
  ['The trade body for butchers said that prices would rise.', ['The trade body for butchers']],
  ['Officials, who asked not to be named, said the deal was off.', ['Officials']],
  ['“It hurts,” said one resident.', ['one resident']],
  ['Rents are up by a tenth, records released on Monday show.', ['records released on Monday']],
  [
    'A study that a report by the Rail Office traced to rust was lost.',
    ['a report by the Rail Office'],
  ],
  ['“I was cold,” she told Le Soir de Marl in 2021.', ['Le Soir de Marl']],
  ['The jurors read De Avond, he said, which reported the price.', ['De Avond']],
  ['The crowd that the police put at 4,000 went home.', ['the police']],
  ['A survey by 40 wardens has found that the moor is drier.', ['A survey by 40 wardens']],
  ['Some 31% of farmers said they had no heir.', []],
  ['Orr Bank said sales fell. “We sold less,” the company said.', ['Orr Bank']],
  [
    'The Marl Canal Trust said the lock was safe. The trust said it would reopen.',
    ['The Marl Canal Trust'],
  ],
  // kinds that stories written later had
  ['“It was dark,” she told RVX.', ['RVX']],
  ['A council source told Marlwire that the deal was off.', ['council source', 'Marlwire']],
  ['He told Congress that it was late.', []],
  ['The mayor told the regional daily O Sino that he would go.', ['O Sino', 'mayor']],
  ['She denied a story by the Lowmark-based site Tide Info.', ['Tide Info']],
  ['Belgian broadcaster VRO is reporting that it sank.', ['VRO']],
  ['The Echo quoted villagers as saying that the wall had cracked.', ['Echo', 'villagers']],
  [
    'The Herald reported, citing sources close to the board, that he would go.',
    ['Herald', 'sources close to the board'],
  ],
  [
    'Leaked minutes of a March meeting, obtained by the Echo and not verified, suggest that they knew.',
    ['Echo', 'Leaked minutes of a March meeting'],
  ],
  [
    'A timeline compiled by the county, and released in May, shows the order was late.',
    ['timeline compiled by the county'],
  ],
  ['In a 41-page judgment, the High Court said it was late.', ['41-page judgment', 'High Court']],
  ['In its updated outlook it said that the season could be wet.', ['its updated outlook']],
  ['He points to a 2004 study of the bottle, found in 1867.', ['2004 study of the bottle']],
  [
    'In footage released by the Bird Trust, the camera noses past a bell.',
    ['footage released by the Bird Trust'],
  ],
  [
    'A study by Orr found a fall. The researchers said it was slow. The authors warned of more.',
    ['researchers', 'study by Orr'],
  ],
  ['Novair Airlines said it was sorry. The airline said it would pay.', ['Novair Airlines']],
  // one source under two names
  [
    'Bo Lind said he was hurt. “It was cold,” the defender said, and the Norwegian smiled.',
    ['Bo Lind'],
  ],
  ['Ann Ode said it was late. Her opponent, Tim Ray, said it was not.', ['Ann Ode', 'Tim Ray']],
  [
    'The Bakers’ Guild called a strike on Monday. Bread will run out, the guild said.',
    ['Bakers’ Guild'],
  ],
  ['A porter ran. Ann Ode, a nurse, saw him. “It was dark,” the porter said.', ['porter']],
  ['Ann Ode went home. The mayor said that it was late.', ['mayor']],
  // where somebody speaks
  ['From the firm’s news conference: Bo Lind says the pump failed.', ['Bo Lind']],
  ['He told a local radio station that he would go.', ['local radio station']],
  ['Ann Ode said on breakfast television that she would go.', ['Ann Ode', 'breakfast television']],
  ['Two people close to the talks tell us that it is over.', ['Two people close to the talks']],
  ['The Marl Herald cites two aides in the palace.', ['Marl Herald', 'two aides in the palace']],
  ['Ann Ode said on a conference call that sales fell.', ['Ann Ode']],
  ['Ann Ode told the club’s website that she was hurt.', ['Ann Ode', 'the club’s website']],
  ['The Marl Weather Department issued a warning of gales.', ['Marl Weather Department']],
  ['He stole £9, Marl Crown Court heard.', ['Marl Crown Court']],
  ['A jury has heard that he stole £9.', []],
  ['In a 12-page order, Judge Ann Ode wrote that it was late.', ['12-page order', 'Ann Ode']],
  ['“He said he was in Marl,” said Ann Ode. “Bo Lind told me it was late.”', ['Ann Ode']],
])('"%s" rests on %j', (text, sources) =>
  expect(read(text)).toEqual(sources.map((one) => one.replace(/^(?:the|an?) /i, '')).sort()),
);

test.each([
  ['Gullwire.com reported that the pier had shut.', 'outlet: Gullwire.com'],
  ['The pier has shut, according to tidepost.co.uk.', 'outlet: tidepost.co.uk'],
  ['“It rusted,” he told Marlnews.com.au on Friday.', 'outlet: Marlnews.com.au'],
  ['The pier has shut, savethepier.org said in a statement.', 'organisation: savethepier.org'],
])('"%s" rests on %s, a site by its name', (text, source) => {
  const found = findSources(hearNow(prepare(readArticle('story', text))));
  expect(found.map(({ kind, words }) => `${kind}: ${words}`)).toContain(source);
});
