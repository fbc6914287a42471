import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { temporaryFolder } from '../src/temporary-folder.js';

// Takes the screenshots in docs/ from a server that has the content of seed/. Run it with "npm run screenshots" when a
// page in the list has changed. CHROMIUM_PATH overrides the browser of the tests.

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const VIEWPORT = { width: 1100, height: 1500 };
/** Screenshot files, with their pages. */
const SHOTS = [{ file: 'docs/screenshot.png', path: '/country/gr' }];

using data = temporaryFolder('screenshots');
const server = spawn(process.execPath, ['bin/signpost.js', 'serve', '--json'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data.path, MONGODB_URI: '', LOG_LEVEL: 'silent' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: VIEWPORT, locale: 'en-GB', colorScheme: 'light' });
  for (const { file, path } of SHOTS) {
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
    await page.screenshot({ path: file });
    console.log(`${file} shows ${path}`);
  }
  await browser.close();
} finally {
  server.kill();
  if (server.exitCode === null) await once(server, 'exit');
}
