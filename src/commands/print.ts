import { basename, resolve } from 'node:path';
import { AppError } from '../errors.js';
import { pagePath } from '../model/entry-key.js';
import { closestMatch } from '../model/closest-match.js';
import { openDatabase } from '../open-database.js';
import { servePages } from '../server.js';
import { writeOutputFile } from '../content/atomic-write.js';
import { printPage } from './print-page.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { printJson } from './terminal.js';

/** Singular name of the printable kind. */
const PRINTABLE_KIND = 'leaflet';

export const printCommand = defineCommand({
  name: 'print',
  description: 'Print a leaflet as a PDF for both sides of an A4 sheet. Needs Chromium.',
  examples: ['print jits-guidelines --pdf', 'print jits-guidelines --pdf --locale=de --out=Faltblatt.pdf'],
  args: {
    slug: { type: 'positional', required: true, description: 'Slug of the leaflet, or its file.' },
    pdf: { type: 'boolean', required: true, description: 'Write a PDF file.' },
    locale: { type: 'string', description: 'Language (default: the language of the site).' },
    out: { type: 'string', valueHint: 'file', description: 'File to write (default: <slug>.<locale>.pdf).' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    await using database = await openDatabase(config, { readOnly: 'CURRENT' });
    const { model } = database;
    const slug = basename(args.slug).replace(/(?:\.[a-z]{2})?\.(?:yaml|md)$/, '');
    const [first] = model.locales;
    const locale = args.locale ?? first!;
    if (!model.locales.includes(locale)) {
      const tip = closestMatch(locale, model.locales) ?? model.locales.join(', ');
      throw new AppError('USAGE', `The site has no pages in "${locale}"; use ${tip}.`);
    }
    const kind = model.kinds.find(({ singular }) => singular === PRINTABLE_KIND)!;
    const path = `${locale === first ? '' : `/${locale}`}${pagePath(kind, slug)}`;
    const file = resolve(args.out ?? `${slug}.${locale}.pdf`);
    const server = await servePages(config, database);
    try {
      const { status } = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'HEAD' });
      if (status === 404) throw new AppError('NOT_FOUND', `No published ${PRINTABLE_KIND} has the slug "${slug}".`);
      writeOutputFile(file, await printPage(server, path, { program: config.chromiumPath }));
    } finally {
      await server.close();
    }
    if (args.json) printJson(terminal, { file, locale });
    else terminal.out(`${file} was written.`);
    if (config.publicUrl === null)
      terminal.err('It does not contain the address of its page. Set PUBLIC_URL to add it.');
    return EXIT_CODES.done;
  },
});
