import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { writeOutputFile } from '../../src/content/atomic-write.js';

/** Writes a file, and blocks before it is renamed to its final name. */
fs.renameSync = () => {
  fs.writeSync(1, 'held\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
syncBuiltinESMExports();
writeOutputFile(process.argv[2]!, 'of the other');
