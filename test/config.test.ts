import { readConfig } from '../src/config.js';

test('an empty environment results in the defaults, and the configuration is frozen', () => {
  const config = readConfig({ PORT: '', MONGODB_URI: ' ' });
  expect(config).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    mongodbUri: null,
    mongodbDatabase: 'signpost',
    dataDir: '.data',
    seedDir: 'seed',
    logLevel: 'info',
    corsOrigins: '*',
    trustProxy: false,
    publicUrl: null,
    allowedHosts: [],
    metrics: 'loopback',
    cacheMb: 96,
    chromiumPath: null,
  });
  expect(config.schemaDir).toMatch(/schema$/);
  expect(Object.isFrozen(config)).toBe(true);
});

test('CORS_ORIGINS is parsed as a list of origins', () => {
  expect(readConfig({ CORS_ORIGINS: 'https://a.example, http://localhost:3000' }).corsOrigins).toEqual([
    'https://a.example',
    'http://localhost:3000',
  ]);
});

test('TRUST_PROXY is parsed as a number of proxies, or as addresses and networks', () => {
  const trust = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy;
  expect(['off', '0', '2'].map(trust)).toEqual([false, false, 2]);
  expect(trust('10.0.0.0/8, ::1')).toEqual(['10.0.0.0/8', '::1']);
});

test('PUBLIC_URL is parsed as an origin, and ALLOWED_HOSTS as a list of host names', () => {
  expect(readConfig({ PUBLIC_URL: 'https://signpost.example/' }).publicUrl).toBe('https://signpost.example');
  const { allowedHosts } = readConfig({ ALLOWED_HOSTS: 'Signpost.example, intra:8080' });
  expect(allowedHosts).toEqual(['signpost.example', 'intra:8080']);
});

test.each([
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY is "true"; use off, the number of proxies'],
  [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY is "10.0.0.0/33"'],
  [
    { PUBLIC_URL: 'https://signpost.example/base' },
    'PUBLIC_URL is "https://signpost.example/base"; use the public address',
  ],
  [{ PUBLIC_URL: 'signpost.example' }, 'PUBLIC_URL is "signpost.example"'],
  [{ ALLOWED_HOSTS: 'https://a.example' }, 'ALLOWED_HOSTS contains "https://a.example"'],
  [{ METRICS: 'private' }, 'METRICS is "private"; use one of public, loopback, off'],
  [{ CACHE_MB: '1.5' }, 'CACHE_MB is "1.5"; use a whole number of megabytes from 0 (no cache) to 65536'],
  [{ CACHE_MB: '-1' }, 'CACHE_MB is "-1"'],
  [{ PORT: '70000' }, 'PORT is "70000"'],
  [{ PORT: '4000.5' }, 'PORT is "4000.5"'],
  [{ MONGODB_DB: 'sign post' }, 'MONGODB_DB is "sign post"'],
  [{ CORS_ORIGINS: 'https://a.example/path' }, 'CORS_ORIGINS contains "https://a.example/path"'],
])('the environment %j is rejected with the name of the variable', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message);
});

test('the error about an invalid MONGODB_URI omits the connection string, which can include a password', () => {
  expect(() => readConfig({ MONGODB_URI: 'postgres://user:secret@host' })).toThrow(
    /^MONGODB_URI is not a MongoDB address/,
  );
  try {
    readConfig({ MONGODB_URI: 'postgres://user:secret@host' });
  } catch (error) {
    expect(String(error)).not.toContain('secret');
  }
});
