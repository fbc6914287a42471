import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  typeFromAST,
  visit,
} from 'graphql';
import { findSchemaField } from './find-schema-field.js';
import { ADDED_ALIAS_PREFIX, isEntryType } from './row-key-fields.js';
import type { SelectedField } from './read-selection.js';

/** Field with the language of an entry's title. Not all types have it. */
export const TITLE_LOCALE_FIELD = 'titleLocale';
/** Field with the language of an entry's summary. Not all types have it. */
export const SUMMARY_LOCALE_FIELD = 'summaryLocale';
/** Language fields of texts without a locale argument, and the text fields to which they apply; null for all. */
export const PLAIN_TEXT_LOCALE_FIELDS: ReadonlyMap<string, readonly string[] | null> = new Map([
  ['quoteLanguage', ['quote']],
  ['sentenceLocale', null],
  ['textLocale', null],
]);
/** Field with the translation state of an entry's texts. */
export const TRANSLATION_FIELD = 'translation';
export const LOCALE_ARGUMENT = 'locale';
/** Field with the entry of an edge. The other fields of an edge belong to the link. */
export const NODE_FIELD = 'node';
/** Field of an edge with the data of its links. */
export const VIA_FIELD = 'via';

/** Texts that a language field can cover, narrowest first: the title; title and summary; all texts. */
const TEXT_SCOPES = ['title', 'summary', '*'] as const;

/** By locale argument: the broadest scope of the texts that a query selects of an entry, as index of `TEXT_SCOPES`. */
type RequestedLanguages = Map<string, { locale: ArgumentNode | undefined; textScope: number; hasSummary: boolean }>;

/** Adds the fields with the languages of all selected texts to a query. @param document result of `addRowFields` */
export function addLanguageFields(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const usedKeys = new Set<string>();
  visit(document, {
    Field: ({ name, alias }) => {
      if (alias) usedKeys.add(alias.value);
      if (name.value === TRANSLATION_FIELD) usedKeys.add(TRANSLATION_FIELD);
    },
  });
  const selector = new LanguageSelector(schema, usedKeys);
  return visit(document, {
    OperationDefinition: (operation) => {
      const root = schema.getRootType(operation.operation);
      if (!root) return undefined;
      const selections = selector.addFields(operation.selectionSet.selections, root, null);
      return { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } as const };
    },
  });
}

class LanguageSelector {
  /** @param usedKeys  response keys that are already in use for other fields */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly usedKeys: ReadonlySet<string>,
  ) {}

  /**
   * Adds language fields to a selection.
   * @param requested  texts requested of the enclosing entry; null outside of entries
   * @param isOwn  whether the fields belong to the entry itself
   */
  addFields(
    selections: readonly SelectionNode[],
    type: GraphQLNamedType,
    requested: RequestedLanguages | null,
    isOwn = false,
  ): readonly SelectionNode[] {
    const isEntry = requested === null && isEntryType(type);
    const nestedLanguages: RequestedLanguages | null = isEntry ? new Map() : requested;
    const newSelections = selections.map((node) => this.extendNode(node, type, nestedLanguages, isEntry || isOwn));
    for (const [name, texts] of PLAIN_TEXT_LOCALE_FIELDS) {
      const isNeeded = this.has(type, name) && selections.some((node) => this.isPlainText(node, type, texts));
      if (isNeeded) newSelections.push(this.asField(name));
    }
    if (isEntry) return [...newSelections, ...this.languageFields(nestedLanguages!, type)];
    return requested === null
      ? [...newSelections, ...selections.flatMap((node) => this.viaLanguages(node, type))]
      : newSelections;
  }

  private extendNode(
    node: SelectionNode,
    type: GraphQLNamedType,
    requested: RequestedLanguages | null,
    isOwn: boolean,
  ): SelectionNode {
    if (node.kind === Kind.FRAGMENT_SPREAD) return node;
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const inner = (node.typeCondition && typeFromAST(this.schema, node.typeCondition)) ?? type;
      return this.extendInner(node, inner, requested, isOwn);
    }
    const field = findSchemaField(this.schema, type, node.name.value);
    const result = field && getNamedType(field.type);
    if (!field || !result) return node;
    if (isCompositeType(result)) {
      const isPage = 'getFields' in result && 'pageInfo' in result.getFields();
      const isPart = !isEntryType(result) && !isPage;
      return this.extendInner(node, result, isPart ? requested : null, false);
    }
    if (requested && isLocalised(field)) recordLocale(requested, node, isOwn);
    return node;
  }

  private extendInner<N extends FieldNode | Extract<SelectionNode, { kind: Kind.INLINE_FRAGMENT }>>(
    node: N,
    type: GraphQLNamedType,
    requested: RequestedLanguages | null,
    isOwn: boolean,
  ): N {
    if (!node.selectionSet) return node;
    const selections = this.addFields(node.selectionSet.selections, type, requested, isOwn);
    return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  }

  /** Returns the `node` of an edge with its language fields, if the link (`via`) has texts. */
  private viaLanguages(node: SelectionNode, type: GraphQLNamedType): FieldNode[] {
    if (node.kind !== Kind.FIELD || node.name.value !== VIA_FIELD || !node.selectionSet) return [];
    const field = findSchemaField(this.schema, type, VIA_FIELD);
    const requested: RequestedLanguages = new Map();
    if (field) this.addFields(node.selectionSet.selections, getNamedType(field.type), requested);
    const selections = this.languageFields(requested, type);
    return selections.length > 0
      ? [{ ...fieldNode(NODE_FIELD), selectionSet: { kind: Kind.SELECTION_SET, selections } }]
      : [];
  }

  /** Returns the language fields of an entry. Fields have different aliases, so that they are never merged. */
  private languageFields(requested: RequestedLanguages, type: GraphQLNamedType): FieldNode[] {
    const summaryField =
      this.has(type, SUMMARY_LOCALE_FIELD) && requested.get('')?.hasSummary ? [this.asField(SUMMARY_LOCALE_FIELD)] : [];
    const languageFields = [...requested.values()].map(({ locale, textScope }) => {
      if (this.has(type, TITLE_LOCALE_FIELD) && textScope === 0 && !locale) return this.asField(TITLE_LOCALE_FIELD);
      const isShort = textScope < 2;
      const alias = `${isShort ? 'short' : 'whole'}${locale ? `_${print(locale.value).replace(/\W/g, '')}` : ''}`;
      const isPlain = isShort && !locale && !this.usedKeys.has(TRANSLATION_FIELD);
      const { arguments: inShort, selectionSet } = isShort ? IN_SHORT : IN_FULL;
      const args = [...(locale ? [locale] : []), ...(inShort ?? [])];
      return { ...fieldNode(TRANSLATION_FIELD, isPlain ? undefined : alias), arguments: args, selectionSet };
    });
    return [...languageFields, ...summaryField];
  }

  /** Whether a node selects a text without a locale argument. @param texts  names of the texts; null for all */
  private isPlainText(node: SelectionNode, type: GraphQLNamedType, texts: readonly string[] | null): boolean {
    if (node.kind !== Kind.FIELD || texts?.includes(node.name.value) === false) return false;
    const field = findSchemaField(this.schema, type, node.name.value);
    return field !== undefined && getNamedType(field.type).name === 'String' && !isLocalised(field);
  }

  private has(type: GraphQLNamedType, name: string): boolean {
    return findSchemaField(this.schema, type, name) !== undefined;
  }

  private asField(name: string): FieldNode {
    return fieldNode(name, this.usedKeys.has(name) ? name : undefined);
  }
}

const [IN_SHORT, IN_FULL] = ['(inShort: true)', ''].map((args) => {
  const [operation] = parse(`{ ${TRANSLATION_FIELD}${args} { missing fellBackTo } }`, { noLocation: true }).definitions;
  return (operation as OperationDefinitionNode).selectionSet.selections[0] as FieldNode;
}) as [FieldNode, FieldNode];

/** Returns a field node, optionally with an alias. */
function fieldNode(name: string, alias?: string): FieldNode {
  const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;
  return {
    kind: Kind.FIELD,
    ...(alias !== undefined && { alias: nameNode(`${ADDED_ALIAS_PREFIX}${alias}`) }),
    name: nameNode(name),
  };
}

function recordLocale(
  requestedLanguages: RequestedLanguages,
  { name, arguments: givenArguments = [] }: FieldNode,
  isOwn: boolean,
): void {
  const locale = givenArguments.find((argument) => argument.name.value === LOCALE_ARGUMENT);
  const key = locale ? print(locale.value) : '';
  const found = isOwn ? TEXT_SCOPES.findIndex((scope) => scope === name.value) : -1;
  const scopeIndex = found < 0 ? TEXT_SCOPES.length - 1 : found;
  const existing = requestedLanguages.get(key);
  const hasSummary = existing?.hasSummary === true || TEXT_SCOPES[found] === 'summary';
  requestedLanguages.set(key, { locale, textScope: Math.max(scopeIndex, existing?.textScope ?? 0), hasSummary });
}

/** Whether a field has a locale argument. */
export function isLocalised({ args }: Pick<SelectedField['field'], 'args'>): boolean {
  return args.some(({ name }) => name === LOCALE_ARGUMENT);
}
