import { findListProblem } from './check-types.js';
import type { SchemaFaults } from './schema-faults.js';
import type { Field, Kind, Shape } from './model.js';
import { suggestionTip } from './closest-match.js';
import type { Sdl } from './read-sdl.js';
import { TEXT_TYPES } from './parse-field.js';

/** Checks that the directives on fields of kinds and embedded types are applicable. */
export function checkFields(
  kinds: readonly Kind[],
  shapes: ReadonlyMap<string, Shape>,
  sdl: Sdl,
  faults: SchemaFaults,
): void {
  const kindNames = new Set(kinds.map(({ name }) => name));
  const visited = new Set<string>();
  const visit = (shape: Shape, parentNames: readonly string[]) => {
    visited.add(shape.name);
    for (const field of shape.fields) {
      checkField(shape, field, kindNames, sdl, faults);
      if (field.category !== 'object') continue;
      const embeddedShape = shapes.get(field.type);
      if (!embeddedShape) {
        faults.add(
          field.location,
          `${shape.name}.${field.name} embeds ${field.type}, which is not an object type`,
          'embed a type',
        );
        continue;
      }
      const [isKind, isVisited] = [kindNames.has(field.type), visited.has(field.type)];
      if (parentNames.includes(field.type) || (!isKind && isVisited && embedsAnyOf(embeddedShape, parentNames, shapes)))
        faults.add(
          field.location,
          `${shape.name}.${field.name} embeds ${field.type} in itself`,
          'link to a kind instead',
        );
      else if (!isKind && !isVisited) visit(embeddedShape, [...parentNames, field.type]);
    }
  };
  for (const kind of kinds) visit(kind, [kind.name]);
}

function embedsAnyOf(shape: Shape, names: readonly string[], shapes: ReadonlyMap<string, Shape>): boolean {
  return shape.fields.some(
    (field) =>
      field.category === 'object' &&
      (names.includes(field.type) || embedsAnyOf(shapes.get(field.type) ?? { ...shape, fields: [] }, names, shapes)),
  );
}

function checkField(shape: Shape, field: Field, kinds: ReadonlySet<string>, sdl: Sdl, faults: SchemaFaults): void {
  const name = `${shape.name}.${field.name}`;
  const report = (message: string, tip: string) => faults.add(field.location, `${name} ${message}`, tip);
  const isText = field.category === 'scalar' && TEXT_TYPES.includes(field.type);

  const problem = findListProblem(field.node.type);
  if (problem) report(problem, `write [${field.type}!]!`);
  if (field.link) checkLink(shape, field, kinds, sdl, report);
  else if (kinds.has(field.type) && !field.computed) report(`is of kind ${field.type} but not a link`, 'add @link');
  if (field.localised && (!isText || field.list))
    report('is @localised but not a single text', `use String or Markdown`);
  if (field.maxWords !== null && !isText) report('is @maxWords but not a text', 'use String or Markdown');
  if (field.nonEmpty && (!field.list || !field.required || field.computed))
    report('is @nonEmpty but not a list that editors write', 'use a list with !, or remove @nonEmpty');
  if (field.searchText !== null && field.category !== 'object')
    report('is @search(text:) but not an embedded object', 'remove the text');
  else if (field.search > 0 && !isText && field.searchText === null)
    report('is @search but not a text', 'use String or Markdown');
  if (field.search < 0 || Number.isNaN(field.search)) report('has no weight for @search', 'use a number above 0');
  if (field.category === 'output' && (field.filter || field.sort || field.facet)) {
    report('cannot be filtered, sorted or counted: its value is computed on reading', 'remove the directive');
  }
  if (field.filter && field.type === 'Markdown') report('is @filter but long text', 'use @search, or String');
  if (field.sort && (field.list || field.type === 'Markdown'))
    report('is @sort but has no single value', 'remove @sort');
  if (field.facet && isText && field.localised && !kinds.has(shape.name))
    report('is @facet but a localised text in an embedded type', 'count an enum or a link');
  if (field.facet && field.category === 'object')
    report('is @facet but an embedded type', `put @facet on fields of ${field.type}`);
  if (field.formerName !== null && shape.fields.some(({ name }) => name === field.formerName))
    report(`is renamed from "${field.formerName}", which is a field of ${shape.name}`, 'remove @renamed');
  if (field.computed && field.localised)
    report('is @computed and @localised', 'a computed text takes its language from the request');
  if (field.recordOnly && (field.filter || field.sort || field.facet || field.computed || field.link))
    report('is @recordOnly but filtered, linked or computed', 'remove the other directives, or @recordOnly');
  if (field.audience && field.required)
    report('has an @audience but is never null', 'remove the !: it is null for readers without this role');
  if (field.audience === 'ADMIN' && !field.computed && !kinds.has(shape.name))
    report('is withheld from editors, who would delete it when they save its parent', 'withhold the complete object');
  const args = field.node.arguments ?? [];
  if (args.length > 0 && !field.computed)
    report('is stored but takes arguments', 'add @computed, or remove the arguments');
}

function checkLink(
  shape: Shape,
  field: Field,
  kinds: ReadonlySet<string>,
  sdl: Sdl,
  report: (message: string, tip: string) => void,
): void {
  const { target, toInterface, members, wider } = field.link!;
  if (wider && (field.list || target !== shape.name || !kinds.has(shape.name))) {
    report('is wider but does not form a tree', `link to one ${shape.name}, or remove wider`);
  }
  if (field.computed) report('is both @link and @computed', 'keep one');
  if (toInterface) {
    const otherTypes = members.filter((member) => !kinds.has(member));
    if (members.length === 0) report(`links to ${target}, which no kind implements`, `let a kind implement ${target}`);
    if (otherTypes.length > 0)
      report(`links to ${target}, but ${otherTypes.join(', ')} is not a kind`, 'add @entry to it');
    return;
  }
  if (kinds.has(target)) return;
  const tip = suggestionTip(target, [...kinds, ...sdl.interfaces.keys()], 'link to a type with @entry');
  report(`links to ${target}, which is not a kind`, tip);
}
