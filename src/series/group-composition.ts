import { groupTotal, membersAt, type MembershipSpan } from './group-totals.js';
import { type Cells, emptyCell, type MeasureProperties, type SeriesCell } from './series-cell.js';
import { frequencyOfPeriod, listSubperiods } from './period.js';
import { downsample } from './resample.js';

/** Figures of a group in two periods, summed from the countries that were members in both. */
export interface LikeForLike {
  from: SeriesCell;
  to: SeriesCell;
  /** Country codes, in order of the members. */
  countries: readonly string[];
}

/** A group whose membership changes, and the figures of its members. */
export class GroupComposition {
  /** @param cells reported figures by country code @param properties those of the indicator as reported */
  constructor(
    private readonly members: readonly MembershipSpan[],
    private readonly cells: ReadonlyMap<string, Cells>,
    private readonly properties: MeasureProperties,
  ) {}

  /** Whether the members differ at the end of any subperiod of the two periods. */
  membershipChanges(a: string, b: string): boolean {
    const [first, ...others] = this.listMembers(a, b).map((codes) => [...codes].sort().join());
    return others.some((codes) => codes !== first);
  }

  /** Returns like-for-like figures. Null if the measure cannot be summed, or if no country was a member throughout. */
  likeForLike(from: string, to: string): LikeForLike | null {
    if (this.properties.measure === 'RATE') return null;
    const [first, ...otherMembers] = this.listMembers(from, to);
    const countries = first!.filter((code) => otherMembers.every((codes) => codes.includes(code)));
    const fixedMembers = countries.map((country) => ({ country, from: null, to: null }));
    const cells = new Map(countries.flatMap((code) => (this.cells.has(code) ? [[code, this.cells.get(code)!]] : [])));
    const total = groupTotal(cells, fixedMembers, this.properties, null);
    const cellAt = (period: string) => this.downsampleTo(total, period) ?? emptyCell(period);
    return cells.size === 0 ? null : { from: cellAt(from), to: cellAt(to), countries };
  }

  private downsampleTo(total: Cells, period: string): SeriesCell | undefined {
    const subperiods = new Set(listSubperiods(period, this.properties.frequency));
    const inside = total.filter((cell) => subperiods.has(cell.period));
    return downsample(inside, this.properties, frequencyOfPeriod(period))[0];
  }

  private listMembers(a: string, b: string): string[][] {
    const subperiods = [a, b].flatMap((period) => listSubperiods(period, this.properties.frequency));
    return subperiods.map((period) => membersAt(this.members, period));
  }
}
