// A plugin of GraphQL Code Generator: the document that lists all error codes for client teams. See codegen.yml.
import { COMMAND_CODES, REQUEST_CODES, SERVER_CODES } from '../src/errors.js';
import { STATUS } from '../src/http/errors.js';
import { EDIT_CODES, PROBLEM_CODES } from '../src/records/problem-codes.js';

type Codes = Readonly<Record<string, string>>;

const statuses: Readonly<Record<string, number>> = { ...STATUS, INTERNAL_SERVER_ERROR: 500 };

/** Returns the text of the document. */
export function plugin(): string {
  return `# Error codes

<!-- Made by \`npm run generate\` from the tables in src/; change those, not this file. -->

A code never changes once it is published; a message may, so build on codes.

## In \`errors\`

\`\`\`text
{ "message": …, "locations": [{ "line": 1, "column": 3 }], "path": ["country", "series"], "extensions": { "code": … } }
\`\`\`

\`message\` says what is wrong and what would be right. \`locations\` says where in the query that is, and \`path\` which field
of the answer is null for it. A field that its arguments can break is nullable, so that an error costs no more than its
field. What is refused before it is run has no \`path\`, and the answer no \`data\`; the status is then that of the table, and
200 where there are data. Beside the code, \`extensions\` can hold facts for machines, such as \`fits\` of TOO_COSTLY: the size
of a page with which the query would be answered; and the \`requestId\` under which the log of the server has more. Where HTTP has a status of its own for what is
wrong with a request, \`BAD_REQUEST\` comes with that: 405, 406, 408, 414, 415 or 431; an entry that was withdrawn is 410.

${table(REQUEST_CODES, true)}

These are told by the GraphQL server itself:

${table(SERVER_CODES, true)}

## In \`userErrors\`

What breaks a rule in something that is sent to be written, and that a person can mend, is no error of the request: it
comes back in \`userErrors\`, and nothing was written. Content files are told the same codes by \`signpost validate\`.

${table(EDIT_CODES)}

${table(PROBLEM_CODES)}

## On the command line

${table(COMMAND_CODES)}
`;
}

function table(codes: Codes, withStatus = false): string {
  const rows = Object.entries(codes).map(([code, meaning]) => [
    `\`${code}\``,
    ...(withStatus ? [String(statuses[code] ?? 400)] : []),
    meaning,
  ]);
  const head = withStatus ? ['code', 'status', 'meaning'] : ['code', 'meaning'];
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
