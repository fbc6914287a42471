/** Converts a name to words: `officialLanguages` and `OFFICIAL_LANGUAGES` become "Official languages". */
export function readableName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Converts an alias to words: `yearOnYear` becomes "Year on year". */
export function readableAlias(alias: string): string {
  const words = alias
    .replace(/_/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, (_, lower: string, upper: string) => `${lower} ${upper.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
