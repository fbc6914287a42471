import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { memoise } from '../memoise.js';

/** Types of figures, in order of preference for the main table. */
export const FIGURE_TYPES = ['Observation', 'RankedArea', 'Growth', 'Development', 'CellChange'] as const;

export type FigureType = (typeof FIGURE_TYPES)[number];

/** Prefix of the aliases of added fields. */
export const ADDED_ALIAS_PREFIX = 'tidy__';

/** Selection set of a source. */
const SOURCE = '{ title publisherName url reference licence }';

/** Fields that identify an object in a row, by type. */
const KEY_FIELDS: Readonly<Record<string, string>> = {
  Series: `indicator { slug title dimensions { name title total codes { code title } } } area { code title }
    breakdown { dimension code } unit frequency transform vintage { number date dateOf at }`,
  Observation: `period value state flags sources ${SOURCE}`,
  RankedArea: `rank area { code title } value unit guards
    observation { period state flags sources ${SOURCE} } vintage { number date dateOf at }`,
  Growth: `area { code title } unit from { period value source ${SOURCE} }
    to { period value source ${SOURCE} } absolute percent guards vintage { number date dateOf at }`,
  Development: `indicator { slug title } area { code title } unit
    from { period value source ${SOURCE} }
    to { period value source ${SOURCE} } absolute percent guards vintage { number date dateOf at }`,
  CellChange: 'kind area { code title } period breakdown { dimension code }',
  Comparison: `series { indicator { slug title dimensions { name title total codes { code title } } }
    area { code title } breakdown { dimension code } unit transform vintage { number date dateOf at } }`,
};
/** Additional fields of figures that are divided by a population. */
const POPULATION_FIELDS = 'population { slug title } populationVintage { date dateOf }';
const POPULATION_FIELDS_BY_TYPE: Readonly<Record<string, string>> = {
  Series: POPULATION_FIELDS,
  RankedArea: POPULATION_FIELDS,
  Comparison: `series { ${POPULATION_FIELDS} }`,
};

const ENTRY_FIELDS = 'slug title code';
const DIMENSIONS = 'dimensions { name title total codes { code title } }';

/** Whether a type is the interface `Entry`, or implements it. */
export function isEntryType(type: GraphQLNamedType): boolean {
  if (type.name === 'Entry') return true;
  return (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Entry');
}

/** Whether a type is that of the field `Series.indicator`. */
export function isIndicatorType(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  const series = schema.getType('Series');
  if (!isObjectType(series)) return false;
  return String(series.getFields()['indicator']?.type).replace('!', '') === type.name;
}

/** Whether a type with this name is a figure. */
export function isFigureType(name: string): name is FigureType {
  return (FIGURE_TYPES as readonly string[]).includes(name);
}

/**
 * Returns the fields that identify an object in a row.
 * @param given  fields that the parent provides, such as `indicator`
 * @param hasFigures  whether the selection contains figures with dimensions
 * @param canDivide  whether figures can be divided by a population
 */
export function keyFields(
  type: GraphQLNamedType,
  { given, hasFigures, canDivide }: { given: ReadonlySet<string>; hasFigures: boolean; canDivide: boolean },
): readonly FieldNode[] {
  const ownKeyFields = KEY_FIELDS[type.name];
  if (ownKeyFields !== undefined) {
    const divided = canDivide ? POPULATION_FIELDS_BY_TYPE[type.name] : undefined;
    const populationNodes = divided === undefined ? [] : parseFields(divided);
    return [...parseFields(ownKeyFields), ...populationNodes].filter(({ name }) => !given.has(name.value));
  }
  if (!isEntryType(type)) return [];
  return parseFields(hasFigures ? `${ENTRY_FIELDS} ${DIMENSIONS}` : ENTRY_FIELDS).filter(
    ({ name }) => 'getFields' in type && name.value in type.getFields(),
  );
}

const parseFields = memoise((text): readonly FieldNode[] => {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return (operation as OperationDefinitionNode).selectionSet.selections.filter((node) => node.kind === Kind.FIELD);
});
