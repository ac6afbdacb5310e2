import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Bot, type Condition, lastAdded, type OpenBot, type Reply } from '../../src/index.ts';

/** Figures about the answers, for Prometheus. Never a text. */
export interface Metrics {
  /** A bot whose answers are counted. */
  readonly count: (bot: Bot) => Bot;
  readonly read: () => Promise<string>;
  readonly contentType: string;
}

/** What is measured besides the answers. */
export interface Measured {
  readonly core: Pick<OpenBot, 'stories' | 'store'>;
  /** Platforms by name, and whether each is connected. */
  readonly platforms: () => ReadonlyMap<string, boolean>;
  readonly condition: () => Condition;
  /** Milliseconds. */
  readonly now: () => number;
}

const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]; // seconds: answers take tens of milliseconds

/** Metrics of a process. */
export function createMetrics({ core, platforms, condition, now }: Measured): Metrics {
  const register = new Registry();
  const registers = [register];
  const started = now();
  collectDefaultMetrics({ register });
  const answers = new Counter({
    name: 'verbatim_answers_total',
    help: 'Answers by command, and by what came of them',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'verbatim_answer_seconds',
    help: 'How long answers took, by command',
    labelNames: ['command'],
    buckets: BUCKETS,
    registers,
  });
  const asked = { all: 0, silent: 0 };
  new Gauge({
    name: 'verbatim_silence_ratio',
    help: 'Share of the questions since the start that the stories do not answer',
    registers,
    collect() {
      this.set(asked.all === 0 ? 0 : asked.silent / asked.all);
    },
  });
  new Gauge({
    name: 'verbatim_stories',
    help: 'Stories that can be asked',
    registers,
    async collect() {
      this.set(await core.stories.count());
    },
  });
  new Gauge({
    name: 'verbatim_refresh_age_seconds',
    help: 'Since the newest story, or version of one, came in; where none is kept, since the start',
    registers,
    async collect() {
      const last = (await lastAdded(core.store)) ?? started;
      this.set(Math.max(0, now() - last) / 1000);
    },
  });
  new Gauge({
    name: 'verbatim_platform_connected',
    help: 'Whether a platform is connected (1) or not (0)',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const [platform, connected] of platforms()) this.set({ platform }, connected ? 1 : 0);
    },
  });
  new Gauge({
    name: 'verbatim_jobs',
    help: 'Stories that a fleet still has to prepare or to index, and those that were given up',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(condition().jobs ?? {}))
        this.set({ state }, count);
    },
  });
  return {
    count: (bot) => async (command) => {
      const begun = now();
      const reply = await bot(command);
      const name = reply.command ?? 'unknown';
      answers.inc({ command: name, outcome: outcomeOf(reply) });
      seconds.observe({ command: name }, (now() - begun) / 1000);
      const isSilent = reply.reason === 'not-in-story';
      if (name === 'ask' && (reply.found || isSilent)) asked.all += 1;
      if (name === 'ask' && isSilent) asked.silent += 1;
      return reply;
    },
    read: () => register.metrics(),
    contentType: register.contentType,
  };
}

/** `found`, the reason why not, or `refused` if there is none: not allowed, or something failed. */
function outcomeOf({ found, reason }: Reply): string {
  return found ? 'found' : (reason ?? 'refused');
}
