import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (file: string): string => readFileSync(`adapters/deploy/${file}`, 'utf8');
const dockerfile = read('Dockerfile').replace(/\\\n\s*/g, ' ');
const lines = dockerfile.split('\n').filter((line) => /^[A-Z]/.test(line));
const service = read('verbatim.service');
const compose = read('compose.yaml');
const fleet = read('compose.fleet.yaml');

/** What an instruction is given, each time it is used. */
function given(instruction: string): readonly string[] {
  return lines.flatMap((line) =>
    line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : [],
  );
}

describe('the image', () => {
  /** What is copied from the repository, without the place it goes to. */
  const copied = given('COPY')
    .filter((line) => !line.startsWith('--from='))
    .flatMap((line) => line.split(' ').slice(0, -1));

  test.each([...new Set(copied)])('%s is in the repository, and let into the build', (path) => {
    expect(existsSync(path)).toBe(true);
    expect(read('Dockerfile.dockerignore').split('\n')).toContain(`!${path.replace('./', '')}`);
  });

  test('nothing else is let into the build, least of all settings', () => {
    const rules = read('Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const named = rules.flatMap((rule) => (rule.startsWith('!') ? [rule.slice(1)] : []));
    expect(rules[0]).toBe('*');
    expect(named.toSorted()).toEqual([...new Set(copied)].toSorted());
    expect(rules.indexOf('**/.env')).toBeGreaterThan(rules.findLastIndex((one) => one[0] === '!'));
  });

  test('it has three stages of one pinned image, and the last is not root', () => {
    expect(given('ARG')).toEqual([
      expect.stringMatching(/^NODE_IMAGE=node:\d+\.\d+\.\d+-\w+-slim$/),
    ]);
    expect(given('FROM')).toHaveLength(3);
    expect(given('FROM').every((line) => /^\$\{NODE_IMAGE\}/.test(line))).toBe(true);
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
    expect(last.filter((line) => line.startsWith('USER'))).toEqual([
      expect.stringMatching(/^USER [1-9]\d*:/),
    ]);
    expect(
      last.some((line) => /^ENTRYPOINT \["node", "dist\/adapters\/main.js"\]$/.test(line)),
    ).toBe(true);
    expect(given('ADD')).toEqual([]);
  });

  test('the Node it runs on is one that the program is for', () => {
    const [, major = ''] = /node:(\d+)\./.exec(given('ARG')[0] ?? '') ?? [];
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [, least = ''] = /^>=(\d+)\./.exec(engines.node) ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(Number(least));
  });

  test('what it starts, and what it needs beside, is what the build makes', () => {
    const { bin, files } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(bin.verbatim).toBe('dist/adapters/main.js');
    const inLast = given('COPY').flatMap((line) => line.split(' ').slice(0, -1));
    for (const one of files) expect(inLast.some((path) => path.endsWith(one))).toBe(true);
  });

  test('it is asked whether it is healthy where it says so', () => {
    const [check = ''] = given('HEALTHCHECK');
    const [, command = '[]'] = /CMD (\[.*\])$/.exec(check) ?? [];
    const [node, flag, script] = JSON.parse(command);
    expect([node, flag]).toEqual(['node', '-e']);
    expect(script).toContain('process.env.HEALTH_PORT');
    expect(dockerfile).toMatch(/HEALTH_PORT=\d+/);
  });
});

test('the compose file builds that image, read-only but for its data, without privileges', () => {
  for (const part of [
    'context: ../..',
    'dockerfile: adapters/deploy/Dockerfile',
    'read_only: true',
    'no-new-privileges:true',
    '- data:/data',
    'DATA_DIR: /data',
  ]) {
    expect(compose).toContain(part);
  }
  expect(compose).toMatch(/cap_drop:\s+- ALL/);
  expect(compose).not.toMatch(/^\s*- "\d+:\d+"/m); // no port on every interface
});

test('the compose file of a fleet runs that image beside both engines, and shows no port', () => {
  for (const part of [
    'context: ../..',
    'dockerfile: adapters/deploy/Dockerfile',
    'read_only: true',
    'no-new-privileges:true',
    'DATABASE_URL: postgres://',
    'SEARCH_URL: http://opensearch:9200',
    'condition: service_completed_successfully',
    'replicas: 2',
    'command: ["ingest"',
    'command: ["migrate"]',
  ]) {
    expect(fleet).toContain(part);
  }
  expect(fleet).toMatch(/cap_drop:\s+- ALL/);
  expect(fleet).not.toContain('ports:');
});

test('the unit starts the program that the build makes, and writes in its state folder alone', () => {
  const [, started = ''] = /^ExecStart=(.*)$/m.exec(service) ?? [];
  expect(started).toContain('/opt/verbatim/dist/adapters/main.js start');
  expect(started).toContain('DATA_DIR=/var/lib/verbatim');
  expect(service).toContain('StateDirectory=verbatim');
  for (const rule of ['ProtectSystem=strict', 'NoNewPrivileges=yes', 'DynamicUser=yes']) {
    expect(service.split('\n')).toContain(rule);
  }
});

test('the guide names files that are there', () => {
  const named = [...read('README.md').matchAll(/adapters\/deploy\/[\w./]+|\.env\.example/g)];
  expect(named.length).toBeGreaterThan(2);
  for (const [path] of named) {
    const isFile = /\.\w+$/.test(path);
    expect([path, statSync(path).isFile()]).toEqual([path, isFile]);
  }
});
