import { memoryArchive } from '../../src/archive/memory.ts';
import { describeArchive } from '../contract/archive.ts';
import { describeCatalogue } from '../contract/catalogue.ts';

describeArchive('memoryArchive', () => memoryArchive());
describeCatalogue('memoryArchive', () => memoryArchive());
