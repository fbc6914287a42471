/** Number format of a table. */
export interface NumberFormat {
  decimal: '.' | ',';
  /** Allowed thousands separators; empty for none. A number uses only one of them. */
  thousands: string;
  /** Whether a mapping file sets the format of this table. */
  isStated?: boolean;
}

export interface NumberParseError {
  fault: string;
}

const PLAIN_NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * Parses a number with an optional minus, decimals and exponent. Rejects plus signs, percent signs, incomplete
 * thousands groups and numbers above the largest safe integer.
 */
export function parseNumber(text: string, { decimal, thousands }: NumberFormat): number | NumberParseError {
  let normalised = text;
  if (thousands !== '') {
    // Groups of digits may be separated by non-breaking spaces.
    if (thousands.includes(' ')) normalised = normalised.replace(/[\u00a0\u202f]/g, ' ');
    const separator = [...thousands].find((separator) => normalised.includes(separator));
    if (separator !== undefined) {
      const [integerDigits = '', ...fraction] = normalised.split(decimal);
      const groups = integerDigits.replace(/^-/, '').split(separator);
      const areGroups = groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
      if (!areGroups) return { fault: `its digits are not in groups of three` };
      normalised = [`${integerDigits.startsWith('-') ? '-' : ''}${groups.join('')}`, ...fraction].join(decimal);
    }
  }
  if (decimal === ',') {
    if (normalised.includes('.')) return { fault: 'a decimal point, but the table has decimal commas' };
    normalised = normalised.replace(',', '.');
  }
  if (!PLAIN_NUMBER.test(normalised)) return { fault: describeFault(text) };
  const value = Number(normalised);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return { fault: 'too large for an exact number' };
  return value === 0 ? 0 : value;
}

function describeFault(text: string): string {
  if (text.startsWith('=')) return 'a formula, which is not evaluated';
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text))
    return 'a comma: state in a mapping file whether it separates thousands';
  if (/^-?\d+,\d+$/.test(text)) return 'a comma: state in a mapping file whether it is a decimal comma';
  if (/^\d{1,3}(?:[ \u00a0\u202f']\d{3})+$/.test(text))
    return 'spaces: state in a mapping file that they separate thousands';
  if (text.endsWith('%')) return 'a percent sign';
  return 'no number';
}
