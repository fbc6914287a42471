import type { DisplayItem } from '../../saved-queries/display-cell.js';
import type { DisplayCell } from '../../saved-queries/display-table.js';
import { useSettings } from '../common/settings.js';

const MAX_ITEMS = 5;

/** Renders the items of a cell, with links. Long lists are collapsed. */
export function CellView({ cell: { items, isMissing } }: { cell: DisplayCell }) {
  const { messages, format } = useSettings();
  const [first, ...others] = items;
  if (!first) return null;
  if (others.length === 0) return isMissing ? <span className="missing">{first.text}</span> : <Item item={first} />;
  const shownItems = items.length > MAX_ITEMS ? items.slice(0, MAX_ITEMS - 1) : items;
  const remaining = items.slice(shownItems.length);
  return (
    <>
      <Items items={shownItems} />
      {remaining.length > 0 && (
        <details>
          <summary>{messages.screen.moreItems({ count: format.number(remaining.length) })}</summary>
          <Items items={remaining} />
        </details>
      )}
    </>
  );
}

function Items({ items }: { items: readonly DisplayItem[] }) {
  return (
    <ul className="items">
      {items.map((item, index) => (
        <li key={index}>
          <Item item={item} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item: { text, href } }: { item: DisplayItem }) {
  return href === null ? text : <a href={href}>{text}</a>;
}
