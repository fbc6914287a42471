/** Fields of a recipe, by the equivalent option of `import`. */
const RECIPE_FIELDS: Readonly<Record<string, string>> = {
  '--accept': 'accept',
  '--group': 'groups',
  '--skip-areas': 'skipAreas',
  '--add-codes': 'addCodes',
  '--uncovered': 'uncovered',
};

/** Converts options of `import`, separated by " or ", to recipe fields in YAML. Null if one has no equivalent. */
export function optionsToRecipeFields(options: string): string | null {
  const alternatives = options.split(' or ').map(fieldsOf);
  return alternatives.includes(null) ? null : alternatives.join(' or ');
}

function fieldsOf(options: string): string | null {
  const maps = new Map<string, string[]>();
  const texts = new Map<string, string>();
  const words = [...options.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  for (let index = 0; index < words.length; index += 1) {
    const field = RECIPE_FIELDS[words[index]!];
    if (field === undefined) return null;
    const value = field === 'addCodes' ? 'true' : (words[(index += 1)] ?? '');
    const [, key, code] = /^([^=]*)=(.*)$/.exec(value) ?? [];
    if (key === undefined) texts.set(field, value);
    else maps.set(field, [...(maps.get(field) ?? []), `${key}: ${code}`]);
  }
  const pairs = [...maps].map(([field, entries]) => `${field}: { ${entries.join(', ')} }`);
  return [...pairs, ...[...texts].map(([field, value]) => `${field}: ${value}`)].join(', ');
}
