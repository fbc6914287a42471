import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describeSystemError } from '../errors.js';
import { folderKey, isSlug } from '../model/entry-key.js';
import type { Kind, Model } from '../model/model.js';
import { suggestionTip } from '../model/closest-match.js';
import { isPartialDate } from '../records/partial-date.js';
import { type Problem, Report } from '../records/problem.js';
import { nameKey, escapeControlCharacters, quoteText } from '../records/message-text.js';

/** Paths of the files of a record. */
export interface RecordFiles {
  kind: Kind;
  slug: string;
  /** Path of the YAML file; null if only other files with this name exist. */
  yaml: string | null;
  /** YAML files of the record in later folders, which override it by field. */
  overrides: readonly string[];
  /** Markdown files by locale. The key is null for the file without a locale. */
  bodies: Map<string | null, string>;
  csv: string | null;
  /** CSV files of earlier editions, by date. */
  editions: Map<string, string>;
  recipe: string | null;
  /** Separate files of the draft, named `<slug>.draft.yaml`. They have no figures and no recipe. */
  draft: RecordFiles | null;
}

export interface FoundFiles {
  records: readonly RecordFiles[];
  /** Number of files that belong to records. */
  count: number;
}

/** Documentation files that are allowed among records. */
const DOCUMENTATION_FILES = ['README.md'];

/** Temporary files of editors and operating systems. */
const TEMPORARY_FILE = /~$|^~\$|^#.*#$|^(?:Thumbs\.db|desktop\.ini|4913)$/i;

/** Characters of file names that could refer to another folder or cannot be displayed. */
const UNSAFE_NAME = /[\u0000-\u001f\u007f\\%:]|\.\.|\ufffd/;

/**
 * Finds the files of records, by kind as in the model, then by name. Accepts only regular files inside the folder,
 * after resolving links. Skips names that start with a dot.
 */
export function findFiles(root: string, model: Model, problems: Problem[]): FoundFiles {
  return new FileFinder(root, model, problems).run();
}

/** Merges the files of several folders by record. Later folders override fields, texts, figures and recipes. */
export function mergeFoundFiles(found: readonly FoundFiles[]): FoundFiles {
  const records = new Map<string, RecordFiles>();
  for (const laterFiles of found.flatMap(({ records: files }) => files)) {
    const key = folderKey(laterFiles.kind, laterFiles.slug);
    const earlierFiles = records.get(key);
    records.set(key, earlierFiles ? override(earlierFiles, laterFiles) : laterFiles);
  }
  const count = found.reduce((sum, folder) => sum + folder.count, 0);
  return { records: [...records.values()].toSorted(byKindThenName(found)), count };
}

/** Returns a comparator that orders records by kind as found, then by name. */
function byKindThenName(found: readonly FoundFiles[]): (one: RecordFiles, other: RecordFiles) => number {
  const kinds = [...new Set(found.flatMap(({ records }) => records.map(({ kind }) => kind)))];
  return (one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.slug < other.slug ? -1 : 1);
}

function override(earlier: RecordFiles, later: RecordFiles): RecordFiles {
  const addedOverrides = later.yaml === null || earlier.yaml === null ? [] : [later.yaml];
  return {
    ...later,
    yaml: earlier.yaml ?? later.yaml,
    overrides: [...earlier.overrides, ...addedOverrides],
    bodies: new Map([...earlier.bodies, ...later.bodies]),
    csv: later.csv ?? earlier.csv,
    editions: new Map([...earlier.editions, ...later.editions]),
    recipe: later.recipe ?? earlier.recipe,
    draft: later.draft ?? earlier.draft,
  };
}

class FileFinder {
  private readonly realRoot: string;
  private readonly records = new Map<string, RecordFiles>();
  private count = 0;
  /** File names in the current folder. */
  private fileNames: ReadonlySet<string> = new Set();

  constructor(
    private readonly root: string,
    private readonly model: Model,
    private readonly problems: Problem[],
  ) {
    this.realRoot = realpathSync(root);
  }

  run(): FoundFiles {
    const folders = new Set<string>();
    for (const entry of this.listFolder(this.root)) {
      const path = join(this.root, entry.name);
      if (isIgnored(entry.name)) continue;
      const type = this.readType(entry, path);
      if (type === null) continue;
      if (!type.isDirectory()) this.report('FILE_UNKNOWN', path, 'does not belong to a record', this.folderTip());
      else if (this.model.kindOfFolder(entry.name)) folders.add(entry.name);
      else {
        const folderNames = this.model.kinds.map(({ folder }) => folder);
        const tip = suggestionTip(entry.name, folderNames, `one of ${folderNames.join(', ')}`);
        this.report('FOLDER_UNKNOWN', path, 'unknown folder', tip);
      }
    }
    for (const kind of this.model.kinds) if (folders.has(kind.folder)) this.findInFolder(kind);
    return { records: [...this.records.values()], count: this.count };
  }

  /** Returns a tip that names the first folders of records. */
  private folderTip(): string {
    const folders = this.model.kinds.slice(0, 3).map(({ folder }) => `${folder}/`);
    return `move it into ${folders.join(', ')} or another folder of records`;
  }

  private findInFolder(kind: Kind): void {
    const entries = this.listFolder(join(this.root, kind.folder));
    this.fileNames = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      const { name } = entry;
      const path = join(this.root, kind.folder, name);
      if (isIgnored(name)) continue;
      if (UNSAFE_NAME.test(name)) {
        this.report(
          'FILE_NAME_UNSAFE',
          path,
          `${quoteText(name)} is not a valid file name`,
          'letters, digits and hyphens only',
        );
        continue;
      }
      const type = this.readType(entry, path);
      if (type?.isFile()) this.addFile(kind, name, path);
      else if (type?.isDirectory()) {
        this.report('FILE_UNKNOWN', path, 'folders cannot be nested', 'move its files one level up');
      } else if (type !== null) {
        this.report('FILE_IRREGULAR', path, 'is a device, a pipe or a socket, not a file', 'remove it');
      }
    }
  }

  private addFile(kind: Kind, name: string, path: string, isDraft = false): void {
    const [, beforeDraft, afterDraft] = /^(.+)\.draft((?:\.[a-z]{2})?\.(?:yaml|md))$/.exec(name) ?? [];
    if (beforeDraft !== undefined && !isDraft) return this.addFile(kind, beforeDraft + afterDraft, path, true);
    const [, stem = '', locale = null, extension = ''] = /^(.*?)(?:\.([^.]*))?\.(yaml|md|csv)$/.exec(name) ?? [];
    const isRecipe = locale === 'recipe' && extension === 'yaml';
    const isEdition = locale !== null && extension === 'csv' && /^\d/.test(locale);
    if (extension === '' || (locale !== null && extension !== 'md' && !isRecipe && !isEdition)) {
      this.report('FILE_UNKNOWN', path, 'does not belong to a record', this.unknownTip(name, locale));
      return;
    }
    if (!isSlug(stem)) {
      this.report(
        'SLUG_INVALID',
        path,
        `${quoteText(stem)} is not a valid slug`,
        this.slugTip(stem, name.slice(stem.length)),
      );
      return;
    }
    if (isEdition && !isPartialDate(locale)) {
      this.report('DATE_INVALID', path, `${quoteText(locale)} is not a date`, `name it as in ${stem}.2024-06-18.csv`);
      return;
    }
    if (locale !== null && !isRecipe && !isEdition && !this.model.locales.includes(locale)) {
      const isWritten = this.model.locales.includes(locale.toLowerCase());
      const tip = isWritten
        ? this.nameTip(`${stem}.${locale.toLowerCase()}.md`)
        : `one of ${this.model.locales.join(', ')}`;
      this.report('LOCALE_UNKNOWN', path, `${quoteText(locale)} is not a language of this knowledge base`, tip);
      return;
    }
    this.count += 1;
    const record = this.filesOf(kind, stem);
    if (isDraft) record.draft ??= noFiles(kind, stem);
    const files = isDraft ? record.draft! : record;
    if (isRecipe) files.recipe = path;
    else if (isEdition) files.editions.set(locale, path);
    else if (extension === 'yaml') files.yaml = path;
    else if (extension === 'csv') files.csv = path;
    else files.bodies.set(locale, path);
  }

  /** Returns a tip for a file with an unknown extension or an extra part in its name. */
  private unknownTip(name: string, locale: string | null): string {
    const [, baseName = '', ending = ''] = /^(.*?)\.(ya?ml|md|csv)(?:\.txt)?$/i.exec(name) ?? [];
    const suggestedName = `${baseName}.${ending.toLowerCase().replace('yml', 'yaml')}`;
    if (baseName !== '' && suggestedName !== name) return this.nameTip(suggestedName);
    if (/\.(?:xlsx?|ods)$/i.test(name)) return 'save its sheet as CSV, or import it with npx signpost import';
    if (locale === null) return 'records are .yaml, .md or .csv';
    const stem = baseName.slice(0, -locale.length - 1);
    if (this.model.locales.includes(locale)) return `write its texts into ${stem}.yaml, each below its ${locale}:`;
    return this.slugTip(baseName, `.${ending}`);
  }

  private slugTip(stem: string, ending: string): string {
    const [, text, locale = ''] = /^(.*)[_ ]([a-z]{2})$/i.exec(stem) ?? [];
    const isText = ending === '.md' && this.model.locales.includes(locale.toLowerCase());
    if (isText && this.fileNames.has(`${text}.yaml`)) return this.nameTip(`${text}.${locale.toLowerCase()}.md`);
    const slug = nameKey(stem);
    return isSlug(slug) ? this.nameTip(`${slug}${ending}`) : 'use lower-case letters and digits';
  }

  private nameTip(name: string): string {
    return this.fileNames.has(name) ? `${name} already exists: keep one of the two` : `name it ${name}`;
  }

  private filesOf(kind: Kind, slug: string): RecordFiles {
    const key = folderKey(kind, slug);
    const files = this.records.get(key) ?? noFiles(kind, slug);
    this.records.set(key, files);
    return files;
  }

  /** Returns the type of a file after resolving links. Null, with a problem, if the link is broken or leads outside. */
  private readType(entry: Dirent, path: string): Pick<Dirent, 'isFile' | 'isDirectory'> | null {
    if (!entry.isSymbolicLink()) return entry;
    let realPath: string;
    try {
      realPath = realpathSync(path);
    } catch {
      this.report('FILE_UNREADABLE', path, 'is a broken link', 'remove the link');
      return null;
    }
    if (realPath.startsWith(this.realRoot + sep)) return statSync(realPath);
    this.report('FILE_OUTSIDE', path, 'points outside the content folder', 'put the file itself here');
    return null;
  }

  /** Returns the entries of a folder, sorted. Skips names that start with a dot. */
  private listFolder(folder: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter(({ name }) => !name.startsWith('.') || UNSAFE_NAME.test(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      // An unreadable folder must not be treated as empty.
      this.report(
        'FILE_UNREADABLE',
        folder,
        `cannot be read: ${describeSystemError(error)}`,
        'try again when it can be read',
      );
      return [];
    }
  }

  private report(code: Problem['code'], path: string, message: string, tip: string): void {
    const locate = () => ({ file: escapeControlCharacters(path), line: 1, column: 1, source: null });
    new Report(null, locate, this.problems).add(code, [], message, tip);
  }
}

function noFiles(kind: Kind, slug: string): RecordFiles {
  return {
    kind,
    slug,
    yaml: null,
    overrides: [],
    bodies: new Map(),
    csv: null,
    editions: new Map(),
    recipe: null,
    draft: null,
  };
}

function isIgnored(name: string): boolean {
  return DOCUMENTATION_FILES.includes(name) || TEMPORARY_FILE.test(name);
}
