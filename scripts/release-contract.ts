// Keeps the contract as of a release, without descriptions, so that later ones are compared with it. Run when a version
// is released, after its name was given to what stands under "Unreleased" in CHANGELOG.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, parse, print, printSchema, visit } from 'graphql';

const bare = visit(parse(printSchema(buildSchema(readFileSync('schema.graphql', 'utf8')))), {
  enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
});
writeFileSync('test/contract/released.graphql', `${print(bare)}\n`);
