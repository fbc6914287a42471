import { entryKindName } from '../../model/model.js';
import { mayDo } from '../../model/roles.js';
import type { NoticedEntry } from '../../store/log.js';
import { Reference } from '../../reading/reference.js';
import type { Context } from '../request/context.js';
import { readGlobalId } from '../request/global-id.js';
import { PAGE } from '../../model/page-size.js';
import type { News } from './live-news.js';

/** What is asked of `entryChanged`. */
export interface EntryChangedArguments {
  kinds?: readonly string[] | null;
  ids?: readonly string[] | null;
  after?: number | null;
}

/** One answer of `entryChanged`, as its fields are read. */
export interface EntryNews {
  after: number;
  gap: boolean;
  entries: readonly object[];
}

type Who = Pick<Context, 'model' | 'store' | 'viewer' | 'view'>;

/** Picks out of what happens what somebody asked to be told of and may know. */
export class EntryChanged {
  private readonly kinds: ReadonlySet<string>;
  private readonly identified: readonly { kind: string; slug: string }[] | null;
  /** The entries meant, by kind and slug as they are called now; null where that is to be found out, or for all. */
  private meant: ReadonlySet<string> | null = null;

  /** @throws AppError BAD_ID */
  constructor(
    private readonly who: Who,
    { kinds, ids }: EntryChangedArguments,
  ) {
    const { model, viewer } = who;
    const isAsked = (name: string) => kinds?.includes(name) ?? true;
    const seen = model.kinds.filter((kind) => isAsked(entryKindName(kind)) && mayDo(viewer.role, kind.audience));
    this.kinds = new Set(seen.map(({ name }) => name));
    this.identified =
      ids?.map((id) => readGlobalId(model, id)).map(({ kind, slug }) => ({ kind: kind.name, slug })) ?? null;
  }

  /** Takes in how entries are called; of all news, whether or not it is answered here. */
  note({ what }: News): void {
    if (typeof what === 'string' || what.entries.some(({ action }) => action === 'RENAME')) this.meant = null;
  }

  /** What is told of news: in several pieces where there is much, in none where it is nothing to who asked. */
  async answers({ sequence, what }: News): Promise<EntryNews[]> {
    if (typeof what === 'string') return [{ after: sequence, gap: what === 'GAP', entries: [] }];
    await this.identify();
    const entries = what.entries.filter((entry) => this.isTold(entry)).map((entry) => this.told(entry));
    const answers: EntryNews[] = [];
    for (let at = 0; at < entries.length; at += PAGE.most) {
      const isLast = at + PAGE.most >= entries.length;
      // Whoever is cut off within a change is told of all of it again.
      answers.push({ after: isLast ? sequence : sequence - 1, gap: false, entries: entries.slice(at, at + PAGE.most) });
    }
    return answers;
  }

  private isTold({ kind, slug, isPublic }: NoticedEntry): boolean {
    if (!this.kinds.has(kind) || !(isPublic || this.who.view.preview)) return false;
    return this.meant?.has(`${kind}/${slug}`) ?? true;
  }

  private told({ kind, slug, revision, action }: NoticedEntry): object {
    return {
      slug,
      entryKind: entryKindName(this.who.model.kind(kind)),
      revision,
      action,
      entry: new Reference(kind, slug),
    };
  }

  /** Finds out how the entries asked for are called, at first and when one has got another slug. */
  private async identify(): Promise<void> {
    if (!this.identified || this.meant) return;
    const { store, view } = this.who;
    const meant = new Set<string>();
    for (const { kind, slug } of this.identified) {
      for (let called: string | null = slug; called !== null && !meant.has(`${kind}/${called}`);) {
        meant.add(`${kind}/${called}`);
        const [entry] = await store.entries.bySlug(kind, [called], [], view);
        called = entry?.movedTo ?? null;
      }
    }
    this.meant = meant;
  }
}
