/**
 * Returns a text as it is compared where case and accents do not count: lower case, marks stripped, compatibility forms
 * made one (NFKD).
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}
