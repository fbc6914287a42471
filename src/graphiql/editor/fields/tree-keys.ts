import type { FieldItem } from './field-tree.js';
import { joinPath } from './field-tree.js';

export type TreeAction = { do: 'GO'; to: FieldItem } | { do: 'OPEN' | 'CLOSE' | 'CHOOSE' };

/** Time within which typed letters form one word, in milliseconds. */
const WORD_TIMEOUT_MS = 700;

/**
 * Returns the action of a key, following the ARIA tree pattern; null for keys without function.
 * @param items  visible items in order
 * @param current  the focused item
 * @param typed  letters typed so far and their time; updated here
 */
export function actionOfKey(
  key: string,
  items: readonly FieldItem[],
  current: FieldItem,
  open: ReadonlySet<string>,
  typed: { text: string; at: number },
): TreeAction | null {
  const index = items.indexOf(current);
  const isOpen = open.has(joinPath(current.path));
  const go = (to: FieldItem | undefined): TreeAction | null => (to ? { do: 'GO', to } : null);
  const before = typed.text;
  typed.text = '';
  switch (key) {
    case 'ArrowDown':
      return go(items[index + 1]);
    case 'ArrowUp':
      return go(items[index - 1]);
    case 'Home':
      return go(items[0]);
    case 'End':
      return go(items.at(-1));
    case 'ArrowRight':
      return isOpen ? go(items[index + 1]) : current.isParent ? { do: 'OPEN' } : null;
    case 'ArrowLeft':
      return isOpen ? { do: 'CLOSE' } : go(items.findLast(({ path }) => isParentOf(path, current.path)));
    case 'Enter':
    case ' ':
      return { do: 'CHOOSE' };
  }
  if (key.length > 1) return null;
  const now = Date.now();
  typed.text = now - typed.at < WORD_TIMEOUT_MS ? before + key.toLowerCase() : key.toLowerCase();
  typed.at = now;
  // The first letter moves to the next match; further letters can keep the current one.
  const from = typed.text.length === 1 ? index + 1 : index;
  const around = [...items.slice(from), ...items.slice(0, from)];
  return go(around.find(({ label }) => label.toLowerCase().startsWith(typed.text)));
}

function isParentOf(path: readonly string[], inner: readonly string[]): boolean {
  return path.length === inner.length - 1 && path.every((step, index) => step === inner[index]);
}
