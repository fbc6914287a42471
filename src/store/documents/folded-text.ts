/** A text as it is compared: lower case, accents and other marks stripped, compatibility forms made one (NFKD). */
export function foldedText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}

/** A text as part of a regular expression in which every character stands for itself. */
export function escapedPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
