import { seededApp } from './seeded-app.js';

/** Runs as a separate process with little memory: sends large queries concurrently and reports the results. */
const queries = process.argv.slice(2);
const server = await seededApp({ withSearch: true, withCounts: true, deadlineMs: 60_000 });
const before = process.memoryUsage();
let [heap, resident] = [0, 0];
const watching = setInterval(() => {
  const { heapUsed, rss } = process.memoryUsage();
  heap = Math.max(heap, heapUsed - before.heapUsed);
  resident = Math.max(resident, rss - before.rss);
}, 5);
const answers: object[] = [];
for (const query of queries) {
  const four = await Promise.all([1, 2, 3, 4].map(() => server.execute(query)));
  for (const { status, errors } of four) answers.push({ status, code: errors?.[0]?.extensions['code'] ?? null });
}
clearInterval(watching);
process.stdout.write(JSON.stringify({ answers, heapMB: heap / 1e6, residentMB: resident / 1e6 }));
await server.close();
