/** A name of the contract as people read it: `officialLanguages` and `OFFICIAL_LANGUAGES` give "Official languages". */
export function readableName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
