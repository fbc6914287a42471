import { Binary } from 'bson';
import { isNumeric } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { readInteger, wholeInt64 } from '../bson/int64.js';
import type { Test } from './predicates.js';

const bad = (message: string) => new CommandError('BadValue', message);

/**
 * `$bitsAllSet`, `$bitsAnySet`, `$bitsAllClear`, `$bitsAnyClear`: on whole numbers of 64 bits and on binary data.
 *
 * @throws CommandError BadValue, FailedToParse  the operand is no list of positions, mask or binary mask
 */
export function hasBits(operator: string, operand: Value): Test {
  const positions = bitPositions(operator, operand);
  const wanted = operator.endsWith('Set');
  const all = operator.startsWith('$bitsAll');
  return (value) => {
    const isSet = bitReader(value);
    if (!isSet) return false;
    return all ? positions.every((at) => isSet(at) === wanted) : positions.some((at) => isSet(at) === wanted);
  };
}

function bitPositions(operator: string, operand: Value): number[] {
  if (Array.isArray(operand)) return operand.map(bitPosition);
  if (operand instanceof Binary) return setBits(operand.position * 8, readerOfBytes(operand.value()));
  if (!isNumeric(operand)) throw bad(`${operator} takes an Array, a number, or a BinData`);
  const mask = readInteger(operator, operand, { least: 0n });
  if (typeof mask === 'string') throw new CommandError('FailedToParse', mask);
  return setBits(64, readerOfInt64(mask));
}

function bitPosition(item: Value, i: number): number {
  const position = readInteger(String(i), item, { least: 0n, most: 2n ** 31n - 1n });
  if (typeof position === 'string') throw bad(`Failed to parse bit position. ${position}`);
  return Number(position);
}

/** The places up to but without `end` at which a bit is set. */
function setBits(end: number, isSet: (at: number) => boolean): number[] {
  const positions: number[] = [];
  for (let at = 0; at < end; at++) if (isSet(at)) positions.push(at);
  return positions;
}

/** Tells of each bit of a value whether it is set; nothing when the value has no bits. */
function bitReader(value: Value | undefined): ((at: number) => boolean) | undefined {
  if (value instanceof Binary) return readerOfBytes(value.value());
  const whole = wholeInt64(value);
  return whole === undefined ? undefined : readerOfInt64(whole);
}

/** From the lowest byte up; what is beyond the end is clear. */
const readerOfBytes = (bytes: Uint8Array) => (at: number) => (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;

/** The sign goes on for ever. */
const readerOfInt64 = (whole: bigint) => (at: number) => ((whole >> BigInt(Math.min(at, 63))) & 1n) === 1n;
