import { Decimal128, Long } from 'bson';
import type { Decimal } from '../bson/decimal.js';
import { decimalFrom, decimalOfInteger, formDecimal } from '../bson/decimal.js';
import { addDecimals, divideDecimals } from '../bson/decimal-arithmetic.js';
import type { Numeric } from '../bson/numbers.js';
import { integerValue, isNumeric } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { doubleValue, isInt32 } from '../bson/values.js';

const INT = 0;
const LONG = 1;
const DOUBLE = 2;
const DECIMAL = 3;

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * The sum of numbers, and their mean.
 *
 * A sum of doubles is kept as two: the nearest double and what it lacks (Møller's and Dekker's sums, as MongoDB has
 * them), so that 0.1 + 0.2 + 0.3 is 0.6 and a sum of int64 is exact however far it went meanwhile. Decimals are added
 * apart. Whatever is not a number is passed over.
 */
export class Summation {
  private sum = 0;
  private rest = 0;
  /** The plain sum, for infinities, which the other two make NaN of. */
  private plain = 0;
  private decimals: Decimal | undefined;
  private widest = INT;
  private count = 0;

  add(value: Value | undefined): this {
    if (typeof value === 'number') {
      this.count++;
      if (this.widest < DOUBLE && !isInt32(value)) this.widest = DOUBLE;
      this.addDouble(value);
    } else if (isNumeric(value)) {
      this.count++;
      this.addOther(value);
    }
    return this;
  }

  private addOther(value: Exclude<Numeric, number>): void {
    if (value instanceof Decimal128) {
      this.widest = DECIMAL;
      this.decimals = addDecimals(this.decimals ?? decimalOfInteger(0n), decimalFrom(value));
      return;
    }
    const isLong = value instanceof Long;
    this.widest = Math.max(this.widest, isLong ? LONG : DOUBLE);
    if (!isLong) return this.addDouble(value.value);
    // each half is a double exactly
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

  private get decimal(): Decimal {
    const whole = decimalFrom(doubleValue(this.double), 34);
    const others = Number.isFinite(this.sum) ? addDecimals(whole, decimalFrom(doubleValue(this.rest), 34)) : whole;
    return addDecimals(this.decimals ?? decimalOfInteger(0n), others);
  }

  /** The sum in the widest type among the numbers; 0 when there was none. */
  total(): Value {
    if (this.widest === DECIMAL) return formDecimal(this.decimal);
    if (this.widest === DOUBLE) return doubleValue(this.double);
    const exact = BigInt(this.sum) + BigInt(this.rest);
    if (exact < LONG_MIN || exact > LONG_MAX) return doubleValue(this.double);
    return this.widest === LONG ? Long.fromBigInt(exact) : integerValue(exact);
  }

  /** The mean, a decimal when one of the numbers is one, else a double; null when there was none. */
  mean(): Value {
    if (this.count === 0) return null;
    if (this.widest !== DECIMAL) return doubleValue(this.double / this.count);
    return formDecimal(divideDecimals(this.decimal, decimalOfInteger(BigInt(this.count))));
  }
}
