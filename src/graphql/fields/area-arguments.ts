import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { memoiseByObject } from '../../memoise.js';
import { AppError } from '../../errors.js';
import type { AreaIndexProvider } from '../../reading/live-area-index.js';

/** Whether an input type contains an area code at any depth. Memoised. */
const hasAreaCode = memoiseByObject((type: GraphQLInputType) => reachesAreaCode(type, new Set()));

function reachesAreaCode(type: GraphQLInputType, visited: Set<string>): boolean {
  const namedType = getNamedType(type);
  if (namedType.name === 'AreaCode') return true;
  if (!isInputObjectType(namedType) || visited.has(namedType.name)) return false;
  visited.add(namedType.name);
  return Object.values(namedType.getFields()).some((field) => reachesAreaCode(field.type, visited));
}

/** Replaces area names and codes in arguments with exact codes. @throws AppError BAD_USER_INPUT for an unknown area */
export function resolveAreaArguments<T extends object>(
  args: T,
  definitions: readonly GraphQLArgument[],
  areas: AreaIndexProvider,
): T {
  const values = args as Readonly<Record<string, unknown>>;
  const codeArguments = definitions.filter(({ name, type }) => values[name] != null && hasAreaCode(type));
  if (codeArguments.length === 0) return args;
  return {
    ...args,
    ...Object.fromEntries(codeArguments.map(({ name, type }) => [name, resolveAreasIn(values[name], type, areas)])),
  };
}

/** Resolves areas like `resolveAreaArguments`, but removes unknown areas from lists and returns them separately. */
export function resolveKnownAreaArguments<T extends object>(
  args: T,
  definitions: readonly GraphQLArgument[],
  areas: AreaIndexProvider,
): { resolved: T; unknownAreas: string[] } {
  const unknownAreas: string[] = [];
  const values = args as Readonly<Record<string, unknown>>;
  const argsWithKnownAreas: Record<string, unknown> = {};
  for (const { name, type } of definitions) {
    const codes = values[name];
    if (!Array.isArray(codes) || getNamedType(type).name !== 'AreaCode') continue;
    const isKnown = (code: unknown) => areas.current.match(String(code)) !== null;
    argsWithKnownAreas[name] = codes.filter(isKnown);
    unknownAreas.push(...codes.filter((code) => !isKnown(code)).map(String));
  }
  return {
    resolved: resolveAreaArguments(
      unknownAreas.length > 0 ? { ...args, ...argsWithKnownAreas } : args,
      definitions,
      areas,
    ),
    unknownAreas: [...new Set(unknownAreas)],
  };
}

/** Resolves a code or name of an area to its code. @throws AppError BAD_USER_INPUT for an unknown area */
function resolveAreaCode(text: string, { current: areas }: AreaIndexProvider): string {
  const match = areas.match(text);
  if (match) return match.area.code;
  const alternatives = areas.suggestions(text);
  const tip =
    alternatives.length > 0 ? `did you mean ${alternatives.join(', ')}?` : 'use a code such as IT or EU27_2020.';
  throw new AppError('BAD_USER_INPUT', `There is no area "${text}"; ${tip}`);
}

function resolveAreasIn(value: unknown, type: GraphQLInputType, areas: AreaIndexProvider): unknown {
  if (value == null || !hasAreaCode(type)) return value;
  if (isNonNullType(type)) return resolveAreasIn(value, type.ofType, areas);
  if (isListType(type)) return (value as unknown[]).map((item) => resolveAreasIn(item, type.ofType, areas));
  if (!isInputObjectType(type)) return type.name === 'AreaCode' ? resolveAreaCode(String(value), areas) : value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, value]) => [name, resolveAreasIn(value, fields[name]!.type, areas)]),
  );
}
