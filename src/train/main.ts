import { trainAnswers } from './answers.ts';
import { trainAttribution } from './attribution.ts';
import { trainNewsroom } from './newsroom.ts';

/** What can be trained, by name: `npm run train -- NAME --data DIR`. */
const trainings: Readonly<
  Record<
    string,
    {
      readonly out: string;
      readonly train: (directory: string, out: string, log: (line: string) => void) => void;
    }
  >
> = {
  answers: { out: 'src/answer', train: trainAnswers },
  attribution: { out: 'src/story', train: trainAttribution },
  newsroom: { out: 'src/newsroom', train: trainNewsroom },
};

const [name = '', flag, directory] = process.argv.slice(2);
const training = trainings[name];
if (training === undefined || flag !== '--data' || directory === undefined) {
  process.stderr.write(`usage: train ${Object.keys(trainings).join('|')} --data DIR\n`);
  process.exitCode = 2;
} else {
  const started = performance.now();
  training.train(directory, training.out, (line) => {
    process.stderr.write(`${Math.round((performance.now() - started) / 1000)} s  ${line}\n`);
  });
}
