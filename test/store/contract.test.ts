import { memoryArchive } from '../../src/archive/memory.ts';
import { memoryStore } from '../../src/store/memory-store.ts';
import { describeFeedback, describeStore } from '../contract/store.ts';
import { NOON, openKept, tempFolder } from './opened.ts';

const inFolder = () => {
  const { store, archive } = openKept(tempFolder());
  return { store, holdings: archive };
};

describeStore('memoryStore', () => {
  const holdings = memoryArchive();
  return { holdings, store: memoryStore(holdings, () => NOON) };
});
describeStore('a data folder', inFolder);
describeFeedback('a data folder', inFolder);
