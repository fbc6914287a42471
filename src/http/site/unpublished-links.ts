import type { SharedServices } from '../../graphql/request/context.js';
import { PUBLIC_VIEW } from '../../model/visibility.js';

const LINK = /<a\b[^>]*? href="(\/[^"]*)"[^>]*>([\s\S]*?)<\/a>/g;
const ENTRY_PATH = /^(?:\/[a-z]{2})?\/(\w+)\/([\w-]+)$/;

/** Replaces links to unpublished entries with their text, since the links would lead to errors. */
export async function withoutUnpublishedLinks(page: string, services: SharedServices): Promise<string> {
  const { model, store, areas } = services;
  const urlOf = (href: string) => new URL(href.replaceAll('&amp;', '&'), 'http://host');
  const entryAt = (href: string) => {
    const [, singular, slug = ''] = ENTRY_PATH.exec(urlOf(href).pathname) ?? [];
    const kind = model.kinds.find((kind) => kind.singular === singular);
    return kind && { kind: kind.name, slug };
  };
  const linked = [...page.matchAll(LINK)].flatMap(([, href]) => entryAt(href!) ?? []);
  const hidden = new Set<string>();
  for (const kind of new Set(linked.map((entry) => entry.kind))) {
    const slugs = [...new Set(linked.flatMap((entry) => (entry.kind === kind ? entry.slug : [])))];
    const found = await store.entries.bySlug(kind, slugs, [], PUBLIC_VIEW);
    for (const [index, slug] of slugs.entries()) if (!found[index]) hidden.add(`${kind}/${slug}`);
  }
  const isHidden = (href: string) => {
    const entry = entryAt(href);
    if (entry) return hidden.has(`${entry.kind}/${entry.slug}`);
    const area = urlOf(href).searchParams.get('area');
    return area !== null && areas.current.match(area) === null;
  };
  return page.replaceAll(LINK, (link, href: string, text: string) => (isHidden(href) ? text : link));
}
