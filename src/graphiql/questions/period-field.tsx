import { useSettings } from '../common/settings.js';
import type { FieldProps } from './field-props.js';

const MAX_YEARS = 80;

/** Text field for a period. Suggests years with figures. */
export function PeriodField({ id, input: { covers, isRequired }, value, change }: FieldProps) {
  const { messages, format } = useSettings();
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
        {from !== null && to !== null && messages.form.covers({ from: format.period(from), to: format.period(to) })}
      </small>
    </>
  );
}

/** Returns the years between two periods, latest first. */
function yearsBetween(from: string, to: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.min(MAX_YEARS, last - first + 1) }, (_, index) => last - index);
}
