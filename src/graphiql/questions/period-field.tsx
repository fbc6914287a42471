import { useSetting } from '../common/setting.js';
import type { FieldProps } from './field-props.js';

/** More years than this are not proposed. */
const MOST_YEARS = 80;

/** The field of a period: typed in, with the years proposed for which there are figures. */
export function PeriodField({ id, input: { covers, isRequired }, value, change }: FieldProps) {
  const { words, writing } = useSetting();
  const [from, to] = [covers?.from ?? null, covers?.to ?? null];
  const years = from === null || to === null ? [] : yearsBetween(from, to);
  return (
    <>
      <input
        id={id}
        type="text"
        list={`${id}-list`}
        autoComplete="off"
        placeholder={to ?? undefined}
        value={value[0] ?? ''}
        aria-describedby={`${id}-hint`}
        aria-required={isRequired}
        onChange={({ target }) => change([target.value.trim()])}
      />
      <datalist id={`${id}-list`}>
        {years.map((year) => (
          <option key={year} value={year} />
        ))}
      </datalist>
      <small id={`${id}-hint`} className="soft">
        {from !== null && to !== null && words.form.covers({ from: writing.period(from), to: writing.period(to) })}
      </small>
    </>
  );
}

/** The years of two periods and between them, the newest first. */
function yearsBetween(from: string, to: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.min(MOST_YEARS, last - first + 1) }, (_, at) => last - at);
}
