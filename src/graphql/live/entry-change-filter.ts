import { type EntryKey, kindKey, redirectTarget } from '../../model/entry-key.js';
import { entryKindName } from '../../model/model.js';
import { hasRole } from '../../model/roles.js';
import type { StoredEntry } from '../../store/entries.js';
import type { ChangedEntry } from '../../store/change-log.js';
import { EntryReference } from '../../reading/entry-reference.js';
import type { Context } from '../request/context.js';
import { parseGlobalId } from '../request/global-id.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import type { LiveEvent } from './change-broadcaster.js';

export interface EntryChangedArguments {
  kinds?: readonly string[] | null;
  ids?: readonly string[] | null;
  after?: number | null;
}

/** One event of the subscription `entryChanged`. */
export interface EntryChangeEvent {
  after: number;
  gap: boolean;
  entries: readonly object[];
}

type EventContext = Pick<Context, 'model' | 'store' | 'viewer' | 'view'>;

/** Converts changes to the events that match the arguments of a subscription and are visible to its viewer. */
export class EntryChangeFilter {
  private readonly kinds: ReadonlySet<string>;
  private readonly requestedKeys: readonly { kind: string; slug: string }[] | null;
  /** Keys of the selected entries, with former and current slugs. Null if not yet read, or if all are selected. */
  private entryKeys: ReadonlySet<string> | null = null;

  /** @throws AppError BAD_ID for an invalid ID */
  constructor(
    private readonly context: EventContext,
    { kinds, ids }: EntryChangedArguments,
  ) {
    const { model, viewer } = context;
    const isRequested = (name: string) => kinds?.includes(name) ?? true;
    const visibleKinds = model.kinds.filter(
      (kind) => isRequested(entryKindName(kind)) && hasRole(viewer.role, kind.audience),
    );
    this.kinds = new Set(visibleKinds.map(({ name }) => name));
    this.requestedKeys =
      ids?.map((id) => parseGlobalId(model, id)).map(({ kind, slug }) => ({ kind: kind.name, slug })) ?? null;
  }

  /** Discards `entryKeys` if the event may rename an entry. Must be called for every event. */
  observe({ payload }: LiveEvent): void {
    if (typeof payload === 'string' || payload.entries.some(({ action }) => action === 'RENAME')) this.entryKeys = null;
  }

  /** Returns the events of a change. Large changes are split into several events; irrelevant changes have none. */
  async toEvents({ sequence, payload }: LiveEvent): Promise<EntryChangeEvent[]> {
    if (typeof payload === 'string') return [{ after: sequence, gap: payload === 'GAP', entries: [] }];
    await this.readSlugs();
    const entries = payload.entries.filter((entry) => this.isSelected(entry)).map((entry) => this.toEvent(entry));
    const events: EntryChangeEvent[] = [];
    for (let index = 0; index < entries.length; index += PAGE_LIMITS.max) {
      const isLast = index + PAGE_LIMITS.max >= entries.length;
      // Only the last event of a split change has its number: a client that reconnects earlier receives all of them.
      events.push({
        after: isLast ? sequence : sequence - 1,
        gap: false,
        entries: entries.slice(index, index + PAGE_LIMITS.max),
      });
    }
    return events;
  }

  private isSelected({ kind, slug, isPublic }: ChangedEntry): boolean {
    if (!this.kinds.has(kind) || !(isPublic || this.context.view.preview)) return false;
    return this.entryKeys?.has(`${kind}/${slug}`) ?? true;
  }

  private toEvent({ kind, slug, revision, action }: ChangedEntry): object {
    return {
      slug,
      entryKind: entryKindName(this.context.model.kind(kind)),
      revision,
      action,
      entry: new EntryReference(kind, slug),
    };
  }

  /** Reads the slugs of the selected entries, if they are not known. */
  private async readSlugs(): Promise<void> {
    if (!this.requestedKeys || this.entryKeys) return;
    const { store, view } = this.context;
    const entryKeys = new Set<string>();
    for (const { kind, slug } of this.requestedKeys) {
      for (let key: EntryKey | null = { kind, slug }; key !== null && !entryKeys.has(kindKey(key));) {
        entryKeys.add(kindKey(key));
        const [entry]: (StoredEntry | null)[] = await store.entries.bySlug(key.kind, [key.slug], [], view);
        key = entry?.movedTo ? redirectTarget(this.context.model, key.kind, entry.movedTo) : null;
      }
    }
    this.entryKeys = entryKeys;
  }
}
