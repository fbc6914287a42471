import { startEmbedded } from '../../src/embedded/index.js';

// A database as a process of its own, for tests that kill it: run-database.ts <folder>
const database = await startEmbedded({ dataDir: process.argv[2]! });
process.stdout.write(`${process.pid} ${database.uri}\n`);
process.on('SIGTERM', () => void database.close());
