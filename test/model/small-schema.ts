import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SHARED = [
  'authoring.graphql',
  'search.graphql',
  'directives.graphql',
  'base.graphql',
  'area.graphql',
  'source.graphql',
  'history.graphql',
];

const TOPIC = `"A subject."
type Topic implements Entry & Node @entry(folder: "topics") {
  "The wider topic."
  broader: Topic @link(inverse: "narrower") @filter
}
`;

const GUIDE = `"A guide."
type Guide implements Entry & Node @entry(folder: "guides") {
  "What it is for."
  summary: String @localised @search
  "Its topics."
  topics: [Topic!]! @link(inverse: "guides") @filter @facet
  "Its parts."
  parts: [Part!]!
}

"A part of a guide."
type Part {
  "The name of the part."
  title: String!
}

"An area that is a kind."
type Country implements Entry & Node & Area @entry(folder: "countries", plural: "countries") {
  "The code."
  code: AreaCode! @filter @sort
}
`;

/** Creates a folder with a small valid schema, then applies `change` to one of its files. */
export function smallSchema(
  change: { file?: 'guide' | 'topic'; from?: string; to?: string; add?: string } = {},
): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'schema-')), 'schema');
  const files = { topic: TOPIC, guide: GUIDE };
  const file = change.file ?? 'guide';
  if (change.from !== undefined) {
    if (!files[file].includes(change.from)) throw new Error(`the small schema has no "${change.from}"`);
    files[file] = files[file].replace(change.from, change.to ?? '');
  }
  files[file] += change.add ?? '';
  mkdirSync(folder);
  for (const name of SHARED)
    writeFileSync(join(folder, name), withoutFigures(readFileSync(join('schema', name), 'utf8')));
  writeFileSync(join(folder, 'topic.graphql'), files.topic);
  writeFileSync(join(folder, 'guide.graphql'), files.guide);
  return folder;
}

/** Removes figures, which need kinds that the small schema lacks. */
function withoutFigures(sdl: string): string {
  return sdl.replace(/\n {2}"[^"]*"\n {2}(series|developments)\([\s\S]*?\): \[\w+!\]! @computed/g, '');
}
