import { expect, test } from 'vitest';
import { noteBody, replyBodies } from '../../adapters/discord/bodies.ts';
import { drawPicture } from '../../adapters/discord/picture.ts';
import { parseCommand } from '../../src/index.ts';
import { CONSOLE, makeBot, readStory } from '../stories.ts';

const PAGE = { contents: ['one', 'two'], buttons: [] };

test('attaches the picture to the last message, with its words for those who do not see it', async () => {
  const { bot } = makeBot([readStory('mill-takeover')]);
  const reply = await bot(parseCommand('/speakers picture', CONSOLE));
  const picture = await drawPicture(reply);
  const bodies = replyBodies({ ...PAGE, picture }, '1');
  expect(bodies[0]).not.toHaveProperty('attachments');
  expect(bodies[1]?.attachments).toEqual([
    { id: '0', filename: 'speakers.png', description: reply.picture?.alt },
  ]);
  expect(bodies[1]?.files?.[0]?.contentType).toBe('image/png');
});

test('a reply without a picture, or a note, has no attachment', async () => {
  const { bot } = makeBot([readStory('mill-takeover')]);
  const picture = await drawPicture(await bot(parseCommand('/speakers', CONSOLE)));
  expect(picture).toBeNull();
  expect(replyBodies({ ...PAGE, picture }, '1')[1]).not.toHaveProperty('files');
  expect(noteBody('sorry')).not.toHaveProperty('files');
});
