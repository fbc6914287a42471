import type { Field, Model, Shape } from './model.js';
import { storedFields } from './model.js';

const KNOWN = new WeakMap<Shape, readonly Field[]>();

/** The stored fields of a shape that are localised or contain localised fields; cached. */
export function fieldsWithTexts(model: Model, shape: Shape): readonly Field[] {
  const known = KNOWN.get(shape);
  if (known) return known;
  const fields = storedFields(shape).filter(
    ({ localised, nature, type }) =>
      localised || (nature === 'object' && fieldsWithTexts(model, model.shape(type)).length > 0),
  );
  KNOWN.set(shape, fields);
  return fields;
}
