import type { Field, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';

const SCALARS: Record<string, string> = { Int: 'number', Float: 'number', Boolean: 'boolean' };

/** Returns the TypeScript types of stored records: one per kind, embedded type and enum. */
export function recordTypes(model: Model): string {
  const enums = model.enums.map(
    (enumeration) =>
      `/** ${enumeration.description} */\nexport type ${enumeration.name} = ${enumeration.values.map(({ name }) => `'${name}'`).join(' | ')};\n`,
  );
  return [
    '// Made by `npm run generate` from schema/. Change the SDL, not this file.\n',
    '/** A localised text: texts by locale. */\nexport type LocalisedText = Partial<Record<Locale, string>>;\n',
    ...enums,
    ...[...model.embedded, ...model.kinds].map(recordType),
  ].join('\n');
}

function recordType(shape: Shape): string {
  const lines = storedFields(shape).map(
    (field) =>
      `  /** ${field.description} */\n  ${field.name}${field.required || field.list ? '' : '?'}: ${writeType(field)};`,
  );
  return `/** ${shape.description} */\nexport interface ${shape.name}Record {\n${lines.join('\n')}\n}\n`;
}

function writeType(field: Field): string {
  return field.list ? `${singleType(field)}[]` : singleType(field);
}

function singleType(field: Field): string {
  if (field.localised) return 'LocalisedText';
  if (field.nature === 'object') return `${field.type}Record`;
  if (field.nature === 'enum') return field.type;
  return SCALARS[field.type] ?? 'string';
}
