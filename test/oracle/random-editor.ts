import type { Random } from '../store/random.js';
import type { Ask, RootList } from './contract.js';

interface Editable {
  id: string;
  slug: string;
  entryKind: string;
  revision: number;
  record: Record<string, unknown>;
}

const PAYLOAD = 'userErrors { code } obstacle { __typename }';
const SAVE = `mutation ($entry: EntryToSave!) { done: entrySave(entry: $entry) { ${PAYLOAD} } }`;

/** Changes entries at random as editors do, by mutations; what is put into a field is what another entry has there. */
export class RandomEditor {
  private renamed = 0;

  /**
   * @param ask as an editor in a preview
   * @param among how many entries at each end of a list are edited; of few each is edited again and again
   */
  constructor(
    private readonly random: Random,
    private readonly ask: Ask,
    private readonly lists: readonly RootList[],
    private readonly among = 40,
  ) {}

  /** Does one thing that is accepted. Returns what it was. */
  async step(): Promise<string> {
    for (;;) {
      const { name } = this.random.pick(this.lists);
      const query = `{ list: ${name}(${this.random.pick(['first', 'last'])}: ${this.among}) { nodes { id slug entryKind revision record } } }`;
      const { nodes } = (await this.ask(query))['list'] as { nodes: Editable[] };
      if (nodes.length === 0) continue;
      const one = this.random.pick(nodes);
      const [what, mutation, variables] = this.chosen(one, this.random.pick(nodes));
      const { done } = await this.ask(mutation, variables);
      const { userErrors, obstacle } = done as { userErrors: unknown[]; obstacle: unknown };
      if (userErrors.length === 0 && obstacle === null) return `${what} ${one.entryKind} ${one.slug}`;
    }
  }

  private chosen(one: Editable, other: Editable): [string, string, object] {
    const { random } = this;
    const { id, slug, entryKind, revision } = one;
    const seen = `id: "${id}", expectedRevision: ${revision}`;
    const plain = (what: string, name: string, more = ''): [string, string, object] => [
      what,
      `mutation { done: ${name}(${seen}${more}) { ${PAYLOAD} } }`,
      {},
    ];
    const fate = random.below(10);
    if (fate === 0)
      return plain('withdraw', 'entryRetire', `, links: ${random.pick(['RESTRICT', 'UNLINK', 'RETIRE'])}`);
    if (fate === 1) return plain('rename', 'entryRename', `, to: "${slug}-${(this.renamed += 1)}"`);
    if (fate === 2) return plain('unpublish', 'entryUnpublish');
    if (fate === 3) return plain('publish', 'entryPublish');
    if (fate === 4) return plain('restore', 'entryRevert', `, revision: ${1 + random.below(revision)}, publish: true`);
    const field = random.pick(Object.keys(other.record));
    const record = { ...one.record, [field]: other.record[field] };
    const publish = random.chance(0.8);
    const entry = { kind: entryKind, slug, record, expectedRevision: revision, publish };
    return [`save ${field}${publish ? '' : ' as a draft'} of`, SAVE, { entry }];
  }
}
