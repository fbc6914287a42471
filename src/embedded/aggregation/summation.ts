import { Long } from 'bson';
import type { Numeric } from '../bson/numbers.js';
import { integerValue, isNumeric, toDouble } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { doubleValue, isInt32 } from '../bson/values.js';

const INT = 0;
const LONG = 1;
const DOUBLE = 2;

/**
 * Sums numbers, ignoring other values. A sum of doubles has a compensation term (Møller, Dekker; as in MongoDB), so
 * that 0.1 + 0.2 + 0.3 is 0.6.
 */
export class Summation {
  private sum = 0;
  private rest = 0;
  /** The plain sum, for infinities, of which the others make NaN. */
  private plain = 0;
  private widest = INT;

  add(value: Value | undefined): this {
    if (typeof value === 'number') {
      if (this.widest < DOUBLE && !isInt32(value)) this.widest = DOUBLE;
      this.addDouble(value);
    } else if (isNumeric(value)) {
      this.addOther(value);
    }
    return this;
  }

  private addOther(value: Exclude<Numeric, number>): void {
    this.widest = Math.max(this.widest, value instanceof Long ? LONG : DOUBLE);
    this.addDouble(toDouble(value));
  }

  private addDouble(added: number): void {
    this.plain += added;
    const small = added + this.rest;
    const lost = this.rest - (small - added);
    const sum = this.sum + small;
    const before = sum - small;
    this.rest = lost + (this.sum - before + (small - (sum - before)));
    this.sum = sum;
  }

  private get double(): number {
    return Number.isNaN(this.sum) ? this.plain : this.sum;
  }

  /** The sum in the widest type of the numbers, or as a double beyond safe integers. */
  total(): Value {
    if (this.widest === DOUBLE || !Number.isSafeInteger(this.sum)) return doubleValue(this.double);
    return this.widest === LONG ? Long.fromNumber(this.sum) : integerValue(this.sum);
  }
}
