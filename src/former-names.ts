/** Current names of renamed commands, variables and recipe keys, by former name. This release accepts both. */
export const FORMER_COMMANDS: Readonly<Record<string, string>> = { leaflet: 'print' };
export const FORMER_ENVIRONMENT_VARIABLES: Readonly<Record<string, string>> = { SEED_DIR: 'CONTENT_DIR' };
export const FORMER_RECIPE_KEYS: Readonly<Record<string, string>> = { takeCodes: 'addCodes', terms: 'licence' };

/** Returns a warning that asks users to switch to a new name. */
export function formerNameWarning(former: string, current: string): string {
  return `${former} is now ${current}; the former name will stop working in the next release`;
}
