// Stores the schema of a release, without descriptions, for comparison with later ones. Run it at a release, after
// renaming the section "Unreleased" in CHANGELOG.md to the version.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, parse, print, printSchema, visit } from 'graphql';

const bare = visit(parse(printSchema(buildSchema(readFileSync('schema.graphql', 'utf8')))), {
  enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
});
writeFileSync('test/contract/released.graphql', `${print(bare)}\n`);
