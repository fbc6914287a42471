/**
 * Renamed commands, variables and recipe keys: current names by former name. Former names are still accepted in this
 * release.
 */
export const FORMER_COMMANDS: Readonly<Record<string, string>> = { leaflet: 'print' };
export const FORMER_VARIABLES: Readonly<Record<string, string>> = { SEED_DIR: 'CONTENT_DIR' };
export const FORMER_RECIPE_KEYS: Readonly<Record<string, string>> = { takeCodes: 'addCodes', terms: 'licence' };

/** Returns a warning that asks users to switch to a new name. */
export function formerNameWarning(former: string, present: string): string {
  return `${former} is now ${present}; the former name will stop working in the next release`;
}
