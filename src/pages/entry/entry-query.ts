import { NAME_FRAGMENT } from '../../html/page-writer.js';
import { QUOTATION_FIELDS } from '../../html/quotation.js';
import { selectPageParts } from '../../kinds/pages/index.js';
import type { PagePart } from '../../kinds/pages/page-part.js';
import { areaCodeField, type Field, type Inverse, type Kind, type Model, type Shape } from '../../model/model.js';
import {
  MAX_EMBEDDED_DEPTH,
  targetKind,
  groupingField,
  hasAcronym,
  isDisplayable,
  ownFields,
  hasClaims,
  rowFields,
  ACRONYM_FIELD,
  publicInverseLinks,
  SPAN_TYPE,
} from './displayed-fields.js';

/** Number of entries to read for a list of inverse links. A grouped list shows more. */
const PAGE_SIZES = { plain: 8, grouped: 24 };
/** Inverse link to the entries that replace this one. */
export const REPLACED_BY_FIELD = 'supersededBy';

const SUMMARY_LOCALE_FIELD = 'summaryLocale';

const CITATIONS_SELECTION = `citations { source { ...Name publisherName url publishedOn } locator ${QUOTATION_FIELDS} note }`;
const CLAIMS_SELECTION =
  'claims { statement value status now period breakdown { dimension code } indicator { ...Name unit } area { ...Name } ' +
  'observation { flags sources { ...Name } } }';

/**
 * Returns the query of an entry's page: all public fields, links in both directions, and the fields of page parts. Its
 * variables are `slug`, and if a part uses them, `from` (first year of figures) and `today`.
 */
export function entryQuery(model: Model, kind: Kind): string {
  return new EntryQueryBuilder(model, kind).build(selectPageParts(kind));
}

/**
 * Returns the query for what is still shown of a withdrawn entry: its title, and the entries that replace it. Its
 * variable is `slug`.
 * @param extraFields  further fields of the entry
 */
export function withdrawnEntryQuery(kind: Kind, extraFields = ''): string {
  const hasReplacements = kind.inverses.some(({ name }) => name === REPLACED_BY_FIELD);
  const links = hasReplacements ? `${REPLACED_BY_FIELD}(first: ${PAGE_SIZES.plain}) { nodes { ...Name } }` : '';
  const selections = `slug title status translation { missing fellBackTo } ${links} ${extraFields}`;
  return `query Remains($slug: Slug!) { entry: ${entryField(kind)} { ${selections} } } ${hasReplacements ? NAME_FRAGMENT : ''}`;
}

/** Returns the query for the slug of the entry with a code. Its variable is `code`. */
export function slugByCodeQuery({ singular }: Kind): string {
  return `query OfCode($code: AreaCode!) { entry: ${singular}(by: { code: $code }) { slug } }`;
}

/** Returns the root field that selects an entry of a kind by the variable `slug`. */
export function entryField(kind: Kind): string {
  return `${kind.singular}(${areaCodeField(kind) ? 'by: { slug: $slug }' : 'slug: $slug'})`;
}

/** Returns the GraphQL fragment for an entry in a list: its name, summary and row fields. */
export function rowFragment(model: Model, kind: Kind): string {
  return `fragment Row${kind.name} on ${kind.name} { ...Name summary ${summaryLocaleField(kind)} ${rowFieldsSelection(model, kind)} }`;
}

/** Returns the name of the field with the locale of a computed summary; empty if the summary is not computed. */
export function summaryLocaleField({ fields }: Kind): string {
  return fields.some(({ name }) => name === SUMMARY_LOCALE_FIELD) ? SUMMARY_LOCALE_FIELD : '';
}

/** Returns the selection of an entry's row fields. The prefix avoids equal aliases in lists of several kinds. */
export function rowFieldsSelection(model: Model, kind: Kind, aliasPrefix = ''): string {
  const fieldSelections = rowFields(model, kind).map((field) => {
    const { name, category, type } = field;
    const aliasedField = aliasPrefix === '' ? name : `${aliasPrefix}${name}: ${name}`;
    if (category === 'link') return `${aliasedField} { ...Name ${hasAcronym(model, field) ? ACRONYM_FIELD : ''} }`;
    return type === SPAN_TYPE ? `${aliasedField} { from to }` : aliasedField;
  });
  return fieldSelections.join(' ');
}

class EntryQueryBuilder {
  private readonly fragments = new Map<string, string>();

  constructor(
    private readonly model: Model,
    private readonly kind: Kind,
  ) {}

  build(parts: readonly PagePart[]): string {
    const { model, kind } = this;
    const replacedFields = new Set(parts.flatMap(({ replacesFields }) => replacesFields));
    const partFields = parts.map(({ fields }) => fields).join(' ');
    const isUnreplaced = ({ name }: { name: string }) => !replacedFields.has(name);
    const ownScalars = ownFields(model, kind)
      .filter(isUnreplaced)
      .map((field) => this.selectField(field, 0));
    const inverses = publicInverseLinks(model, kind)
      .filter(isUnreplaced)
      .map((inverse) => this.selectInverse(inverse));
    const hasField = (name: string) => kind.fields.some((field) => field.name === name && isDisplayable(field));
    const selections = [
      `slug title status revision updatedAt summary ${summaryLocaleField(kind)} sameAs`,
      ...['note', 'checkedOn', 'reviewBy'].filter(hasField),
      'translation { locale isReviewed missing stale fellBackTo } translations { locale isOriginal missing }',
      'citation(style: APA)',
      hasClaims(kind) ? CLAIMS_SELECTION : '',
      CITATIONS_SELECTION,
      ...ownScalars,
      ...inverses,
      partFields,
    ];
    const partRootFields = parts.map(({ rootFields = '' }) => rootFields).join(' ');
    const fromVariable = partFields.includes('$from') ? ', $from: Period' : '';
    const todayVariable = partRootFields.includes('$today') ? ', $today: PartialDate' : '';
    const query = `query Page($slug: Slug!${fromVariable}${todayVariable}) { entry: ${entryField(kind)} { ${selections.join(' ')} } ${partRootFields} }`;
    return [query, NAME_FRAGMENT, ...this.fragments.values()].join(' ').replace(/\s+/g, ' ');
  }

  private selectField(field: Field, depth: number): string {
    const { name, category } = field;
    if (category === 'link')
      return `${name} { ...${field.list && depth === 0 && !field.facet ? this.rowFragmentName(field) : 'Name'} }`;
    if (category === 'object')
      return depth >= MAX_EMBEDDED_DEPTH
        ? ''
        : `${name} { ${this.selectShape(this.model.shape(field.type), depth + 1)} }`;
    return name;
  }

  private selectShape({ fields }: Shape, depth: number): string {
    const shownFields = fields.filter((field) => isDisplayable(field) && field.type !== 'Citation');
    return shownFields.map((field) => this.selectField(field, depth)).join(' ') || '__typename';
  }

  private selectInverse(inverse: Inverse): string {
    const { name, via } = inverse;
    const rowFragment = this.rowFragmentName(inverse);
    const linkedKind = targetKind(this.model, inverse);
    const first = PAGE_SIZES[linkedKind && groupingField(this.model, linkedKind) ? 'grouped' : 'plain'];
    if (via === null) return `${name}(first: ${first}) { totalCount nodes { ...${rowFragment} } }`;
    const fields = this.model.shape(via).fields.filter(({ category }) => category === 'scalar' || category === 'enum');
    const viaSelection = fields.length > 0 ? ` via { ${fields.map((field) => field.name).join(' ')} }` : '';
    return `${name}(first: ${first}) { totalCount edges { node { ...${rowFragment} }${viaSelection} } }`;
  }

  private rowFragmentName(fieldOrInverse: Field | Inverse): string {
    const kind = targetKind(this.model, fieldOrInverse);
    if (!kind) return 'Name';
    const name = `Row${kind.name}`;
    if (!this.fragments.has(name)) this.fragments.set(name, rowFragment(this.model, kind));
    return name;
  }
}
