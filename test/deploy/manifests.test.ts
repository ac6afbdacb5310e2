import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from '../../adapters/contract/zod.ts';
import { USAGE } from '../../adapters/usage.ts';
import { resource, workload } from './shapes.ts';

const FOLDER = 'adapters/deploy';
const KUBERNETES = `${FOLDER}/kubernetes`;
const read = (file: string): string => readFileSync(file, 'utf8');

/** What the settings are called where they are read. */
const SETTINGS = new Set(
  readdirSync('adapters')
    .filter((file) => /settings\.ts$/.test(file))
    .flatMap((file) => [...read(`adapters/${file}`).matchAll(/^ +([A-Z][A-Z_]+):/gm)])
    .map(([, name = '']) => name),
);
const COMMANDS = new Set([...USAGE.matchAll(/verbatim (\w+)/g)].map(([, name = '']) => name));
const SERVED = [
  ...['adapters/http/server.ts', 'adapters/chat/health.ts'].flatMap((file) => [
    ...read(file).matchAll(/['"](\/\w+z)['"]/g),
  ]),
].map(([, path = '']) => path);

test('the example of settings has each setting that is read, and no other', () => {
  const shown = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect(shown.toSorted()).toEqual([...SETTINGS].toSorted());
});

/** Whether a command line is one that `verbatim help` lists, with its options. */
function isKnown([command = '', ...rest]: readonly string[]): boolean {
  const options = rest.filter((word) => word.startsWith('--'));
  return COMMANDS.has(command) && options.every((option) => USAGE.includes(option));
}

describe('Kubernetes', () => {
  const all = readdirSync(KUBERNETES).flatMap((file) =>
    parseAllDocuments(read(`${KUBERNETES}/${file}`)).map((document) => {
      expect([file, document.errors]).toEqual([file, []]);
      return { file, value: document.toJS() as unknown };
    }),
  );
  const [[kustomization], others] = [
    all.filter(({ file }) => file === 'kustomization.yaml'),
    all.filter(({ file }) => file !== 'kustomization.yaml'),
  ];
  const resources = others.map(({ file, value }) => ({ file, ...resource.parse(value) }));
  const of = (kind: string) => resources.filter((one) => one.kind === kind);
  const workloads = [...of('Deployment'), ...of('Job')].map(({ kind, metadata, spec }) => {
    const { replicas, template } = workload.parse(spec);
    const { labels } = template.metadata;
    return { kind, name: metadata.name, replicas, labels, pod: template.spec };
  });

  test('what is applied together is there, and no secret is among it', () => {
    const { resources: listed, images } = z
      .object({ resources: z.array(z.string()), images: z.array(z.object({ name: z.string() })) })
      .parse(kustomization?.value);
    const files = new Set(others.map(({ file }) => file));
    files.delete('secrets.example.yaml');
    expect(listed.toSorted()).toEqual([...files].toSorted());
    expect(images.map(({ name }) => name)).toEqual(['verbatim']);
    expect(of('Secret').map(({ file }) => file)).toEqual(
      of('Secret').map(() => 'secrets.example.yaml'),
    );
  });

  test('each process is one that the program knows, in its number, and the tables are made', () => {
    expect(
      workloads.map((one) => [one.kind, one.pod.containers[0].args[0], one.replicas]).toSorted(),
    ).toEqual([
      ['Deployment', 'discord', 2],
      ['Deployment', 'ingest', 1],
      ['Deployment', 'serve', 2],
      ['Deployment', 'slack', 2],
      ['Job', 'migrate', 1],
    ]);
    for (const { pod } of workloads)
      expect([pod.containers[0].args, isKnown(pod.containers[0].args)]).toEqual([
        pod.containers[0].args,
        true,
      ]);
  });

  test('whatever is set is a setting, and what is referred to is there', () => {
    for (const { data, stringData } of resources)
      for (const name of Object.keys({ ...data, ...stringData })) expect(SETTINGS).toContain(name);
    const names = (kind: string) => of(kind).map(({ metadata }) => metadata.name);
    for (const { pod } of workloads) {
      const [{ env, envFrom, volumeMounts }] = pod.containers;
      for (const { name } of env) expect(SETTINGS).toContain(name);
      for (const from of envFrom) {
        if ('secretRef' in from) expect(names('Secret')).toContain(from.secretRef.name);
        else expect(names('ConfigMap')).toContain(from.configMapRef.name);
      }
      const volumes = pod.volumes.map(({ name }) => name);
      expect(volumeMounts.map(({ name }) => name).toSorted()).toEqual(volumes.toSorted());
    }
  });

  test('what is asked for health is served there, at the port that the settings say', () => {
    const config = of('ConfigMap')[0]?.data ?? {};
    for (const { kind, pod } of workloads) {
      const [{ ports, env, ...probed }] = pod.containers;
      const probes = [probed.startupProbe, probed.readinessProbe, probed.livenessProbe];
      if (kind === 'Job') continue;
      for (const one of probes) {
        expect(SERVED).toContain(one?.httpGet.path);
        const port = ports.find(({ name }) => name === one?.httpGet.port);
        const set = env.find(({ name }) => name === 'HTTP_PORT')?.value ?? config.HEALTH_PORT;
        expect(String(port?.containerPort)).toBe(set);
      }
    }
  });

  test('a process has the time it ends in, and one of two is always left', () => {
    const budgets = of('PodDisruptionBudget').map(({ spec }) => JSON.stringify(spec));
    for (const { name, replicas, pod, labels } of workloads) {
      const before = /"sleep","(\d+)"/.exec(JSON.stringify(pod.containers[0].lifecycle ?? null));
      const sleeps = Number(before?.[1] ?? 0);
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(sleeps + 10);
      expect(labels['app.kubernetes.io/name']).toBe(name);
      const own = budgets.filter((budget) => budget.includes(`"${name}"`));
      expect([name, own.length]).toEqual([name, replicas > 1 ? 1 : 0]);
      for (const budget of own) expect(budget).toContain('"minAvailable":1');
    }
  });
});

describe.each(['compose.yaml', 'compose.fleet.yaml'])('%s', (file) => {
  const service = z.object({
    image: z.string(),
    command: z.array(z.string()).default(['start']),
    environment: z.record(z.string(), z.string()).default({}),
  });
  const { services } = z
    .object({ services: z.record(z.string(), service) })
    .parse(parse(read(`${FOLDER}/${file}`), { merge: true }));
  const own = Object.values(services).filter(({ image }) => image === 'verbatim');

  test('each process is one that the program knows, with settings that it reads', () => {
    expect(own.length).toBeGreaterThan(0);
    for (const { command, environment } of own) {
      expect([command, isKnown(command)]).toEqual([command, true]);
      for (const name of Object.keys(environment)) expect(SETTINGS).toContain(name);
    }
  });

  test('every other image has a version', () => {
    for (const { image } of Object.values(services))
      if (image !== 'verbatim') expect(image).toMatch(/:\d+\.\d+/);
  });
});
