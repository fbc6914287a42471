const GROUPED = /^[-+]?\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+$/;

/** Longer than any number; what is longer is not looked at again and again. */
const LONGEST = 60;

/**
 * The number that is meant by a text in another form, as digits and at most one point: 13 000, 12,5, +5, .5, 12 % and one
 * behind a minus sign that is no hyphen. Null where none is meant, or it is written so already.
 */
export function meantNumber(written: string): string | null {
  if (written.length > LONGEST) return null;
  const plain = written
    .trim()
    .replace(/^[\u2212\u2013\u2014]\s*/, '-')
    .replace(/\s*%$/, '');
  const digits = GROUPED.test(plain) ? plain.replace(/[^\d-]/g, '') : plain.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  const isNumber = /^[-+]?(?:\d{1,15}\.?\d{0,15}|\.\d{1,15})$/.test(digits);
  const meant = isNumber
    ? digits
        .replace(/^\+|\.$/g, '')
        .replace(/^(-?)0*(?=\d)/, '$1')
        .replace(/^(-?)\./, '$10.')
    : null;
  return meant === written ? null : meant;
}
