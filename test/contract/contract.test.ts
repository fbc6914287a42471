import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import {
  getIntrospectionQuery,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  graphqlSync,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql';
import { generatedFiles } from '../../scripts/generated-file.js';
import { jsonSchema } from '../../src/contract/json-schema.js';
import { servedSchema } from '../../src/contract/served-schema.js';
import { loadModel } from '../../src/model/load-model.js';
import { smallSchema } from '../model/small-schema.js';

const model = loadModel('schema');
const schema = servedSchema(model);
const type = (name: string) => schema.getType(name) as GraphQLObjectType;
const field = (owner: string, name: string) => type(owner).getFields()[name]!;
const input = (name: string) =>
  Object.fromEntries(
    Object.values((schema.getType(name) as GraphQLInputObjectType).getFields()).map((each) => [
      each.name,
      String(each.type),
    ]),
  );

describe('the served schema', () => {
  test.each([...generatedFiles(model)])('the generated file %s is up to date with schema/', (path, text) => {
    expect(readFileSync(path, 'utf8') === text ? 'current' : 'run npm run generate').toBe('current');
  });

  test('every type, field, argument and value has a description', () => {
    const bare = Object.values(schema.getTypeMap()).flatMap((each) => {
      if (isIntrospectionType(each) || isSpecifiedScalarType(each)) return [];
      const ownDescription = each.description ? [] : [each.name];
      if (isEnumType(each))
        return [
          ...ownDescription,
          ...each
            .getValues()
            .filter((value) => !value.description)
            .map(String),
        ];
      if (!('getFields' in each)) return ownDescription;
      const fields = Object.values(each.getFields()).flatMap((element) => [
        ...(element.description ? [] : [`${each.name}.${element.name}`]),
        ...('args' in element
          ? element.args
              .filter((arg: GraphQLArgument) => !arg.description)
              .map((arg: GraphQLArgument) => `${each.name}.${element.name}(${arg.name})`)
          : []),
      ]);
      return [...ownDescription, ...fields];
    });
    expect(bare).toEqual([]);
  });

  test('the compressed introspection result is at most 120 kB', () => {
    const introspection = JSON.stringify(graphqlSync({ schema, source: getIntrospectionQuery() }));
    expect(brotliCompressSync(introspection).length).toBeLessThanOrEqual(120_000);
  });

  test('every description is a sentence of at least four words', () => {
    const sdl = readFileSync('schema.graphql', 'utf8');
    const descriptions = [...sdl.matchAll(/(?<!= )"((?:[^"\\\n]|\\.)+)"/g)].map(([, text]) => text!);
    const sentences = descriptions.filter((text) => !/^https?:/.test(text) && !/deprecat/i.test(text));
    expect(sentences.filter((text) => text.split(' ').length < 4 || !text.endsWith('.'))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(3000);
  });

  test('the filter, sort key and input derived from a field contain its complete description', () => {
    const descriptionOf = (name: string) =>
      (schema.getType(name) as GraphQLInputObjectType).getFields()['publishedOn']!.description;
    const complete = field('Leaflet', 'publishedOn').description!;
    expect(complete).toMatch(/; null if unknown\.$/);
    expect(descriptionOf('LeafletFilter')).toBe(`Condition on "publishedOn": ${complete}`);
    expect(descriptionOf('LeafletOrder')).toBe(`Sort by "publishedOn": ${complete}`);
    expect(descriptionOf('LeafletRecord')).toBe(complete);
  });

  test('lists have no null items, except nodes(ids) and the values of a GridRow', () => {
    const holes = Object.values(schema.getTypeMap())
      .filter((each) => isObjectType(each) && !isIntrospectionType(each))
      .flatMap((each) =>
        Object.values((each as GraphQLObjectType).getFields()).map(
          (element) => `${each.name}.${element.name}: ${element.type}`,
        ),
      )
      .filter((line) => /\[[^\]!]+\]/.test(line));
    expect(holes).toEqual(['GridRow.values: [Float]!', 'Query.nodes: [Node]']);
  });

  test('every field with an argument other than an enum or a Boolean is nullable, since the argument can be invalid', () => {
    expect(String(field('Country', 'series').type)).toBe('[Series!]');
    expect(String(field('Country', 'citation').type)).toBe('String!');
    const choices = (arg: GraphQLArgument) => {
      const namedType = getNamedType(arg.type);
      return isEnumType(namedType) || namedType.name === 'Boolean';
    };
    const broken = Object.values(schema.getTypeMap())
      .filter((each) => isObjectType(each) || isInterfaceType(each))
      .flatMap((each) =>
        Object.values(each.getFields()).map((element) => ({ one: element, name: `${each.name}.${element.name}` })),
      )
      .filter(({ one }) => isNonNullType(one.type) && !one.args.every(choices));
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  test('scalars have a specifiedBy URL, except those that Signpost defines', () => {
    const scalars = Object.values(schema.getTypeMap()).filter((each) => isScalarType(each));
    const own = scalars.filter((each) => !isSpecifiedScalarType(each) && !each.specifiedByURL);
    expect(own.map(({ name }) => name).sort()).toEqual(['AreaCode', 'Period', 'Slug']);
  });

  test('a list of links is never null and has no null items', () => {
    expect(String(field('Leaflet', 'resources').type)).toBe('[Resource!]!');
  });

  test('a link adds its inverse to the target type, as a connection', () => {
    expect(String(field('Organisation', 'leaflets').type)).toBe('LeafletConnection');
    expect(field('Organisation', 'leaflets').args.map((arg) => arg.name)).toEqual([
      'filter',
      'orderBy',
      'first',
      'after',
    ]);
    expect(field('Country', 'memberOf').args.map((arg) => arg.name)).toEqual([
      'filter',
      'orderBy',
      'via',
      'first',
      'after',
    ]);
  });

  test('a link inside an embedded type adds that type to the edges of its inverse', () => {
    expect(String(field('Country', 'memberOf').type)).toBe('CountryGroupConnection');
    expect(String(field('CountryGroupEdge', 'via').type)).toBe('[Membership!]!');
    expect(type('LeafletEdge').getFields()).not.toHaveProperty('via');
  });

  test('a link in several embedded types gives each inverse its own edge type', () => {
    const part = (name: string, inverse: string) =>
      `"A part."\ntype ${name} {\n  "Its topic."\n  topic: Topic! @link(inverse: "${inverse}")\n}\n`;
    const fields = '  "Steps."\n  steps: [Step!]!\n  "Boxes."\n  boxes: [Box!]!\n';
    const small = servedSchema(
      loadModel(
        smallSchema({
          from: '  "Its parts."\n',
          to: `${fields}  "Its parts."\n`,
          add: part('Step', 'inSteps') + part('Box', 'inBoxes'),
        }),
      ),
    );
    const fieldsOfType = (name: string) => (small.getType(name) as GraphQLObjectType).getFields();
    expect(String(fieldsOfType('Topic')['inSteps']!.type)).toBe('TopicInStepsConnection');
    expect(String(fieldsOfType('TopicInStepsEdge')['via']!.type)).toBe('[Step!]!');
    expect(String(fieldsOfType('TopicInBoxesEdge')['via']!.type)).toBe('[Box!]!');
    expect(fieldsOfType('GuideEdge')).not.toHaveProperty('via');
  });

  test('the inverse of a link that several kinds have is a connection of entries of any kind', () => {
    expect(String(field('Source', 'citedBy').type)).toBe('EntryConnection');
  });

  test('localised text fields have a locale argument, also on interfaces', () => {
    expect(String(field('Entry', 'title').args[0]!.type)).toBe('Locale');
    expect(String(field('Session', 'title').args[0]!.type)).toBe('Locale');
  });

  test('only fields whose type is a scalar, Translation or a list of FigureAnswer have a locale argument', () => {
    const others = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()))
      .filter(({ args, type }) => args.some(({ name }) => name === 'locale') && !isScalarType(getNamedType(type)));
    expect(new Set(others.map(({ type }) => String(type)))).toEqual(new Set(['Translation!', '[FigureAnswer!]']));
  });

  test('fields of the same name in different kinds have types that GraphQL can merge', () => {
    // A list, a page, a leaf and an entry are distinct shapes: GraphQL rejects them under one response name.
    const shapeOf = ({ type }: GraphQLField<unknown, unknown>) => {
      const namedType = getNamedType(type);
      const shape = String(type).replace(
        namedType.name,
        isEnumType(namedType) || isScalarType(namedType) ? namedType.name : 'Object',
      );
      // Connections of different kinds have the same shape.
      return namedType.name.endsWith('Connection') ? 'page' : shape;
    };
    const kinds = Object.values(schema.getTypeMap()).filter(
      (each): each is GraphQLObjectType =>
        isObjectType(each) && each.getInterfaces().some(({ name }) => name === 'Entry'),
    );
    const shapes = new Map<string, Set<string>>();
    for (const each of kinds.flatMap((kind) => Object.values(kind.getFields()))) {
      shapes.set(each.name, (shapes.get(each.name) ?? new Set()).add(shapeOf(each)));
    }
    const clashes = [...shapes].filter(([, args]) => args.size > 1).map(([name, args]) => [name, [...args].sort()]);
    expect(Object.fromEntries(clashes as [string, string[]][])).toEqual({});
  });

  test('one query with fragments on all kinds can select all fields, two levels deep, without aliases', () => {
    const isSelected = ({ args }: GraphQLField<unknown, unknown>) => !args.some(isRequiredArgument);
    const select = (type: GraphQLNamedType, depth: number): string => {
      if (!isObjectType(type) && !isInterfaceType(type)) return '';
      const fields = Object.values(type.getFields())
        .filter(isSelected)
        .flatMap(({ name, type }) => {
          const namedType = getNamedType(type);
          if (isLeafType(namedType)) return [name];
          const below = depth > 0 ? select(namedType, depth - 1) : '';
          return below === '' ? [] : [`${name} ${below}`];
        });
      return fields.length > 0 ? `{ ${fields.join(' ')} }` : '';
    };
    const fragments = model.kinds.map(({ name }) => `... on ${name} ${select(schema.getType(name)!, 1)}`);
    const query = `{ node(id: "a") { ${fragments.join(' ')} } }`;
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });

  test('a filter on routeType rejects the value GUIDE, which is not a RouteType', () => {
    const query = `{ routes(filter: { routeType: { eq: ${'GUIDE'} } }) { totalCount } }`;
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([
      'Value "GUIDE" does not exist in "RouteType" enum.',
    ]);
  });

  test('an area is selected by its slug or by its code', () => {
    expect(field('Query', 'country').args[0]).toMatchObject({ name: 'by' });
    expect(input('AreaKey')).toEqual({ slug: 'Slug', code: 'AreaCode' });
    expect((schema.getType('AreaKey') as GraphQLInputObjectType).isOneOf).toBe(true);
  });

  test('a filter supports conditions on fields, embedded objects, links and inverses', () => {
    expect(input('LeafletFilter')).toMatchObject({
      and: '[LeafletFilter!]',
      title: 'StringFilter',
      issuer: 'OrganisationFilter',
      topics: 'TopicListFilter',
      digital: 'DigitalFocusListFilter',
      publishedOn: 'PartialDateFilter',
      supersededBy: 'LeafletListFilter',
    });
    expect(input('AreaFilter')).toMatchObject({
      entryKind: 'EntryKindFilter',
      code: 'AreaCodeFilter',
      title: 'StringFilter',
    });
    expect(input('LanguageListFilter')).toEqual({
      has: 'Language',
      hasAny: '[Language!]',
      hasAll: '[Language!]',
      exists: 'Boolean',
    });
  });

  test('the descriptions of filter operators depend on the type of the field', () => {
    const descriptionsOf = (name: string) =>
      Object.fromEntries(
        Object.values((schema.getType(name) as GraphQLInputObjectType).getFields()).map((each) => [
          each.name,
          each.description,
        ]),
      );
    expect(descriptionsOf('StringFilter')).toMatchObject({ eq: 'The value equals this, ignoring case and accents.' });
    expect(descriptionsOf('PartialDateFilter')).toMatchObject({
      eq: 'The value equals this, or lies within it (2024 matches 2024-06).',
      lt: 'The date ends before this date starts.',
    });
    expect(descriptionsOf('DateTimeFilter')).toMatchObject({
      eq: 'The value equals this.',
      lt: 'The value is earlier than this.',
    });
    expect(descriptionsOf('IntFilter')).toMatchObject({
      eq: 'The value equals this.',
      lt: 'The value is less than this.',
    });
  });

  test('sort orders and facets include fields of embedded objects', () => {
    expect(Object.keys(input('TrendOrder'))).toEqual([
      'slug',
      'title',
      'updatedAt',
      'publishedAt',
      'direction',
      'periodFrom',
      'periodTo',
    ]);
    expect((schema.getType('TrendOrder') as GraphQLInputObjectType).isOneOf).toBe(true);
    expect(Object.keys(type('TrendFacets').getFields())).toEqual([
      'direction',
      'digitalService',
      'digitalUse',
      'countries',
      'groups',
      'routes',
      'topics',
    ]);
  });

  test('the input type of a record has no computed fields', () => {
    expect(input('CountryRecord')).not.toHaveProperty('code');
    expect(input('LeafletRecord')).not.toHaveProperty('slug');
    expect(input('LeafletRecord')).toMatchObject({
      title: 'LocalisedText!',
      issuer: 'String!',
      claims: '[ClaimRecord!]',
    });
    expect(Object.values(schema.getTypeMap()).filter(isInputObjectType).length).toBeGreaterThan(50);
  });

  test('a complete record has required fields; a patch has none, and replaces complete lists', () => {
    expect(input('CitationRecord')).toMatchObject({ source: 'String!', locator: 'String' });
    expect(input('TrendPatch')).toMatchObject({
      title: 'LocalisedText',
      direction: 'Direction',
      period: 'SpanPatch',
      claims: '[ClaimRecord!]',
    });
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const required = (suffix: string) =>
      inputs
        .filter(({ name }) => name.endsWith(suffix))
        .flatMap(({ name }) => Object.entries(input(name)).filter(([, type]) => type.endsWith('!')));
    expect(required('Patch')).toEqual([]);
    expect(required('Record').length).toBeGreaterThan(20);
  });

  test('a mutation on a kind returns an entry of that kind, and a mutation on any kind returns the interface', () => {
    expect(String(field('Mutation', 'leafletSave').type)).toBe('LeafletPayload');
    expect(String(field('Mutation', 'leafletPatch').type)).toBe('LeafletPayload');
    expect(String(field('LeafletPayload', 'entry').type)).toBe('Leaflet');
    expect(String(field('Mutation', 'entryPublish').type)).toBe('EntryPayload');
    const payloads = schema.getPossibleTypes(schema.getType('EntryPayload') as GraphQLInterfaceType);
    expect(payloads.length).toBe(model.kinds.length);
  });

  test('the query type for another model has the root fields of its kinds', () => {
    const small = servedSchema(loadModel(smallSchema()));
    expect(Object.keys(small.getQueryType()!.getFields())).toEqual([
      'node',
      'nodes',
      'entries',
      'guide',
      'guides',
      'country',
      'countries',
      'source',
      'sources',
      'topic',
      'topics',
      'diff',
      'changes',
      'search',
      'shortestPath',
    ]);
  });
});

describe('the JSON Schema of a kind', () => {
  const ajv = new Ajv({ strict: false });
  const check = ajv.compile(jsonSchema(model, model.kind('Leaflet')));
  const leaflet = { title: 'A leaflet', issuer: 'eurojust', publishedOn: 2024 };

  test('the JSON Schema of a kind accepts a valid record', () => expect(check(leaflet)).toBe(true));
  test('the JSON Schema of a kind accepts a text in several languages', () =>
    expect(check({ ...leaflet, title: { en: 'A', fr: 'B' } })).toBe(true));
  test.each([
    ['an unknown field', { ...leaflet, titel: 'x' }],
    ['a missing field', { title: 'A leaflet' }],
    ['a malformed slug', { ...leaflet, issuer: 'Euro Just' }],
    ['a malformed date', { ...leaflet, publishedOn: '12 March' }],
    ['an unknown language', { ...leaflet, title: { xx: 'A' } }],
    ['an unknown enum value', { ...leaflet, digital: [{ service: 'FAX' }] }],
  ])('the JSON Schema of a kind rejects %s', (_what, record) => expect(check(record)).toBe(false));
});
