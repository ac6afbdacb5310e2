import { expect, test, vi } from 'vitest';
import { isOtherKind } from '../../src/answer/other-kind.ts';
import { readQuestion } from '../../src/answer/question.ts';
import { parseCommand } from '../../src/index.ts';
import { CONSOLE, makeBot, plainStory } from '../stories.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

function isOther(question: string, sentence: string, answer: string): boolean {
  const story = plainStory(sentence);
  const [first] = story.sentences;
  const start = sentence.indexOf(answer);
  if (first === undefined || start < 0) throw new Error(sentence);
  return isOtherKind(readQuestion(question), story, first, { start, end: start + answer.length });
}

test.each([
  ['How far did they row?', 'They rowed for six hours.', 'six hours'],
  ['How far did they row?', 'They rowed for six hours.', 'six'],
  ['How tall is the mast?', 'The mast cost £38,000 to put up.', '£38,000'],
  ['How fast was the tram going?', 'The tram was late by two minutes.', 'two minutes'],
  ['How heavy is the bell?', 'The bell rang for an hour and two minutes.', 'two minutes'],
  ['How cold was it in the hut?', 'They sat for nine hours in the hut.', 'nine hours'],
  ['How long was she in hospital?', 'She left hospital on 12 April.', '12 April'],
  ['How long will the show run?', 'The show runs on Tuesday.', 'on Tuesday'],
  ['How much are the seats?', 'The theatre has 640 seats, or 700.', '700'],
  ['How much did the roof cost?', 'The roof took nine weeks.', 'nine weeks'],
  ['How many people drowned?', 'About 900 homes were flooded.', 'About 900'],
  ['How many has it sold?', 'It is sold at £14 each.', '£14'],
  ['What colour was the van?', 'The van came from Norway.', 'Norway'],
  ['When did they talk?', 'Peter Lund has seen the envoy Anna Carr.', 'the envoy Anna Carr'],
  ['When did Lund see her?', 'Peter Lund has seen Anna Carr at last.', 'Anna Carr'],
  ['Where was the envoy seen?', 'Peter Lund has seen the envoy Anna Carr.', 'Anna Carr'],
  ['Where did it happen?', 'It was Anna Carr who fell.', 'Anna Carr'],
])('%s: not in "%s" (%s)', (...row) => expect(isOther(...row)).toBe(true));

test.each([
  ['How far did they row?', 'They rowed 19 miles in six hours.', '19 miles'],
  ['How far away is the hut?', 'The hut is two hours away.', 'two hours'],
  ['How far have shares fallen?', 'Shares have fallen 12% this year.', '12%'],
  ['How fast did she run it?', 'She ran it in 53.2 seconds.', '53.2 seconds'],
  ['How fast was the tram going?', 'The tram was doing 30 miles an hour.', '30 miles an hour'],
  ['How tall is the mast?', 'The mast is 30 metres high and cost £8.', '30'],
  ['How high was the fine?', 'She was fined £200.', '£200'],
  ['How heavy was the rain?', 'The rain came to 80 mm in all.', '80 mm'],
  ['How long is the pier?', 'The pier is 600 feet long.', '600 feet'],
  ['How long has it been shut?', 'It has been shut since 12 April.', '12 April'],
  ['How much did he weigh?', 'He weighed 5 kilograms.', '5 kilograms'],
  ['How much did the shares fall?', 'They fell by 31%.', '31%'],
  ['How much were they fined?', 'They were fined 40,000 pounds.', '40,000'],
  ['How many miles did they row?', 'They rowed 19 miles.', '19 miles'],
  ['How many people were moved?', 'Some 400 residents were moved.', '400 residents'],
  ['How many people back it?', 'It is backed by 61%.', '61%'],
  ['How many shops has it?', 'It has 41 members.', '41 members'],
  ['How many people work there?', 'It employs 2,150.', '2,150'],
  ['What colour was the van?', 'The van was dark green.', 'dark green'],
  ['When did he leave?', 'He left before Anna Carr.', 'before Anna Carr'],
  ['When was it built?', 'It was built in 1871 by Anna Carr.', '1871 by Anna Carr'],
  ['When did he stop?', 'He stopped after the Battle of Skerry.', 'the Battle of Skerry'],
  ['When do they sing?', 'They sing at Christmas.', 'Christmas'],
  ['Where does he live?', 'He lives with Anna Carr.', 'with Anna Carr'],
  ['Where does he live?', 'He lives in Skerry.', 'Skerry'],
  ['Where was it found?', 'It was found at Anna Carr’s house.', 'Anna Carr’s house'],
  ['Who broke it?', 'It was broken after 12 minutes.', '12 minutes'],
])('%s: maybe in "%s" (%s)', (...row) => expect(isOther(...row)).toBe(false));

test('silence where only another kind of amount is told', async () => {
  const text = `A rowing boat was found drifting off Skerry Point on Monday with two men asleep in it.

The brothers, Lars and Nils Brandt, had rowed for nine hours without a compass. They were given soup and 200 crowns for the bus.

"We were going in circles," Lars Brandt said.`;
  const ask = (line: string) => makeBot([plainStory(text)]).bot(parseCommand(line, CONSOLE));
  expect(await ask('How far did the brothers row?')).toMatchObject({ found: false });
  expect(await ask('How long did the brothers row?')).toMatchObject({ answer: 'nine hours' });
});

test('the amount asked for, where another in its sentence is likelier', async () => {
  const text = `A novel by a bus driver has become the book of the year in Tarn.

Since May it has sold 48,000 copies at £14 each.

The author, Ivo Renn, still drives the number 9.`;
  const { bot } = makeBot([plainStory(text)]);
  expect(await bot(parseCommand('How many has it sold?', CONSOLE))).toMatchObject({
    answer: expect.stringContaining('48,000'),
  });
});
