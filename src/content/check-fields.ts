import type { ErrorObject } from 'ajv';
import { Ajv } from 'ajv';
import { meantTip } from '../model/nearest.js';
import type { Path, Report } from '../records/problem.js';
import { described } from '../records/values.js';
import type { Fields } from './yaml-file.js';

const validators = new Ajv({ allErrors: true, strict: false, verbose: true });

/** Reports every mismatch between fields and a JSON Schema, with its place. */
export function checkFields(fields: Fields, schema: object, report: Report): void {
  const isValid = validators.compile(schema);
  if (isValid(fields)) return;
  for (const error of isValid.errors ?? []) tell(error, report);
}

function tell(error: ErrorObject, report: Report): void {
  const path = parsePointer(error.instancePath);
  const { keyword, data, params, parentSchema } = error;
  const wrong = (tip: string): void => {
    report.add('VALUE_WRONG_TYPE', path, `${described(data)} does not fit`, tip);
  };
  switch (keyword) {
    case 'additionalProperties': {
      const stray = String(params['additionalProperty']);
      const known = Object.keys((parentSchema as { properties: object }).properties);
      const tip = meantTip(stray, known, `one of ${known.join(', ')}`);
      report.add('FIELD_UNKNOWN', [...path, stray], 'is no field here', tip, { part: 'key' });
      return;
    }
    case 'required': {
      const name = String(params['missingProperty']);
      report.add('FIELD_MISSING', path, `has no ${name}`, `write ${name}:`);
      return;
    }
    case 'enum': {
      const values = params['allowedValues'] as readonly unknown[];
      report.add('ENUM_UNKNOWN', path, `${described(data)} is none of the values here`, `one of ${values.join(', ')}`);
      return;
    }
    case 'type':
      return wrong([params['type']].flat().map(wordType).join(' or '));
    case 'minProperties':
    case 'maxProperties':
      return wrong(`one of ${Object.keys((parentSchema as { properties: object }).properties).join(', ')}`);
    default:
      return wrong(String((parentSchema as { description?: string }).description ?? error.message));
  }
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields',
};

function wordType(type: unknown): string {
  return WORDS[String(type)] ?? String(type);
}

function parsePointer(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
