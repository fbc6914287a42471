import { readFileSync } from 'node:fs';
import { buildSchema, OperationTypeNode, parse, validate } from 'graphql';
import { togglePath } from '../../src/graphiql/editor/fields/edit-query.js';
import { visibleItems } from '../../src/graphiql/editor/fields/field-tree.js';
import { isPathSelected, parentsIn } from '../../src/graphiql/editor/fields/selection-path.js';
import { operationIn } from '../../src/graphiql/editor/operation.js';

const contract = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** Returns a query after an item of the tree was pressed. */
function press(text: string, path: string): string {
  const { from, to, text: put } = togglePath(text, path.split('/'), contract);
  return text.slice(0, from) + put + text.slice(to);
}

const COMMENTED_QUERY = `query Mine {
  # The newest.
  trends(first: 3) { # three
    nodes {
      title # its name
    }
  }
}
`;

describe('choosing a field', () => {
  it('starts a query, with the chosen field first', () => {
    expect(press('', 'trends')).toBe('{\n  trends {\n    nodes {\n      title\n    }\n  }\n}\n');
    expect(press('# A note.\n', 'viewer/role')).toBe('# A note.\n\n{\n  viewer {\n    role\n  }\n}\n');
  });

  it('appends it after existing fields, and preserves every comment', () => {
    expect(press(COMMENTED_QUERY, 'trends/nodes/slug')).toBe(
      COMMENTED_QUERY.replace('# its name\n', '# its name\n      slug\n'),
    );
    expect(press(COMMENTED_QUERY, 'trends/totalCount')).toBe(
      COMMENTED_QUERY.replace('    }\n  }', '    }\n    totalCount\n  }'),
    );
    expect(press(COMMENTED_QUERY, 'trends/nodes/topics')).toBe(
      COMMENTED_QUERY.replace('# its name\n', '# its name\n      topics {\n        title\n      }\n'),
    );
  });

  it('stays on the same line if the query has one field', () => {
    expect(press('{ trends { nodes { title } } }', 'trends/nodes/topics')).toBe(
      '{ trends { nodes { title topics { title } } } }',
    );
  });

  it('adds its required arguments', () => {
    expect(press('{ viewer { role } }', 'country')).toBe('{ viewer { role } country(by: { slug: "" }) { title } }');
  });

  it('can select one type, and adds missing braces', () => {
    expect(press('{ entries { nodes { title } } }', 'entries/nodes/... on Leaflet/issuer')).toBe(
      '{ entries { nodes { title ... on Leaflet { issuer { title } } } } }',
    );
    expect(press(/* invalid on purpose */ '{\n  trends\n}', 'trends/nodes/title')).toBe(
      '{\n  trends {\n    nodes {\n      title\n    }\n  }\n}',
    );
  });

  it('again removes the field, and selections that become empty', () => {
    expect(press(COMMENTED_QUERY, 'trends/nodes/title')).toBe('');
    const two = COMMENTED_QUERY.replace('      title', '      slug\n      title');
    expect(press(two, 'trends/nodes/title')).toBe(two.replace('      title # its name\n', ''));
    expect(press('{ viewer { role } trends { nodes { slug title } } }', 'trends/nodes')).toBe('{ viewer { role } }');
  });
});

describe('choosing an argument', () => {
  it('appends it with a placeholder value', () => {
    expect(press('{ trends { totalCount } }', 'trends/(first)')).toBe('{ trends(first: 10) { totalCount } }');
    expect(press('{ trends(first: 3) { totalCount } }', 'trends/(filter)')).toBe(
      '{ trends(first: 3, filter: {}) { totalCount } }',
    );
    expect(press('{ viewer { role } }', 'trends/(orderBy)')).toBe(
      '{ viewer { role } trends(orderBy: []) { nodes { title } } }',
    );
  });

  it('again removes the argument, and the parentheses after the last one', () => {
    expect(press('{ trends(first: 3, after: "x") { totalCount } }', 'trends/(first)')).toBe(
      '{ trends(after: "x") { totalCount } }',
    );
    expect(press('{ trends(first: 3) { totalCount } }', 'trends/(first)')).toBe('{ trends { totalCount } }');
  });
});

describe('the field tree', () => {
  it('shows open nodes, arguments before fields', () => {
    const open = new Set(['topic', 'topic/broader']);
    const paths = visibleItems(contract, OperationTypeNode.QUERY, open).map(({ path }) => path.join('/'));
    const topicPaths = paths.filter((path) => path.startsWith('topic/'));
    expect(topicPaths.slice(0, 2)).toEqual(['topic/(slug)', 'topic/(asOf)']);
    expect(topicPaths).toEqual(expect.arrayContaining(['topic/title', 'topic/broader', 'topic/broader/title']));
    expect(topicPaths).not.toContain('topic/broader/broader/title');
  });

  it('opens chosen nodes', () => {
    expect(parentsIn(operationIn(parse(COMMENTED_QUERY)))).toEqual([['trends'], ['trends', 'nodes']]);
  });

  it('is valid after two hundred random selections, and selecting each again restores it', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const open = new Set<string>();
    let text = COMMENTED_QUERY;
    for (let time = 0; time < 200; time += 1) {
      const items = visibleItems(contract, OperationTypeNode.QUERY, open).filter(({ path }) => path.length < 8);
      const item = items[random(items.length)]!;
      const path = item.path.join('/');
      if (item.isParent && open.size < 12) open.add(path);
      const isSelected = isPathSelected(text === '' ? null : operationIn(parse(text)), item.path);
      const isArgument = path.endsWith(')');
      // The query is invalid without a required argument, which the editor reports.
      if (isSelected && isArgument && item.type.endsWith('!')) continue;
      const next = press(text, path);
      const after = next === '' ? null : parse(next);
      expect({ path, isThere: after !== null && isPathSelected(operationIn(after), item.path) }).toEqual({
        path,
        isThere: !isSelected,
      });
      if (after) expect(validate(contract, after).map(({ message }) => message)).toEqual([]);
      // Adding an argument also adds its field, which remains.
      if (!isSelected && !isArgument && text !== '') expect(press(next, path)).toBe(text);
      text = next;
    }
    expect(text.length).toBeGreaterThan(500);
  });
});
