import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Kind, Model } from '../model/model.js';
import { nearest } from '../model/nearest.js';
import type { Problem } from '../records/problem.js';
import { Report } from '../records/problem.js';
import { isSlug } from '../records/values.js';
import { printable, quoted } from '../records/wording.js';

/** The files that make up one record, by their path as they are shown. */
export interface RecordFiles {
  kind: Kind;
  slug: string;
  /** Null where only other files of that name were found. */
  yaml: string | null;
  /** Markdown files by locale; null is the one without a locale in its name. */
  bodies: Map<string | null, string>;
  csv: string | null;
}

/** What a content folder holds. */
export interface FoundFiles {
  records: readonly RecordFiles[];
  /** How many files make up records. */
  count: number;
}

/** Files for people that may lie beside records. */
const READABLE_ASIDES = ['README.md'];

/** A file name that could mean another place, or that could not be shown: control characters, backslashes, two dots. */

const UNSAFE_NAME = /[\u0000-\u001f\u007f\\%:]|\.\.|\ufffd/;

/**
 * Finds the files of records below a content folder: regular files only, none outside it once links are followed.
 * Names that start with a dot are not content. Records come in the order of the model and of the alphabet.
 */
export function findFiles(root: string, model: Model, problems: Problem[]): FoundFiles {
  return new Finder(root, model, problems).run();
}

class Finder {
  private readonly realRoot: string;
  private readonly records = new Map<string, RecordFiles>();
  private count = 0;

  constructor(
    private readonly root: string,
    private readonly model: Model,
    private readonly problems: Problem[],
  ) {
    this.realRoot = realpathSync(root);
  }

  run(): FoundFiles {
    const folders = new Set<string>();
    for (const name of this.namesIn(this.root)) {
      const path = join(this.root, name);
      if (READABLE_ASIDES.includes(name) || !this.isInside(path)) continue;
      if (!statSync(path).isDirectory())
        this.tell('FILE_UNKNOWN', path, 'belongs to no record', 'move it into a folder');
      else if (this.model.kindOfFolder(name)) folders.add(name);
      else {
        const near = nearest(
          name,
          this.model.kinds.map(({ folder }) => folder),
        );
        const known = this.model.kinds.map(({ folder }) => folder).join(', ');
        this.tell('FOLDER_UNKNOWN', path, 'no such kind of record', near ? `did you mean ${near}?` : `one of ${known}`);
      }
    }
    for (const kind of this.model.kinds) if (folders.has(kind.folder)) this.findInFolder(kind);
    const records = [...this.records.values()];
    return { records, count: this.count };
  }

  private findInFolder(kind: Kind): void {
    for (const name of this.namesIn(join(this.root, kind.folder))) {
      const path = join(this.root, kind.folder, name);
      if (READABLE_ASIDES.includes(name)) continue;
      if (UNSAFE_NAME.test(name)) {
        this.tell(
          'FILE_NAME_UNSAFE',
          path,
          `${quoted(name)} is no name for a file`,
          'letters, digits and hyphens only',
        );
      } else if (this.isInside(path) && this.isRegular(path)) {
        this.sort(kind, name, path);
      }
    }
  }

  private sort(kind: Kind, name: string, path: string): void {
    const [, stem = '', locale = null, extension = ''] = /^(.*?)(?:\.([^.]*))?\.(yaml|md|csv)$/.exec(name) ?? [];
    if (extension === '' || (locale !== null && extension !== 'md')) {
      const tip = /\.ya?ml$/i.test(name)
        ? `name it ${name.replace(/\.ya?ml$/i, '.yaml')}`
        : 'records are .yaml, .md or .csv';
      this.tell('FILE_UNKNOWN', path, 'belongs to no record', tip);
      return;
    }
    if (!isSlug(stem)) {
      this.tell('SLUG_INVALID', path, `${quoted(stem)} is no slug`, 'lower-case letters, digits and single hyphens');
      return;
    }
    if (locale !== null && !this.model.locales.includes(locale)) {
      const tip = `one of ${this.model.locales.join(', ')}`;
      this.tell('LOCALE_UNKNOWN', path, `${quoted(locale)} is no language of this knowledge base`, tip);
      return;
    }
    this.count += 1;
    const files = this.filesOf(kind, stem);
    if (extension === 'yaml') files.yaml = path;
    else if (extension === 'csv') files.csv = path;
    else files.bodies.set(locale, path);
  }

  private filesOf(kind: Kind, slug: string): RecordFiles {
    const key = `${kind.folder}/${slug}`;
    const files = this.records.get(key) ?? { kind, slug, yaml: null, bodies: new Map(), csv: null };
    this.records.set(key, files);
    return files;
  }

  private namesIn(folder: string): string[] {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') || UNSAFE_NAME.test(name))
      .sort((a, b) => (a < b ? -1 : 1));
  }

  private isInside(path: string): boolean {
    let real: string;
    try {
      real = realpathSync(path);
    } catch {
      this.tell('FILE_UNREADABLE', path, 'leads nowhere', 'take the link away');
      return false;
    }
    if (real.startsWith(this.realRoot + sep)) return true;
    this.tell('FILE_OUTSIDE', path, 'leads out of the content folder', 'put the file itself here');
    return false;
  }

  private isRegular(path: string): boolean {
    const stat = statSync(path);
    if (stat.isFile()) return true;
    if (stat.isDirectory()) this.tell('FILE_UNKNOWN', path, 'a folder inside a folder', 'records lie side by side');
    else this.tell('FILE_IRREGULAR', path, 'is no file but a device, a pipe or a socket', 'take it away');
    return false;
  }

  private tell(code: Problem['code'], path: string, message: string, tip: string): void {
    const locate = () => ({ file: printable(path), line: 1, column: 1, source: null });
    new Report(null, locate, this.problems).add(code, [], message, tip);
  }
}
