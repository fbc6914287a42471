import type { Random } from '../store/random.js';
import type { SendQuery, RootList } from './introspection.js';

/** An entry with the fields that editors need to change it. */
export interface EditableEntry {
  id: string;
  slug: string;
  entryKind: string;
  revision: number;
  record: Record<string, unknown>;
}

/** The selection of the fields of `EditableEntry`. */
export const EDITABLE_FIELDS = 'id slug entryKind revision record';
const PAYLOAD = 'userErrors { code } obstacle { __typename }';
const SAVE = `mutation ($entry: EntryToSave!) { done: entrySave(entry: $entry) { ${PAYLOAD} } }`;

/** Changes random entries by mutations, as editors do. New field values come from other entries. */
export class RandomEditor {
  private renamed = 0;

  /**
   * @param sendQuery sends queries as an editor in a preview
   * @param among number of entries at each end of a list that are edited; a small number is edited repeatedly
   */
  constructor(
    private readonly random: Random,
    private readonly sendQuery: SendQuery,
    private readonly lists: readonly RootList[],
    private readonly among = 40,
  ) {}

  /** Makes one accepted change. Returns a description of it. */
  async step(): Promise<string> {
    for (;;) {
      const { name } = this.random.pick(this.lists);
      const query = `{ list: ${name}(${this.random.pick(['first', 'last'])}: ${this.among}) { nodes { ${EDITABLE_FIELDS} } } }`;
      const { nodes } = (await this.sendQuery(query))['list'] as { nodes: EditableEntry[] };
      if (nodes.length === 0) continue;
      const one = this.random.pick(nodes);
      const [description, mutation, variables] = this.chosen(one, this.random.pick(nodes));
      if (await isDone(this.sendQuery, mutation, variables)) return `${description} ${one.entryKind} ${one.slug}`;
    }
  }

  private chosen(one: EditableEntry, other: EditableEntry): [string, string, object] {
    const { random } = this;
    const { id, slug, revision } = one;
    const seen = `id: "${id}", expectedRevision: ${revision}`;
    const lifecycleMutation = (what: string, name: string, more = ''): [string, string, object] => [
      what,
      `mutation { done: ${name}(${seen}${more}) { ${PAYLOAD} } }`,
      {},
    ];
    const choice = random.below(10);
    if (choice === 0)
      return lifecycleMutation('withdraw', 'entryRetire', `, links: ${random.pick(['RESTRICT', 'UNLINK', 'RETIRE'])}`);
    if (choice === 1) return lifecycleMutation('rename', 'entryRename', `, to: "${slug}-${(this.renamed += 1)}"`);
    if (choice === 2) return lifecycleMutation('unpublish', 'entryUnpublish');
    if (choice === 3) return lifecycleMutation('publish', 'entryPublish');
    if (choice === 4)
      return lifecycleMutation('restore', 'entryRevert', `, revision: ${1 + random.below(revision)}, publish: true`);
    const field = random.pick(Object.keys(other.record));
    const record = { ...one.record, [field]: other.record[field] };
    const publish = random.chance(0.8);
    return [`save ${field}${publish ? '' : ' as a draft'} of`, SAVE, entryToSave(one, record, publish)];
  }
}

/** Saves and publishes another record of an entry. Returns whether the server accepted it. */
export function saveEntry(
  sendQuery: SendQuery,
  entry: EditableEntry,
  record: EditableEntry['record'],
): Promise<boolean> {
  return isDone(sendQuery, SAVE, entryToSave(entry, record, true));
}

function entryToSave(
  { entryKind: kind, slug, revision }: EditableEntry,
  record: EditableEntry['record'],
  publish: boolean,
) {
  return { entry: { kind, slug, record, expectedRevision: revision, publish } };
}

async function isDone(sendQuery: SendQuery, mutation: string, variables: object): Promise<boolean> {
  const { userErrors, obstacle } = (await sendQuery(mutation, variables))['done'] as {
    userErrors: unknown[];
    obstacle: unknown;
  };
  return userErrors.length === 0 && obstacle === null;
}
