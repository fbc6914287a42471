import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import type { FieldItem } from './field-tree.js';
import { joinPath } from './field-tree.js';
import type { SelectionPath } from './selection-path.js';
import { actionOfKey } from './tree-keys.js';

/** ARIA tree with checkboxes and keyboard control. Only the current item is in the tab order. */
export function FieldTree({
  label,
  items,
  open,
  setOpen,
  isChosen,
  toggle,
}: {
  label: string;
  items: readonly FieldItem[];
  open: ReadonlySet<string>;
  setOpen(open: ReadonlySet<string>): void;
  isChosen(path: SelectionPath): boolean;
  toggle(path: SelectionPath): void;
}) {
  const id = useId();
  const tree = useRef<HTMLUListElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [active, setActive] = useState('');
  const current = items.find(({ path }) => joinPath(path) === active) ?? items[0];

  const focus = (item: FieldItem) => {
    setActive(joinPath(item.path));
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(joinPath(item.path))}"]`)?.focus();
  };
  const setOpened = ({ path }: FieldItem, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(joinPath(path));
    else next.delete(joinPath(path));
    setOpen(next);
  };
  const choose = (item: FieldItem) => {
    // Selecting opens an item.
    if (item.isParent && !isChosen(item.path)) setOpened(item, true);
    toggle(item.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current) return;
    const step = actionOfKey(event.key, items, current, open, typed.current);
    if (!step) return;
    event.preventDefault();
    if (step.do === 'CHOOSE') choose(current);
    else if (step.do === 'GO') focus(step.to);
    else setOpened(current, step.do === 'OPEN');
  };

  return (
    <>
      <ul role="tree" aria-label={label} className="field-tree" ref={tree} onKeyDown={onKeyDown}>
        {items.map((item) => {
          const key = joinPath(item.path);
          const isOpen = open.has(key);
          return (
            <li
              key={key}
              data-key={key}
              role="treeitem"
              aria-level={item.path.length}
              aria-posinset={item.position}
              aria-setsize={item.count}
              aria-checked={isChosen(item.path)}
              aria-expanded={item.isParent ? isOpen : undefined}
              aria-describedby={item === current ? `${id}-about` : undefined}
              style={{ paddingInlineStart: `${item.path.length - 1}rem` }}
              tabIndex={item === current ? 0 : -1}
              onFocus={() => setActive(key)}
              onClick={() => choose(item)}
            >
              <span
                className="twisty"
                aria-hidden="true"
                onClick={(event) => {
                  if (!item.isParent) return;
                  event.stopPropagation();
                  setOpened(item, !isOpen);
                }}
              >
                {item.isParent && (isOpen ? '▾' : '▸')}
              </span>
              <span className="box" aria-hidden="true" />
              {item.label}
            </li>
          );
        })}
      </ul>
      <p id={`${id}-about`} className="about-field">
        <code>{current?.type}</code> <span lang="en">{current?.description}</span>
      </p>
    </>
  );
}
