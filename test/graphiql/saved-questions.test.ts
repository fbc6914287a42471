import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  getVariableValues,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  parse,
  Source,
  TokenKind,
  TypeInfo,
  validate,
  visit,
} from 'graphql';
import { parse as parseYaml } from 'yaml';
import { PATCH_QUESTION, SAVE_QUESTION } from '../../src/graphiql/editor/save/save-mutations.js';
import { planTablesOf } from '../tables/plan-tables.js';

interface SavedQuestion {
  slug: string;
  title: Record<string, string>;
  summary: Record<string, string>;
  task: Record<string, string>;
  role: string;
  position: number;
  table?: string;
  document: string;
  variables?: string;
}

const contract = buildSchema(readFileSync('schema.graphql', 'utf8'));
const questions = readdirSync('seed/questions')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    slug: name.replace(/\.yaml$/, ''),
    ...(parseYaml(readFileSync(`seed/questions/${name}`, 'utf8')) as Omit<SavedQuestion, 'slug'>),
  }));

function tokensIn(document: string): number {
  const lexer = new Lexer(new Source(document));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

/** Computes depth and aliases like the server, with fragments included at each spread. */
function shapeOf(document: string): { depth: number; aliases: number } {
  const parsed = parse(document);
  const fragments = new Map(
    parsed.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  );
  let aliases = 0;
  const depthOf = (selections: OperationDefinitionNode['selectionSet'] | undefined): number =>
    Math.max(
      0,
      ...(selections?.selections ?? []).map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return depthOf(fragments.get(selection.name.value));
        if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
        if (selection.alias) aliases += 1;
        return 1 + depthOf(selection.selectionSet);
      }),
    );
  const operation = parsed.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return { depth: depthOf(operation?.selectionSet), aliases };
}

/** Returns every field that the question selects, as `Type.field`. */
function fieldsOf(document: string): Set<string> {
  const types = new TypeInfo(contract);
  const found = new Set<string>();
  visit(parse(document), {
    enter(node) {
      types.enter(node);
      if (node.kind === Kind.FIELD) found.add(`${types.getParentType()?.name}.${node.name.value}`);
    },
    leave: (node) => types.leave(node),
  });
  return found;
}

it('the mutations with which GraphiQL saves questions are valid under the schema', () => {
  const errors = [SAVE_QUESTION, PATCH_QUESTION].flatMap((mutation) => validate(contract, parse(mutation)));
  expect(errors.map(({ message }) => message)).toEqual([]);
});

describe('saved questions', () => {
  it('there are at least fourteen saved questions, which cover all three roles', () => {
    expect(questions.length).toBeGreaterThanOrEqual(14);
    expect(new Set(questions.map(({ role }) => role))).toEqual(new Set(['ANALYST', 'FRONTEND', 'EDITOR']));
  });

  it('saved questions have consecutive positions, and those of the same role and task are adjacent', () => {
    const byPosition = questions.toSorted((a, b) => a.position - b.position);
    expect(byPosition.map(({ position }) => position)).toEqual(byPosition.map((_, index) => index + 1));
    const groups = byPosition.map(({ role, task }) => `${role} ${task.en}`);
    const changes = groups.filter((group, index) => group !== groups[index - 1]);
    expect(changes).toEqual([...new Set(changes)]);
  });

  it('no title or summary of a saved question contains a term of the query language', () => {
    const texts = questions.flatMap(({ title, summary }) =>
      [title, summary ?? {}].flatMap((each) => Object.values(each)),
    );
    expect(texts.length).toBeGreaterThan(300);
    const terms = /\b[a-z]+[A-Z]\w*|\bin one request\b|\brequête\b|\bAnfrage\b|\b[Cc]ursor\b|\bcurseur\b|\btransform\b/;
    expect(texts.filter((text) => terms.test(text))).toEqual([]);
  });

  it('saved questions select fields of all features, such as dated membership, facets, cursors and translations', () => {
    const selectedFields = new Set(questions.flatMap(({ document }) => [...fieldsOf(document)]));
    expect([...selectedFields]).toEqual(
      expect.arrayContaining([
        'CountryGroupEdge.via',
        'Membership.from',
        'Country.cooperation',
        'Country.leaflets',
        'Country.observedTrends',
        'Country.laws',
        'Country.migrationRoutes',
        'Event.sessions',
        'Event.participantGroups',
        'Organisation.memberGroups',
        'Series.points',
        'Observation.source',
        'ResourceConnection.facets',
        'PageInfo.endCursor',
        'Source.citedBy',
        'Translation.missing',
      ]),
    );
  });

  describe.each(questions)('the saved question $slug', (question) => {
    it('the query of a saved question is valid under the printed schema', () => {
      expect(validate(contract, parse(question.document)).map(({ message }) => message)).toEqual([]);
    });

    it('the default variables of a saved question are those that its query declares', () => {
      const operation = parse(question.document).definitions[0] as OperationDefinitionNode;
      const givenVariables = JSON.parse(question.variables ?? '{}') as Record<string, unknown>;
      const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
      expect(Object.keys(givenVariables).sort()).toEqual([...declared].sort());
      const { errors } = getVariableValues(contract, operation.variableDefinitions ?? [], givenVariables);
      expect(errors?.map(({ message }) => message)).toBeUndefined();
    });

    it('the query of a saved question is within the limits of depth, aliases and tokens', () => {
      const { depth, aliases } = shapeOf(question.document);
      expect(depth).toBeLessThanOrEqual(15);
      expect(aliases).toBeLessThanOrEqual(30);
      expect(tokensIn(question.document)).toBeLessThanOrEqual(1000);
    });

    it('the query of a saved question is one named query operation', () => {
      const operations = parse(question.document).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      expect(operations).toEqual([
        expect.objectContaining({ operation: 'query', name: expect.objectContaining({ value: expect.any(String) }) }),
      ]);
    });

    it('the result of a saved question contains the table that the question names', () => {
      const { plans } = planTablesOf(contract, question.document, JSON.parse(question.variables ?? '{}'));
      const paths = plans.map(({ path }) => path);
      expect(question.table === undefined || paths.includes(question.table)).toBe(true);
    });

    it('the texts of a saved question are written in English, French and German', () => {
      for (const text of [question.title, question.summary, question.task]) {
        expect(Object.keys(text)).toEqual(['en', 'fr', 'de']);
        expect(Object.values(text).every((words) => words.trim() !== '')).toBe(true);
      }
    });
  });
});
