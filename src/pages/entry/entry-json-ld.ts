import type { LinkedEntry } from '../../html/page-writer.js';
import { localisedPagePath } from '../../html/page-shell.js';
import schemaOrg from '../../kinds/pages/schema-org.json' with { type: 'json' };
import { textPagePath } from '../../model/explorer-url.js';
import { listLabel } from '../../i18n/kind-labels.js';
import type { LocalisedText } from '../../i18n/localised-text.js';
import { localisedJsonLd } from '../localised-json-ld.js';
import { entryFormats } from './entry-formats.js';
import type { EntryScope } from './entry-page-data.js';
import { hasValue } from './render-value.js';

/** Terms of schema.org: types by type name, and properties by field name. */
const { types, properties }: Record<'types' | 'properties', Readonly<Record<string, string>>> = schemaOrg;

/** Returns the JSON-LD of an entry's page: the page, its breadcrumbs and its subject. */
export function entryJsonLd(scope: EntryScope, description: LocalisedText): object {
  const { kind, entry, writer } = scope;
  const { address, messages } = writer;
  const url = `${address.origin}${writer.path(textPagePath(kind, entry.slug))}`;
  const crumbs = [
    { name: messages.site.home, path: '/' },
    { name: listLabel(messages, kind.plural).text, path: `/${kind.plural}` },
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': url,
    url,
    name: localisedJsonLd(scope.text('title', entry.title)),
    description: localisedJsonLd(description),
    inLanguage: writer.locale,
    dateModified: entry.updatedAt,
    version: entry.revision,
    isPartOf: { '@type': 'WebSite', name: 'Signpost', url: `${address.origin}${localisedPagePath(address, '/')}` },
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: [
        ...crumbs.map(({ name, path }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name,
          item: `${address.origin}${writer.path(path)}`,
        })),
        { '@type': 'ListItem', position: crumbs.length + 1, name: localisedJsonLd(scope.text('title', entry.title)) },
      ],
    },
    mainEntity: subjectJsonLd(scope, description),
  };
}

/** Returns the subject of an entry as an object of schema.org. */
function subjectJsonLd(scope: EntryScope, description: LocalisedText): object {
  const { kind, entry, writer } = scope;
  const type = types[kind.name] ?? 'Thing';
  const subjectFields = kind.fields.filter(({ name }) => properties[name] !== undefined && hasValue(entry[name]));
  const siteUrl = entry['url'] ?? entry['website'];
  const csvFormat = entryFormats(kind).find(({ extension }) => extension === 'csv');
  return {
    '@type': type,
    name: localisedJsonLd(scope.text('title', entry.title)),
    description: localisedJsonLd(description),
    ...(typeof siteUrl === 'string' && { url: siteUrl }),
    ...(entry.sameAs.length > 0 && { sameAs: entry.sameAs }),
    ...Object.fromEntries(subjectFields.map(({ name }) => [properties[name]!, propertyJsonLd(entry[name], scope)])),
    ...(type === 'Dataset' &&
      csvFormat && {
        isAccessibleForFree: true,
        distribution: {
          '@type': 'DataDownload',
          encodingFormat: csvFormat.mediaType,
          contentUrl: `${writer.address.origin}${writer.path(`${textPagePath(kind, entry.slug)}.${csvFormat.extension}`)}`,
        },
      }),
  };
}

function propertyJsonLd(value: unknown, scope: EntryScope): unknown {
  if (Array.isArray(value)) return value.map((item) => propertyJsonLd(item, scope));
  if (typeof value !== 'object' || value === null) return value;
  const { title, path } = value as LinkedEntry;
  const { writer } = scope;
  return { '@type': 'Organization', name: title, url: `${writer.address.origin}${writer.path(path)}` };
}
