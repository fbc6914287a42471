import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, type TestCli } from './test-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'signpost-refusals-'));
let server: TestDatabase;
let cli: TestCli;
let tests = 0;

beforeAll(async () => void (server = await testDatabase()));
beforeEach(async () => {
  cli = createTestCli({ MONGODB_URI: server.uri, MONGODB_DB: server.name(`refusals${(tests += 1)}`) });
});
afterEach(() => cli.remove());
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, ...lines: string[]): string {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
}

function edit(path: string, from: RegExp | string, to: string): void {
  const text = readFileSync(join(cli.seed, path), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(cli.seed, path), text.replace(from, to));
}

async function importing(path: string, ...options: string[]) {
  const { exit, out, err } = await cli.run('import', path, '--indicator', 'cases', ...options);
  return { exit, output: out + err };
}

/** Returns the alternatives in an error message, each as a list of options. */
function adviceIn(output: string): string[][] {
  return [...output.matchAll(/\buse (--.+?)(?=\.(?:\s|$)|, as in|\n)/gi)].flatMap(([, advice]) =>
    advice!.split(' or ').map((each) => each.match(/"[^"]*"|\S+/g)!.map((word) => word.replace(/^"(.*)"$/, '$1'))),
  );
}

describe('malformed files', () => {
  const LINES = ['country,year,value', 'IT,2023,5'];

  it('a truncated file to import is reported as incomplete', async () => {
    await cli.run('seed');
    const path = file('cut.csv', ...LINES, 'PL,2023,5');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -4));
    const { exit, output } = await importing(path, '--source', 'report-2023');
    expect(exit).toBe(1);
    expect(output).toContain('1 ROW_SHAPE; the file is truncated, so download the file again.\n');
    expect(output).not.toContain('--accept');
  });

  it('a file to import can contain repeated figures, the first of which are reported', async () => {
    await cli.run('seed');
    const years = Array.from({ length: 30 }, (_, index) => `IT,${1990 + index},5`);
    const path = file('whole.csv', LINES[0]!, ...years);
    const { output } = await importing(path, path, '--source', 'report-2023', '--uncovered', 'drop', '--dry-run');
    expect(output.match(/ROW_REPEATED +1 ×/g)).toHaveLength(20);
    expect(output).toMatch(/ROW_REPEATED +10 more\n/);
  });
});

describe('the publishers of a file and of its indicator', () => {
  const PLAIN = ['country,year,value', 'IT,2023,5'];
  const SOURCE = ['--source', 'report-2023', '--uncovered', 'drop'];

  it.each([
    ['its title', 'The Agency', ''],
    ['its title in other case', 'the agency', ''],
    ['its acronym', 'TA', ''],
    ['its slug', 'agency', ''],
    ['its title with its acronym', 'The Agency (TA)', ''],
    ['its title with its country', 'The Agency (Italy)', 'memberCountries: [it]\n'],
    ['its title with the code of its country', 'The Agency (ITA)', 'memberCountries: [it]\n'],
    ['another name', 'Agency for Cases', 'otherNames: [Agency for Cases]\n'],
  ])('the publisher of a source is recognised by %s', async (_, name, more) => {
    edit('sources/report-2023.yaml', 'publisherName: The Agency', `publisherName: ${name}`);
    edit('organisations/agency.yaml', 'organisationType: EU_AGENCY\n', `organisationType: EU_AGENCY\n${more}`);
    expect((await cli.run('seed')).exit).toBe(0);
    expect(await importing(file('plain.csv', ...PLAIN), ...SOURCE, '--dry-run')).toMatchObject({ exit: 0 });
  });

  it.each([
    ['an office of another country', 'The Agency (Greece)', 'memberCountries: [it]\n'],
    ['another organisation', 'The Other Agency', ''],
  ])('an import is rejected if its source is published by %s', async (_, name, more) => {
    edit('sources/report-2023.yaml', 'publisherName: The Agency', `publisherName: ${name}`);
    edit('organisations/agency.yaml', 'organisationType: EU_AGENCY\n', `organisationType: EU_AGENCY\n${more}`);
    expect((await cli.run('seed')).exit).toBe(0);
    const { exit, output } = await importing(file('plain.csv', ...PLAIN), ...SOURCE, '--dry-run');
    expect({ exit, output }).toMatchObject({ exit: 1, output: expect.stringContaining(`published by "${name}"`) });
    expect(output).toContain(`If both are the same organisation, add "${name}" to the otherNames of "The Agency".`);
  });
});

describe('advice in the error of a rejected import', () => {
  const SOURCE = ['--source', 'report-2023'];
  const DROP = ['--uncovered', 'drop'];

  beforeEach(() => {
    edit('organisations/agency.yaml', /acronym: .*/, 'acronym: Eurostat');
    edit('groups/eu.yaml', 'from: 1981-01-01', 'from: 1981-01-01\n    to: 2040-06');
  });

  it.each<{ what: string; lines: string[]; options?: string[]; advice: string[][] }>([
    {
      what: 'codes that the indicator lacks',
      lines: ['country,year,sex,value', 'IT,2023,T,5', 'IT,2023,X,3'],
      advice: [['--add-codes'], ['--accept', 'CODE_UNKNOWN=1']],
    },
    {
      what: 'codes of which the indicator has none',
      lines: ['country,year,sex,value', 'IT,2023,X,3'],
      advice: [['--add-codes']],
    },
    {
      what: 'codes that the indicator lacks, among other problems',
      lines: ['country,year,sex,value', 'IT,2023,T,5', 'IT,2023,X,3', 'IT,20x3,T,3', 'XQ,2023,T,3'],
      advice: [
        ['--accept', 'PERIOD_INVALID=1', '--add-codes', '--skip-areas', 'unknown'],
        ['--accept', 'PERIOD_INVALID=1', '--accept', 'CODE_UNKNOWN=1', '--skip-areas', 'unknown'],
      ],
    },
    {
      what: 'figures that cannot be read',
      lines: ['country,year,value', 'IT,2023,5', 'IT,2022,five', ',2023,5', 'IT,2023', 'IT,2023,6'],
      advice: [
        [
          '--accept',
          'ROW_SHAPE=1',
          '--accept',
          'AREA_EMPTY=1',
          '--accept',
          'VALUE_INVALID=1',
          '--accept',
          'ROW_TWICE=1',
        ],
      ],
    },
    {
      what: 'areas that have no entry',
      lines: ['country,year,value', 'IT,2023,5', 'FR,2023,5', 'Utopia,2023,5'],
      advice: [['--skip-areas', 'unknown']],
    },
    {
      what: 'a group total that is not the sum of its members',
      lines: ['country,year,value', 'IT,2023,501', 'GR,2023,602', 'EU,2023,1000'],
      advice: [['--accept', 'GROUP_SUM=1']],
    },
    {
      what: 'a problem that was accepted and is not there',
      lines: ['country,year,value', 'IT,2023,5', 'FR,2023,5'],
      options: ['--accept', 'VALUE_INVALID=3'],
      advice: [['--skip-areas', 'unknown']],
    },
    {
      what: 'dimensions that nobody decided about',
      lines: ['country,year,age,value', 'IT,2023,child,5', 'IT,2023,adult,6'],
      advice: [
        ['--dimension', 'age=child'],
        ['--add', 'age'],
      ],
    },
    {
      what: 'periods that the file does not cover',
      lines: ['country,year,value', 'IT,2023,5'],
      options: ['--no-uncovered'],
      advice: [
        ['--uncovered', 'keep'],
        ['--uncovered', 'drop'],
      ],
    },
    {
      what: 'an indicator that cites no source',
      lines: ['country,year,value', 'IT,2023,5'],
      options: ['--no-source'],
      advice: [['--source', 'report-2023']],
    },
    {
      what: 'a source of another publisher',
      lines: ['country,year,value', 'IT,2023,5'],
      options: ['--no-source', '--source', 'foreign'],
      advice: [['--source', 'report-2023']],
    },
  ])('the error about $what suggests options that solve it', async ({ what, lines, options = [], advice }) => {
    const source = readFileSync(join(cli.seed, 'sources/report-2023.yaml'), 'utf8');
    writeFileSync(join(cli.seed, 'sources/foreign.yaml'), source.replace('The Agency', 'Somebody Else'));
    if (options.includes('--no-uncovered')) {
      writeFileSync(join(cli.seed, 'sources/earlier.yaml'), source);
      edit('indicators/cases.csv', 'EU,2022,400,,,report-2023', 'EU,2022,400,,,earlier');
    }
    expect((await cli.run('seed')).exit).toBe(0);
    const path = file('refused.csv', ...lines);
    const given = [
      ...(options.includes('--no-source') ? [] : SOURCE),
      ...(options.includes('--no-uncovered') ? [] : DROP),
      ...options.filter((option) => !option.startsWith('--no-')),
      '--dry-run',
    ];
    const rejectedImport = await importing(path, ...given);
    expect({ what, exit: rejectedImport.exit > 0 }).toEqual({ what, exit: true });
    expect(adviceIn(rejectedImport.output)).toEqual(advice);
    for (const suggestion of advice) {
      // Omit options without a matching problem, as the message instructs.
      const others = given.filter((option, index) => {
        const isReplaced =
          suggestion.includes('--source') && (option === '--source' || given[index - 1] === '--source');
        const isLeftOut = option === 'VALUE_INVALID=3' || given[index + 1] === 'VALUE_INVALID=3';
        return !isReplaced && !isLeftOut;
      });
      const next = await importing(path, ...others, ...suggestion);
      expect({ way: suggestion, exit: next.exit, output: next.output }).toMatchObject({ way: suggestion, exit: 0 });
    }
  });

  it.each([
    ['updated', 'updated 2016-02-01', []],
    ['retrieved', 'retrieved 2016-02-01', ['--retrieved', '2016-02-01']],
  ])('a file %s before the newest edition is rejected, with both dates', async (outcome, date, options) => {
    expect((await cli.run('seed')).exit).toBe(0);
    const path =
      outcome === 'retrieved'
        ? file('older.csv', 'country,year,value', 'IT,2023,5')
        : file(
            'older-eurostat.csv',
            'DATAFLOW,LAST UPDATE,freq,sex,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG',
            'ESTAT:CASES(1.0),01/02/16 11:00:00,A,T,NR,EU,2023,430,',
          );
    const given = [...SOURCE, ...DROP, ...options, ...(outcome === 'updated' ? ['--dimension', 'unit=NR'] : [])];
    const rejectedImport = await importing(path, ...given);
    expect(rejectedImport).toMatchObject({ exit: 1, output: expect.stringContaining(`(${date})`) });
    expect(rejectedImport.output).toContain('the newest edition (retrieved 2024-06-18)');
    expect(adviceIn(rejectedImport.output)).toEqual([['--accept-older']]);
    expect(await importing(path, ...given, '--accept-older')).toMatchObject({
      exit: 0,
      output: expect.stringContaining('has a new edition'),
    });
    // Importing the same figures changes nothing, whatever their publication date.
    expect(await importing(path, ...given)).toMatchObject({ exit: 0 });
  });

  it('the error about figures of the same source suggests the option that drops them', async () => {
    expect((await cli.run('seed')).exit).toBe(0);
    const path = file('later.csv', 'country,year,value', 'IT,2024,5');
    const rejectedImport = await importing(path, ...SOURCE, '--uncovered', 'keep', '--dry-run');
    expect(adviceIn(rejectedImport.output)).toEqual([DROP]);
    expect(await importing(path, ...SOURCE, ...DROP, '--dry-run')).toMatchObject({ exit: 0 });
  });

  it('the error about a table of unknown layout suggests --mapping, with which the import succeeds', async () => {
    expect((await cli.run('seed')).exit).toBe(0);
    const path = file('unknown.csv', 'who,when,n', 'IT,2023,5');
    const rejectedImport = await importing(path, ...SOURCE, ...DROP, '--dry-run');
    expect(rejectedImport.output).toContain('pass it with --mapping');
    const mapping = file('unknown.yaml', 'area: who', 'period: when', 'value: n');
    expect(await importing(path, ...SOURCE, ...DROP, '--mapping', mapping, '--dry-run')).toMatchObject({ exit: 0 });
  });

  it('the error about a table without periods suggests --period, with which the import succeeds', async () => {
    expect((await cli.run('seed')).exit).toBe(0);
    const path = file('plain.csv', 'who,n', 'IT,5');
    const mapping = file('plain.yaml', 'area: who', 'value: n');
    const rejectedImport = await importing(path, ...SOURCE, ...DROP, '--mapping', mapping, '--dry-run');
    expect(rejectedImport.output).toContain('Use --period <period>, as in --period 2023.');
    const next = await importing(path, ...SOURCE, ...DROP, '--mapping', mapping, '--period', '2023', '--dry-run');
    expect(next).toMatchObject({ exit: 0 });
  });
});
