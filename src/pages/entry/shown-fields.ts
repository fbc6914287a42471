import type { Field, Inverse, Kind, Model, Shape } from '../../model/model.js';

/** Fields of every entry that are told at the foot of its page, or not at all. */
const BOOKKEEPING = new Set([
  'title',
  'titleLocale',
  'summary',
  'summaryLocale',
  'note',
  'citations',
  'claims',
  'slug',
]);
/** The type of a time from a day to another. */
export const SPAN = 'Span';
/** What an entry is called in short, which is the same in all languages. */
export const SHORT_NAME = 'acronym';
/** What is embedded deeper than this is not shown. */
export const DEEPEST = 2;

/** Whether the public sees a field, and it can be asked for without arguments. */
export function isShown(field: Field): boolean {
  const needsArguments = (field.node.arguments ?? []).some(
    ({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue,
  );
  return !field.recordOnly && field.audience === null && field.nature !== 'output' && !needsArguments;
}

/** Works something out once for each kind: a page asks for each of its rows. */
function oncePerKind<T>(work: (model: Model, kind: Kind) => T): (model: Model, kind: Kind) => T {
  const known = new WeakMap<Kind, T>();
  return (model, kind) => {
    if (!known.has(kind)) known.set(kind, work(model, kind));
    return known.get(kind)!;
  };
}

/** The fields of a kind that its page shows each in its place, in the order of the SDL: not those that all entries have. */
export const ownFields = oncePerKind((model, kind): readonly Field[] => {
  const common = new Set(model.interfaces.find(({ name }) => name === 'Entry')!.fields.map(({ name }) => name));
  return kind.fields.filter((field) => isShown(field) && !BOOKKEEPING.has(field.name) && !common.has(field.name));
});

/** The text that a page begins with: the first of a kind that weighs in the search. */
export function leadField({ fields }: Kind): Field | null {
  const texts = fields.filter(({ type, list, name }) => type === 'String' && !list && name !== 'title');
  return texts.find(({ name }) => name === 'summary') ?? texts.find((f) => f.localised && f.search >= 2) ?? null;
}

/** The ways by which entries link to one of a kind, as far as the public sees them. */
export const shownInverses = oncePerKind((model, kind): readonly Inverse[] =>
  kind.inverses.filter(({ origins }) =>
    origins.some(({ kind: far, field }) => field.audience === null && model.kind(far).audience === null),
  ),
);

/** The kind at the far end of a link or an inverse; null where it can be several. */
export function farKind(model: Model, of: Field | Inverse): Kind | null {
  if ('origins' in of) return of.mixed ? null : model.kind(of.origins[0]!.kind);
  return of.link && !of.link.toInterface ? model.kind(of.link.target) : null;
}

/** Whether the entries that a field links to have short names. */
export function hasShortName(model: Model, of: Field): boolean {
  return farKind(model, of)?.fields.some((field) => field.name === SHORT_NAME && isShown(field)) ?? false;
}

/** What is said of an entry in a list of them, in a few words: its first enum, its first link, and its first date or time. */
export const rowFields = oncePerKind((model, kind): readonly Field[] => {
  const own = ownFields(model, kind).filter(({ list, computed }) => !list && !computed);
  const first = (is: (field: Field) => boolean) => own.filter(is).slice(0, 1);
  return [
    ...first(({ nature }) => nature === 'enum'),
    ...first(({ nature }) => nature === 'link'),
    ...first(({ type }) => type === 'PartialDate' || type === SPAN),
  ];
});

/** The word by which many entries of a kind are told apart: its first enum that lists are filtered by; null where it has none. */
export function groupingField(model: Model, kind: Kind): Field | null {
  return (
    ownFields(model, kind).find(
      ({ nature, list, facet, computed }) => nature === 'enum' && !list && facet && !computed,
    ) ?? null
  );
}

/** Whether a shape is a pair of enums, which make a matrix. */
export function isPairOfEnums({ fields }: Shape): boolean {
  return fields.length === 2 && fields.every(({ nature, list }) => nature === 'enum' && !list);
}

/** Whether entries of the kind quote figures, each of which may hold no longer. */
export function quotesFigures({ fields }: Kind): boolean {
  return fields.some(({ name, type, list }) => name === 'claims' && type === 'Claim' && list);
}
