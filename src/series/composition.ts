import type { MembershipSpan } from './areas-together.js';
import { groupTotal, membersAt } from './areas-together.js';
import type { Cell, Cells, Measured } from './cell.js';
import { noCell } from './cell.js';
import { parseFrequency, listSubperiods } from './period.js';
import { coarser } from './frequency.js';

/** The figures of a group for two periods, made of those of the countries that belonged to it at both. */
export interface LikeForLike {
  from: Cell;
  to: Cell;
  /** Codes, in the order of the members. */
  countries: readonly string[];
}

/** A group whose members are dated, with the figures of its countries. */
export class Composition {
  /**
   * @param cells of the countries as reported, by code
   * @param measured the indicator, in its own frequency
   */
  constructor(
    private readonly members: readonly MembershipSpan[],
    private readonly cells: ReadonlyMap<string, Cells>,
    private readonly measured: Measured,
  ) {}

  /** Whether the countries that belong to the group at some part of two periods are not the same at all of them. */
  changes(one: string, other: string): boolean {
    const [first, ...others] = this.readMembers(one, other).map((codes) => [...codes].sort().join());
    return others.some((codes) => codes !== first);
  }

  /** The figures of two periods for the same countries; null where they cannot be added or there are none. */
  likeForLike(from: string, to: string): LikeForLike | null {
    if (this.measured.measure === 'RATE') return null;
    const [first, ...others] = this.readMembers(from, to);
    const countries = first!.filter((code) => others.every((codes) => codes.includes(code)));
    const lasting = countries.map((country) => ({ country, from: null, to: null }));
    const cells = new Map(countries.flatMap((code) => (this.cells.has(code) ? [[code, this.cells.get(code)!]] : [])));
    const total = groupTotal(cells, lasting, this.measured, null);
    const at = (period: string) => this.brought(total, period) ?? noCell(period);
    return cells.size === 0 ? null : { from: at(from), to: at(to), countries };
  }

  private brought(total: Cells, period: string): Cell | undefined {
    const parts = new Set(listSubperiods(period, this.measured.frequency));
    const inside = total.filter((cell) => parts.has(cell.period));
    return coarser(inside, this.measured, parseFrequency(period))[0];
  }

  private readMembers(one: string, other: string): string[][] {
    const parts = [one, other].flatMap((period) => listSubperiods(period, this.measured.frequency));
    return parts.map((period) => membersAt(this.members, period));
  }
}
