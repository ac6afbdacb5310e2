import { memoryArchive } from '../../src/archive/memory.ts';
import { describeArchive } from '../contract/archive.ts';

describeArchive('memoryArchive', memoryArchive);
