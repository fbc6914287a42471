import { posix } from 'node:path';
import { datasetError } from './dataset-error.js';
import { sheetRows } from './sheet-rows.js';
import type { SourceTable } from './table.js';
import { readWholeXml } from './xml-stream.js';
import type { ZipArchive } from './zip-archive.js';
import { formatDay } from '../model/iso-date.js';

const DAY_MS = 86_400_000;
/** Ids of the built-in number formats that show dates. */
const DATE_FORMAT_IDS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Maximum total length of shared strings, in characters. */
const MAX_SHARED_STRINGS_LENGTH = 32 * 1024 ** 2;

/** Whether an archive is an XLSX workbook. */
export function isWorkbook(archive: ZipArchive): boolean {
  return archive.has('[Content_Types].xml') && archive.has('_rels/.rels');
}

/** Returns the sheets in order. Formulas are not evaluated. @throws AppError DATASET_INVALID */
export async function readSheets(archive: ZipArchive): Promise<SourceTable[]> {
  const root = await readRelations(archive, '_rels/.rels');
  const path = root.find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined || !archive.has(path)) throw datasetError('The archive is not a workbook of the XLSX format.');
  const parts = await readRelations(archive, posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`));
  const { sheets, from1904: startsIn1904 } = await readSheetList(archive, path);
  const findPart = (type: string) =>
    parts.find((relation) => relation.type === type && archive.has(relation.target))?.target;
  const stylesPath = findPart('styles');
  const dateStyles = stylesPath === undefined ? new Set<number>() : await readDateStyles(archive.member(stylesPath));
  const sharedStrings = new SharedStrings(archive, findPart('sharedStrings'));
  return sheets.map(({ name, id }) => {
    const target = parts.find((relation) => relation.id === id)?.target;
    if (target === undefined || !archive.has(target))
      throw datasetError(`The workbook has no data for its sheet "${name}".`);
    return {
      name,
      form: 'SHEET',
      text: null,
      read: async function* () {
        const texts = await sharedStrings.read();
        const day = (serial: number) => dayOfSerial(serial, startsIn1904);
        yield* sheetRows(archive.member(target), { texts, dateStyles, day });
      },
    };
  });
}

interface WorkbookRelation {
  id: string;
  /** Type of the related part: the last segment of its URI, such as `worksheet`. */
  type: string;
  target: string;
}

async function readRelations(archive: ZipArchive, path: string): Promise<WorkbookRelation[]> {
  const relations: WorkbookRelation[] = [];
  const base = posix.join(posix.dirname(path), '..');
  await readWholeXml(archive.member(path), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Type === undefined || Target === undefined) return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      // All parts of the workbook, except targets of hyperlinks, must be in the archive.
      if (TargetMode === 'External') {
        if (type !== 'hyperlink') throw datasetError(`The ${type} of the workbook is in another file ("${Target}").`);
        return;
      }
      relations.push({ id: Id, type, target: Target.startsWith('/') ? Target.slice(1) : posix.join(base, Target) });
    },
  });
  return relations;
}

async function readSheetList(archive: ZipArchive, path: string) {
  const sheets: { name: string; id: string }[] = [];
  let startsIn1904 = false;
  await readWholeXml(archive.member(path), {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && id !== undefined) sheets.push({ name: attributes['name'] ?? '', id });
    },
  });
  return { sheets, from1904: startsIn1904 };
}

/** Shared strings of a workbook, read lazily. */
class SharedStrings {
  private texts: string[] | null = null;

  constructor(
    private readonly archive: ZipArchive,
    private readonly path: string | undefined,
  ) {}

  async read(): Promise<readonly string[]> {
    if (this.texts !== null || this.path === undefined) return (this.texts ??= []);
    const texts: string[] = [];
    let [current, size, isText, inPhonetics] = ['', 0, false, false];
    await readWholeXml(this.archive.member(this.path), {
      open(name) {
        if (name === 'si') current = '';
        else if (name === 't') isText = !inPhonetics;
        else if (name === 'rPh') inPhonetics = true;
      },
      text(text) {
        if (isText) current += text;
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'rPh') inPhonetics = false;
        else if (name === 'si') {
          size += current.length;
          if (size > MAX_SHARED_STRINGS_LENGTH)
            throw datasetError(`The texts of the workbook have more than ${MAX_SHARED_STRINGS_LENGTH} characters.`);
          texts.push(current);
        }
      },
    });
    return (this.texts = texts);
  }
}

/** Returns the indexes of cell styles that format dates. */
async function readDateStyles(styles: AsyncIterable<Buffer>): Promise<Set<number>> {
  const customFormats = new Set<number>();
  const dateStyles = new Set<number>();
  let isInsideCells = false;
  let styleIndex = 0;
  await readWholeXml(styles, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && isDateFormat(formatCode ?? '')) customFormats.add(Number(numFmtId));
      else if (name === 'cellXfs') isInsideCells = true;
      else if (name === 'xf' && isInsideCells) {
        const id = Number(numFmtId);
        if (DATE_FORMAT_IDS.has(id) || customFormats.has(id)) dateStyles.add(styleIndex);
        styleIndex += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') isInsideCells = false;
    },
  });
  return dateStyles;
}

/** Converts an Excel date serial number to YYYY-MM-DD; null if it is out of range. */
function dayOfSerial(serial: number, startsIn1904: boolean): string | null {
  if (!(serial >= 1) || serial > 2_958_465) return null;
  // In the 1900 system, day 60 is a nonexistent 29 February.
  const days = startsIn1904 ? serial + 1462 : serial > 60 ? serial : serial + 1;
  return formatDay(new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY_MS));
}

function isDateFormat(format: string): boolean {
  return /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}
