// A plugin of GraphQL Code Generator: the document that lists all error codes for client teams. See codegen.yml.
import { COMMAND_CODES, REQUEST_CODES, SERVER_CODES } from '../src/errors.js';
import { STATUS_BY_CODE } from '../src/http/error-responses.js';
import { EDIT_CODES, PROBLEM_CODES } from '../src/records/problem-codes.js';

type Codes = Readonly<Record<string, string>>;

const statuses: Readonly<Record<string, number>> = { ...STATUS_BY_CODE, INTERNAL_SERVER_ERROR: 500 };

/** The function that GraphQL Code Generator calls. Returns the text of docs/errors.md. */
export function plugin(): string {
  return `# Error codes

<!-- Made by \`npm run generate\` from the tables in src/; change those, not this file. -->

Published codes never change, but messages may: compare codes, not messages.

## In \`errors\`

\`\`\`text
{ "message": …, "locations": [{ "line": 1, "column": 3 }], "path": ["country", "series"], "extensions": { "code": … } }
\`\`\`

- \`message\` states the problem and a correction.
- \`locations\` is the position in the query, and \`path\` the field of the response that is null. A field that invalid
  arguments can break is nullable, so an error affects only its field.
- \`extensions.requestId\` is the identifier to look up in the server log.

A request rejected before execution has no \`path\`, and its response no \`data\`. Its status is that of the table; with data,
the status is 200. If HTTP has a more exact status, \`BAD_REQUEST\` has that: 405, 406, 408, 414, 415 or 431. A withdrawn
entry is 410.

${table(REQUEST_CODES, true)}

The GraphQL server itself returns these:

${table(SERVER_CODES, true)}

## In \`userErrors\`

Problems in submitted records are not errors of the request. \`userErrors\` of the result lists them, and nothing was
written. \`path\` is the position as a list, such as \`["sessions", "0", "title"]\`. A record that does not fit the schema,
for example without a required field, is an error of the request: \`GRAPHQL_VALIDATION_FAILED\`, or in a variable
\`BAD_USER_INPUT\`. \`signpost validate\` reports the same codes for content files.

The first table is about the entry, the second about its content:

${table(EDIT_CODES)}

${table(PROBLEM_CODES)}

## On the command line

${table(COMMAND_CODES)}
`;
}

function table(codes: Codes, withStatus = false): string {
  const rows = Object.entries(codes).map(([code, explanation]) => [
    `\`${code}\``,
    ...(withStatus ? [String(statuses[code] ?? 400)] : []),
    explanation,
  ]);
  const meaning = 'what happened, and what to do';
  const head = withStatus ? ['code', 'status', meaning] : ['code', meaning];
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
