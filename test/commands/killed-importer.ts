import { importFigures } from '../../src/commands/import-figures.js';
import { readConfig } from '../../src/config.js';
import { loadModel } from '../../src/model/load-model.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { DEFAULT_READ_CHOICES } from '../datasets/default-read-choices.js';

/** Imports a file like the command, and kills itself after the given number of database commands. */
const [path, indicator, last] = process.argv.slice(2) as [string, string, string];
let remainingCalls = Infinity;
const { mongodbUri: uri, mongodbDatabase: database } = readConfig();
const services = await openKnowledgeBase({
  uri: uri!,
  database,
  model: loadModel('schema'),
  onCommand: () => {
    remainingCalls -= 1;
    if (remainingCalls < 0) process.kill(process.pid, 'SIGKILL');
  },
});
remainingCalls = Number(last);
await importFigures(services, {
  ...DEFAULT_READ_CHOICES,
  addsNewCodes: true,
  paths: [path],
  indicator,
  source: 'report-2023',
  licence: null,
  retrievedOn: '2026-11-28',
  uncovered: null,
  acceptsOlder: false,
  dryRun: false,
  accept: new Map(),
  skipsUnknownAreas: false,
});
remainingCalls = Infinity;
await services.store.close();
