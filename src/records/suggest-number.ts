const GROUPED_DIGITS = /^[-+]?\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+$/;

/** Maximum length of a text to parse, in characters. Limits the cost of repeated scans. */
const MAX_NUMBER_LENGTH = 60;

/** Returns the number in a text such as 13 000, 12,5, +5, .5 or 12 %. Null if it is no number, or already valid. */
export function suggestNumber(numberText: string): string | null {
  if (numberText.length > MAX_NUMBER_LENGTH) return null;
  const plainText = numberText
    .trim()
    .replace(/^[\u2212\u2013\u2014]\s*/, '-')
    .replace(/\s*%$/, '');
  const digits = GROUPED_DIGITS.test(plainText)
    ? plainText.replace(/[^\d-]/g, '')
    : plainText.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  const isNumber = /^[-+]?(?:\d{1,15}\.?\d{0,15}|\.\d{1,15})$/.test(digits);
  const suggestion = isNumber
    ? digits
        .replace(/^\+|\.$/g, '')
        .replace(/^(-?)0*(?=\d)/, '$1')
        .replace(/^(-?)\./, '$10.')
    : null;
  return suggestion === numberText ? null : suggestion;
}
