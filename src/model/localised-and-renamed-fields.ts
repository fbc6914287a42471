import { type Field, type Model, type Shape, storedFields } from './model.js';

/** Returns the stored fields of a shape that are localised or contain localised fields. Memoised. */
export const localisedFields = findFields(({ localised }) => localised);

/** Returns the stored fields of a shape that are or contain localised, renamed or query fields. Memoised. */
export const fieldsToUpgrade = findFields(
  ({ localised, query, formerName }) => localised || query || formerName !== null,
);

/** Returns the stored fields of a shape that are renamed or contain renamed fields. Memoised. */
export const renamedFields = findFields(({ formerName }) => formerName !== null);

/** Creates a memoised function that returns the stored fields of a shape that match or contain a matching field. */
function findFields(matches: (field: Field) => boolean): (model: Model, shape: Shape) => readonly Field[] {
  const fieldsByShape = new WeakMap<Shape, readonly Field[]>();
  const findInShape = (model: Model, shape: Shape): readonly Field[] => {
    let fields = fieldsByShape.get(shape);
    if (!fields) {
      const contains = ({ category, type }: Field) =>
        category === 'object' && findInShape(model, model.shape(type)).length > 0;
      fields = storedFields(shape).filter((field) => matches(field) || contains(field));
      fieldsByShape.set(shape, fields);
    }
    return fields;
  };
  return findInShape;
}
