import { lookup } from 'node:dns/promises';
import { checkUrls, type UrlResult } from './check-urls.js';
import { AppError } from '../errors.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { collectUrls } from './collect-urls.js';
import { formatCount } from './format-problems.js';
import { startProgressBar } from './progress-bar.js';
import { printJson } from './terminal.js';

const DEFAULT_MAX_URLS = 10_000;

/** Counts the URLs in entries; with `--check`, also requests them. Only this command and `refresh` access the web. */
export const externalLinksCommand = defineCommand({
  name: 'links',
  description: 'Count the web addresses in published entries; with --check, request them and list those that fail.',
  examples: ['links', 'links --check --max=100'],
  args: {
    check: { type: 'boolean', description: 'Send a request to each address (default: only count them).' },
    max: {
      type: 'string',
      former: 'most',
      description: `Maximum number of addresses to test (default: ${DEFAULT_MAX_URLS}).`,
    },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const { max: maxText = String(DEFAULT_MAX_URLS) } = args;
    if (!/^[1-9]\d{0,8}$/.test(maxText))
      throw new AppError('USAGE', `--max must be a number from 1, not "${maxText}".`);
    const maxAddresses = Number(maxText);
    await using database = await openDatabase(config);
    const found = await collectUrls(database);
    if (!args.check) {
      const hosts = new Set([...found.keys()].map((url) => new URL(url).host));
      if (args.json) printJson(terminal, { urls: found.size, hosts: hosts.size });
      else
        terminal.out(
          `${formatCount(found.size, 'link')} at ${formatCount(hosts.size, 'host')}. Use --check to test them.`,
        );
      return EXIT_CODES.done;
    }
    const urls = [...found.keys()].slice(0, maxAddresses);
    const bar = startProgressBar('links {bar} {value}/{total}', terminal.isInteractive && !args.json);
    bar.update(0, urls.length);
    const checked = await checkUrls(urls, {
      resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
      onChecked: bar.update,
    }).finally(bar.stop);
    const broken = checked.filter(({ problem }) => problem !== null);
    if (args.json) {
      printJson(terminal, {
        checked: checked.length,
        broken: broken.map((link) => ({ ...link, usedBy: found.get(link.url) })),
      });
    } else terminal.out(report(broken, found, checked.length));
    return broken.length > 0 ? EXIT_CODES.problems : EXIT_CODES.done;
  },
});

function report(broken: readonly UrlResult[], found: ReadonlyMap<string, readonly string[]>, checked: number): string {
  const lines = broken.flatMap(({ url, problem }) => [
    `${url}  ${problem}`,
    ...found.get(url)!.map((location) => `    ${location}`),
  ]);
  return [...lines, `${formatCount(broken.length, 'link')} of ${checked} to correct.`].join('\n');
}
