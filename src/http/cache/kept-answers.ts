import type { Alteration, Alterations } from '../../store/dependencies.js';
import type { KeptAnswer } from './kept-answer.js';

/** Of all bytes, one answer takes at most this share. */
const LARGEST_SHARE = 1 / 32;
/** What the last changes altered is remembered, for answers that were being made meanwhile. */
const MOST_RECENT = 500;

interface Kept {
  key: string;
  answer: KeptAnswer;
}

/**
 * Answers by their keys, within bounds: those that were not asked for the longest give way. A change takes back exactly
 * those that depend on what it alters.
 */
export class KeptAnswers {
  /** In the order in which they were last asked for. */
  private readonly byKey = new Map<string, Kept>();
  private readonly byTag = new Map<string, Set<Kept>>();
  private readonly recent: { clock: number; altered: Alterations }[] = [];
  private changes = 0;
  private size = 0;

  constructor(private readonly mostBytes: number) {}

  /** Moves on with every change. */
  get clock(): number {
    return this.changes;
  }

  /** How many answers there are, and the bytes that they take, about. */
  get held(): { answers: number; bytes: number } {
    return { answers: this.byKey.size, bytes: this.size };
  }

  /** The answer that is kept under a key, which is then the last to give way. */
  get(key: string): KeptAnswer | undefined {
    const kept = this.byKey.get(key);
    if (!kept) return undefined;
    this.byKey.delete(key);
    this.byKey.set(key, kept);
    return kept.answer;
  }

  /** Whether an answer whose making began when the clock stood so holds still. */
  isCurrent({ dependencies }: KeptAnswer, begun: number): boolean {
    if (begun === this.changes) return true;
    const since = this.recent.filter(({ clock }) => clock > begun);
    if (since.length < this.changes - begun) return false;
    return since.every(
      ({ altered }) => altered !== 'EVERYTHING' && !altered.some((alteration) => dependencies.isAlteredBy(alteration)),
    );
  }

  /** Keeps an answer that is current, unless it is too large. */
  put(key: string, answer: KeptAnswer): void {
    this.drop(this.byKey.get(key));
    if (sizeOf({ key, answer }) > this.mostBytes * LARGEST_SHARE) return;
    const kept = { key, answer };
    this.byKey.set(key, kept);
    this.size += sizeOf(kept);
    for (const tag of answer.dependencies.tags.keys()) {
      const others = this.byTag.get(tag);
      if (others) others.add(kept);
      else this.byTag.set(tag, new Set([kept]));
    }
    this.makeRoom();
  }

  /** Counts bytes that an answer takes more than before. */
  grow(key: string, answer: KeptAnswer, bytes: number): void {
    const isKept = this.byKey.get(key)?.answer === answer;
    if (isKept) this.size += bytes;
    answer.size += bytes;
    if (isKept) this.makeRoom();
  }

  /** Takes back what a change alters. */
  take(altered: Alterations): void {
    this.changes += 1;
    this.recent.push({ clock: this.changes, altered });
    if (this.recent.length > MOST_RECENT) this.recent.shift();
    if (altered === 'EVERYTHING') this.clear();
    else for (const alteration of altered) this.takeBack(alteration);
  }

  private takeBack(alteration: Alteration): void {
    for (const kept of this.byTag.get(alteration.tag) ?? []) {
      if (kept.answer.dependencies.isAlteredBy(alteration)) this.drop(kept);
    }
  }

  private clear(): void {
    this.byKey.clear();
    this.byTag.clear();
    this.size = 0;
  }

  private makeRoom(): void {
    for (const kept of this.byKey.values()) {
      if (this.size <= this.mostBytes) return;
      this.drop(kept);
    }
  }

  private drop(kept: Kept | undefined): void {
    if (!kept) return;
    this.byKey.delete(kept.key);
    this.size -= sizeOf(kept);
    for (const tag of kept.answer.dependencies.tags.keys()) {
      const others = this.byTag.get(tag)!;
      others.delete(kept);
      if (others.size === 0) this.byTag.delete(tag);
    }
  }
}

function sizeOf({ key, answer }: Kept): number {
  return key.length + answer.size;
}
