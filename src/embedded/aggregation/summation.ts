import { Long } from 'bson';
import type { Numeric } from '../bson/numbers.js';
import { integerValue, isNumeric } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { doubleValue, isInt32 } from '../bson/values.js';

const INT = 0;
const LONG = 1;
const DOUBLE = 2;

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * Sums numbers, ignoring other values. A sum of doubles has a compensation term (Møller, Dekker; as in MongoDB), so
 * that 0.1 + 0.2 + 0.3 is 0.6, and sums of int64 are exact.
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
    const isLong = value instanceof Long;
    this.widest = Math.max(this.widest, isLong ? LONG : DOUBLE);
    if (!isLong) return this.addDouble(value.value);
    this.addDouble(value.low);
    this.addDouble(value.high * 4294967296 + (value.low < 0 ? 4294967296 : 0));
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

  /** The sum in the widest type of the numbers. */
  total(): Value {
    if (this.widest === DOUBLE) return doubleValue(this.double);
    const exact = BigInt(this.sum) + BigInt(this.rest);
    if (exact < LONG_MIN || exact > LONG_MAX) return doubleValue(this.double);
    return this.widest === LONG ? Long.fromBigInt(exact) : integerValue(exact);
  }
}
