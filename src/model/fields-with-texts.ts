import type { Field, Model, Shape } from './model.js';
import { storedFields } from './model.js';

/** The stored fields of a shape that are localised or contain localised fields; cached. */
export const fieldsWithTexts = findFields(({ localised }) => localised);

/** The stored fields of a shape that are localised, queries or renamed, or contain such fields; cached. */
export const fieldsToUpgrade = findFields(
  ({ localised, query, formerName }) => localised || query || formerName !== null,
);

/** The stored fields of a shape that are renamed, or contain such fields; cached. */
export const renamedFields = findFields(({ formerName }) => formerName !== null);

/** Finds the stored fields of a shape that match, or that contain a matching field. Caches by shape. */
function findFields(matches: (field: Field) => boolean): (model: Model, shape: Shape) => readonly Field[] {
  const known = new WeakMap<Shape, readonly Field[]>();
  const find = (model: Model, shape: Shape): readonly Field[] => {
    let fields = known.get(shape);
    if (!fields) {
      const contains = ({ nature, type }: Field) => nature === 'object' && find(model, model.shape(type)).length > 0;
      fields = storedFields(shape).filter((field) => matches(field) || contains(field));
      known.set(shape, fields);
    }
    return fields;
  };
  return find;
}
