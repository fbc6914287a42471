import type { Binary, BSONRegExp, Code, Double, ObjectId, Timestamp } from 'bson';
import { Decimal128, Long } from 'bson';
import { outerName } from './field-names.js';
import type { Doc, Value } from './values.js';
import { isInt32, Rank, rankOf } from './values.js';

/**
 * A value as MongoDB writes it in its messages: `{ a: 1, b: "x" }`.
 *
 * It tells int32 from double (`1` and `1.0`), but is no JSON: quotes within a text stay as they are.
 */
export function shellForm(value: Value): string {
  switch (rankOf(value)) {
    case Rank.Number:
      return numberForm(value as number);
    case Rank.String:
      return `"${String(value)}"`;
    case Rank.Object:
      return listed(
        Object.entries(value as Doc).map(([name, field]) => `${outerName(name)}: ${shellForm(field)}`),
        '{}',
      );
    case Rank.Array:
      return listed((value as Value[]).map(shellForm), '[]');
    case Rank.ObjectId:
      return `ObjectId('${(value as ObjectId).toHexString()}')`;
    case Rank.Date:
      return `new Date(${(value as Date).getTime()})`;
    case Rank.Binary:
      return binaryForm(value as Binary);
    case Rank.Timestamp:
      return `Timestamp(${(value as Timestamp).high >>> 0}, ${(value as Timestamp).low >>> 0})`;
    case Rank.Regex:
      return `/${(value as BSONRegExp).pattern}/${(value as BSONRegExp).options}`;
    case Rank.Code:
    case Rank.CodeWithScope:
      return (value as Code).code;
    default:
      return NAMES[rankOf(value)] ?? String(value);
  }
}

const NAMES: Readonly<Record<number, string>> = {
  [Rank.MinKey]: 'MinKey',
  [Rank.MaxKey]: 'MaxKey',
  [Rank.Undefined]: 'undefined',
};

function listed(items: readonly string[], brackets: string): string {
  return items.length === 0 ? brackets : `${brackets[0]} ${items.join(', ')} ${brackets[1]}`;
}

function numberForm(value: number | Double | Long | Decimal128): string {
  if (value instanceof Long || value instanceof Decimal128) return value.toString();
  if (typeof value === 'number' && isInt32(value)) return String(value);
  const double = Number(value);
  if (!Number.isFinite(double)) return Number.isNaN(double) ? 'nan' : double < 0 ? '-inf' : 'inf';
  if (!Number.isInteger(double)) return String(double);
  return Math.abs(double) < 1e16 ? double.toFixed(1) : double.toExponential();
}

/** MongoDB's UUIDs have a subtype of their own. */
function binaryForm(value: Binary): string {
  const hex = Buffer.from(value.value()).toString('hex');
  if (value.sub_type !== 4 || hex.length !== 32) return `BinData(${value.sub_type}, ${hex.toUpperCase()})`;
  return `UUID("${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}")`;
}
