import { GraphQLError, GraphQLScalarType, Kind as Node, valueFromASTUntyped, type ValueNode } from 'graphql';
import { isDay } from '../../model/iso-date.js';
import { isSlug } from '../../model/entry-key.js';
import { isPartialDate } from '../../records/partial-date.js';
import type { ResolverRegistry } from '../resolver-registry.js';

interface ScalarFormat {
  /** Parses a text; null if its format is invalid. */
  parse(text: string): unknown;
  tip: string;
  serialise?(value: unknown): unknown;
}

const MAX_CODE_LENGTH = 100;

const textFormat = (pattern: RegExp, tip: string): ScalarFormat => ({
  parse: (text) => (pattern.test(text) ? text : null),
  tip,
});

const SCALAR_FORMATS: Readonly<Record<string, ScalarFormat>> = {
  PartialDate: { parse: (text) => (isPartialDate(text) ? text : null), tip: 'write 2024, 2024-06 or 2024-06-18' },
  DateTime: { parse: parseTimestamp, tip: 'write 2024-06-18T09:30:00Z', serialise: formatTimestamp },
  Slug: { parse: (text) => (isSlug(text) ? text : null), tip: 'write lower-case letters, digits and single hyphens' },
  URL: {
    parse: (text) => (/^https?:\/\//i.test(text) && URL.canParse(text) ? text : null),
    tip: 'write an address that starts with https://',
  },
  Language: textFormat(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/, 'write a code such as fr'),
  Period: textFormat(/^\d{4}(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?$/, 'write 2023, 2023-Q1 or 2023-01'),
  AreaCode: {
    parse: (text) => (text.trim() !== '' && text.length <= MAX_CODE_LENGTH ? text.trim() : null),
    tip: `write a code such as IT, or a name, of at most ${MAX_CODE_LENGTH} characters`,
  },
};

/** Registers strict scalars, which reject invalid texts with a hint. JSON values are not checked. */
export function registerScalars(registry: ResolverRegistry): void {
  for (const type of Object.values(registry.schema.getTypeMap())) {
    if (type instanceof GraphQLScalarType && type.name === 'JSON') {
      registry.addScalar(new GraphQLScalarType({ ...type.toConfig(), parseLiteral: valueFromASTUntyped }));
      continue;
    }
    if (!(type instanceof GraphQLScalarType) || !Object.hasOwn(SCALAR_FORMATS, type.name)) continue;
    const { parse: read, tip, serialise } = SCALAR_FORMATS[type.name]!;
    const parse = (value: unknown, nodes?: ValueNode): unknown => {
      const parsed = typeof value === 'string' ? read(value) : null;
      if (parsed !== null) return parsed;
      if (typeof value === 'number') {
        throw new GraphQLError(`${value} is a number. Write ${type.name} as a text in quotes: "${value}".`, { nodes });
      }
      const quotedValue = typeof value === 'string' ? `"${value.slice(0, 60)}"` : 'The value';
      throw new GraphQLError(`${quotedValue} is not a valid ${type.name}: ${tip}.`, { nodes });
    };
    registry.addScalar(
      new GraphQLScalarType({
        ...type.toConfig(),
        parseValue: (value) => parse(value),
        parseLiteral: (node) => parse(literalValue(node), node),
        ...(serialise && { serialize: serialise }),
      }),
    );
  }
}

/** Returns the value of a string or number literal; null for other nodes. */
function literalValue(node: ValueNode): string | number | null {
  if (node.kind === Node.STRING) return node.value;
  return node.kind === Node.INT || node.kind === Node.FLOAT ? Number(node.value) : null;
}

function parseTimestamp(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text) || !isDay(text.slice(0, 10))) return null;
  const timestamp = new Date(text);
  return Number.isNaN(timestamp.getTime()) ? null : timestamp;
}

function formatTimestamp(value: unknown): string {
  const timestamp = value instanceof Date ? value.toISOString() : String(value);
  return timestamp.replace('.000Z', 'Z');
}
