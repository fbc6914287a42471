import { type Html, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { Field, Kind } from '../../model/model.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';

/** An entry of a tree. The field with the name of the parent link contains its parent. */
export type TreeEntry = LinkedEntry & EntryValues & { slug: string };

/** Returns the field that links an entry of a kind to its parent in a tree; null if the kind has none. */
export function findParentLink({ fields }: Kind): Field | null {
  return fields.find(({ link, audience }) => link?.wider && audience === null) ?? null;
}

/** Renders entries as a tree, in their order. Entries whose parent is not listed are roots. */
export function treeHtml(entries: readonly TreeEntry[], parentLink: Field, writer: PageWriter): Html {
  const slugs = new Set(entries.map(({ slug }) => slug));
  const findParentSlug = (entry: TreeEntry) => (entry[parentLink.name] as { slug: string } | null)?.slug;
  const roots = entries.filter((entry) => !slugs.has(findParentSlug(entry) ?? ''));
  const subtreeHtml = (parentEntry: TreeEntry): Html | false => {
    const children = entries.filter((entry) => findParentSlug(entry) === parentEntry.slug);
    return (
      children.length > 0 &&
      html`<ul>
        ${children.map((child) => html`<li>${writer.link(child)}${subtreeHtml(child)}</li> `)}
      </ul>`
    );
  };
  return html`<ul class="tree">
    ${roots.map((root) => html`<li>${writer.link(root, 't')}${writer.summary(root)}${subtreeHtml(root)}</li> `)}
  </ul>`;
}
