import { parse, validate, buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { loadModel } from '../../src/model/load.js';
import { landingPage } from '../../src/pages/landing.js';
import { SITE_STYLE } from '../../src/pages/site.js';

const model = loadModel('schema');
const listed = model.kinds.filter(({ standIn }) => !standIn);
const counts = new Map(listed.map((kind, at) => [kind.name, at * 1000]));
const address = { origin: 'https://signpost.example', locale: 'en', path: '/', search: new URLSearchParams() };
const page = landingPage({ model, counts, address });

describe('the landing page', () => {
  it('names every kind with its count and what it is, those left out that only stand in for others', () => {
    for (const kind of listed) {
      expect(page).toContain(`<span class="num">${counts.get(kind.name)!.toLocaleString('en-GB')}</span`);
    }
    expect(page).toContain('Country updates');
    expect(page).not.toContain('Territories');
    expect(page).toContain('<span class="num">13,000</span');
    expect(page).toMatch(/links\s+91,000\s+entries/);
  });

  it('leads to GraphiQL with queries that the contract accepts, to both health pages and to nothing outside', () => {
    const addresses = [...page.matchAll(/href="([^"]*)"/g)].map(([, address]) => address!.replaceAll('&amp;', '&'));
    expect(addresses).toEqual(expect.arrayContaining(['/graphiql', '/health/live', '/health/ready']));
    const outside = (each: string) => !/^[/#](?!\/)/.test(each) && !each.startsWith('https://signpost.example/');
    expect(addresses.filter(outside)).toEqual([]);

    const contract = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const queries = addresses
      .filter((address) => address.includes('?query='))
      .map((address) => new URL(address, 'http://localhost').searchParams.get('query')!);
    expect(queries.length).toBe(listed.length + 1);
    expect(queries.flatMap((query) => validate(contract, parse(query)))).toEqual([]);
  });

  it('has no script, one heading of the first level, and a language', () => {
    expect(page).not.toMatch(/<script|\son\w+=|javascript:/i);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain('<html lang="en">');
  });

  it('escapes what comes from the model', () => {
    const [first, ...rest] = model.kinds;
    const hostile = { ...model, kinds: [{ ...first!, description: '<img src=x onerror=alert(1)>"' }, ...rest] };
    const told = landingPage({ model: hostile, counts: new Map(), address });
    expect(told).not.toContain('<img');
    expect(told).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;');
  });

  it('has its style in a file of this server, and none inside', () => {
    expect(page).toContain(`<link rel="stylesheet" href="${SITE_STYLE.path}"`);
    expect(page).not.toMatch(/<style|\sstyle="/);
  });
});
