import { startEmbedded } from '../../src/embedded/index.js';

// Runs a database as a separate process, for tests that kill it: run-database.ts <folder>
const database = await startEmbedded({ dataDir: process.argv[2]! });
process.stdout.write(`${process.pid} ${database.uri}\n`);
process.on('SIGTERM', () => void database.close());
