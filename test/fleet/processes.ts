import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { SIGNING_SECRET } from '../slack/server/http.ts';
import { BOT_TOKEN, type LocalSlack } from '../slack/server/slack.ts';

/** A process of a fleet at work in a local Slack, to which events come over HTTP. */
export interface FleetProcess {
  readonly port: number;
  readonly child: ChildProcess;
  /** What it wrote to the error output. */
  readonly log: () => string;
  /** Ends it as an operator does. Resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it at once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts `verbatim slack` of a build over a database. Resolves once it is connected. It gives itself ten seconds for
 * that: where a busy machine takes longer, it is started again, as a supervisor does.
 */
export async function startProcess(
  build: string,
  slack: Pick<LocalSlack, 'apiUrl' | 'folder'>,
  databaseUrl: string,
): Promise<FleetProcess> {
  for (let tries = 1; ; tries += 1) {
    const one = await startOnce(build, slack, databaseUrl);
    const isConnected = await one.says('slack: connected').then(
      () => true,
      () => false,
    );
    if (isConnected) return one;
    if (tries === TRIES || !one.log().includes('(timeout)')) throw new Error(one.log());
  }
}

const TRIES = 4;

async function startOnce(
  build: string,
  slack: Pick<LocalSlack, 'apiUrl' | 'folder'>,
  databaseUrl: string,
) {
  const port = await freePort();
  const one = launch(build, ['slack'], {
    DATA_DIR: slack.folder,
    DATABASE_URL: databaseUrl,
    SLACK_MODE: 'http',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    SLACK_ADMINS: 'UADMIN',
    PORT: String(port),
  });
  return { ...one, port };
}

/** Starts `verbatim` with some arguments and an environment of its own. */
export function launch(
  build: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) {
  const child = spawn(process.execPath, [join(build, 'adapters/main.js'), ...args], {
    cwd: build,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    log: () => said,
    ended,
    says: async (words: string): Promise<void> => {
      while (!said.includes(words)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
