import { datasetError } from './dataset-error.js';
import { cellText, type RowBatch, type SourceTable } from './table.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** Maximum number of cells of a data set; checked before any are read. */
const MAX_CELLS = 5_000_000;

/** Whether a JSON value is a JSON-stat data set or collection. */
export function isJsonStat(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value['class'] === 'dataset' || value['class'] === 'collection' || isBareSet(value)) return true;
  return Object.values(value).some((member) => isObject(member) && isObject(member['dimension']) && 'value' in member);
}

/**
 * Converts JSON-stat data sets to tables. Each dimension has two columns (code and label), followed by `value` and
 * `status`. @throws AppError DATASET_INVALID
 */
export function jsonStatTables(value: unknown): SourceTable[] {
  const root = value as JsonObject;
  if (root['class'] === 'dataset' || isBareSet(root)) return [makeTable(null, root)];
  if (root['class'] === 'collection') {
    const link = isObject(root['link']) ? root['link']['item'] : undefined;
    const items = (Array.isArray(link) ? link : []).filter((item) => isObject(item)).filter((item) => 'value' in item);
    if (items.length === 0)
      throw datasetError('The collection contains only references to data sets; download one of them.');
    return items.map((item, index) =>
      makeTable(typeof item['label'] === 'string' ? item['label'] : String(index + 1), item),
    );
  }
  const sets = Object.entries(root).flatMap(([name, set]) =>
    isObject(set) && isObject(set['dimension']) ? [{ name, set }] : [],
  );
  return sets.map(({ name, set }) => makeTable(sets.length === 1 ? null : name, set));
}

/** Whether an object is a data set in Eurostat's version of JSON-stat 1, which has neither a name nor a class. */
function isBareSet(value: JsonObject): boolean {
  return isObject(value['dimension']) && isObject(value['value'] ?? null);
}

interface Dimension {
  id: string;
  label: string;
  codes: string[];
  labels: string[];
}

function makeTable(name: string | null, set: JsonObject): SourceTable {
  const dimensionSet = set['dimension'];
  if (!isObject(dimensionSet)) throw datasetError('The JSON-stat data set has no dimensions.');
  // In version 1, `id`, `size` and `role` are properties of `dimension`.
  const ids = set['id'] ?? dimensionSet['id'];
  const sizes = set['size'] ?? dimensionSet['size'];
  const roles = set['role'] ?? dimensionSet['role'];
  if (!Array.isArray(ids) || !Array.isArray(sizes) || ids.length !== sizes.length || ids.length > 100) {
    throw datasetError('The JSON-stat data set lacks the sizes of its dimensions.');
  }
  const lengths = sizes.map(readSize);
  let cellCount = 1;
  for (const length of lengths) {
    cellCount *= length;
    if (cellCount > MAX_CELLS) throw datasetError(`The JSON-stat data set has more than ${MAX_CELLS} cells.`);
  }
  const dimensions = ids.map((id, index) => readDimension(String(id), dimensionSet, lengths[index]!));
  checkIndexes('value', set['value'], cellCount);
  if (typeof set['status'] === 'object') checkIndexes('status', set['status'], cellCount);
  const findRoleId = (key: string) => {
    const roleIds: unknown = isObject(roles) ? roles[key] : undefined;
    if (typeof roleIds === 'string') return roleIds;
    return Array.isArray(roleIds) && roleIds.length === 1 ? String(roleIds[0]) : undefined;
  };
  const [time, geo, updated] = [findRoleId('time'), findRoleId('geo'), set['updated']];
  return {
    name,
    form: 'JSON_STAT',
    text: null,
    metadata: {
      ...(time && { time }),
      ...(geo && { geo }),
      ...(typeof updated === 'string' && { updated }),
      ...(typeof set['source'] === 'string' && { source: set['source'] }),
    },
    read: () => readRows(set, dimensions, cellCount),
  };
}

/** Parses the number of codes of a dimension, which is a string in JSON-stat 1. @throws AppError DATASET_INVALID */
function readSize(size: unknown): number {
  const length = readInteger(size);
  if (length === null || length < 1) throw datasetError(`"${cellText(size)}" is not a valid dimension size.`);
  return length;
}

function readInteger(value: unknown): number | null {
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  return Number.isInteger(value) ? (value as number) : null;
}

function readDimension(id: string, described: JsonObject, size: number): Dimension {
  const dimension = Object.hasOwn(described, id) ? described[id] : undefined;
  const category: unknown = isObject(dimension) ? dimension['category'] : undefined;
  if (!isObject(dimension) || !isObject(category)) throw datasetError(`The dimension "${id}" has no description.`);
  const labels = isObject(category['label']) ? category['label'] : {};
  const codes = readCodes(category['index'], labels);
  if (codes.length !== size || codes.includes(undefined as never) || new Set(codes).size !== size) {
    throw datasetError(`The dimension "${id}" does not have ${size} codes, as its size states.`);
  }
  const label = typeof dimension['label'] === 'string' ? dimension['label'] : id;
  const findLabel = (code: string) => (Object.hasOwn(labels, code) ? String(labels[code]) : code);
  return { id, label, codes, labels: codes.map(findLabel) };
}

function readCodes(index: unknown, labels: JsonObject): string[] {
  if (Array.isArray(index)) return index.map(String);
  // A dimension with one code may lack the index, so the codes are read from its labels.
  if (!isObject(index)) return Object.keys(labels);
  const codes: string[] = [];
  const { length } = Object.keys(index);
  for (const [code, position] of Object.entries(index)) {
    const index = readInteger(position);
    if (index === null || index < 0 || index >= length) return [];
    codes[index] = code;
  }
  return Array.from(codes);
}

function checkIndexes(label: string, values: unknown, cells: number): void {
  if (Array.isArray(values)) {
    if (values.length > cells) throw datasetError(`There are ${values.length} ${label} entries for ${cells} cells.`);
    if (label === 'value' && values.length < cells)
      throw datasetError('There are fewer values than cells; the file may be truncated.');
    return;
  }
  if (!isObject(values)) throw datasetError(`The JSON-stat data set has no ${label} list.`);
  const invalidKey = Object.keys(values).find((key) => !/^\d+$/.test(key) || Number(key) >= cells);
  if (invalidKey !== undefined) throw datasetError(`"${invalidKey.slice(0, 60)}" is not a cell index of the data set.`);
}

async function* readRows(set: JsonObject, dimensions: readonly Dimension[], cells: number): AsyncGenerator<RowBatch> {
  yield { rows: [[...dimensions.flatMap(({ id, label }) => [id, label]), 'value', 'status']], numbers: [0] };
  const values = set['value'] as JsonObject;
  const statuses = set['status'];
  const positions = dimensions.map(() => 0);
  let batch: { rows: string[][]; numbers: number[] } = { rows: [], numbers: [] };
  for (let cellIndex = 0; cellIndex < cells; cellIndex += 1) {
    const row = dimensions.flatMap(({ codes, labels }, index) => [
      codes[positions[index]!]!,
      labels[positions[index]!]!,
    ]);
    row.push(
      cellText(values[cellIndex]),
      // Version 1 of Eurostat prefixes flags with the mark of a missing value, as in ":c". The prefix is removed.
      (typeof statuses === 'string' ? statuses : cellText((statuses as JsonObject)?.[cellIndex])).replace(/^:/, ''),
    );
    batch.rows.push(row);
    batch.numbers.push(cellIndex + 1);
    if (batch.rows.length === 1_000) {
      yield batch;
      batch = { rows: [], numbers: [] };
    }
    // The last dimension varies fastest.
    for (let index = dimensions.length - 1; index >= 0; index -= 1) {
      positions[index]! += 1;
      if (positions[index]! < dimensions[index]!.codes.length) break;
      positions[index] = 0;
    }
  }
  yield batch;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
