import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
} from 'yaml';
import {
  type Field,
  fieldByFormerName,
  findField,
  type Kind,
  type Model,
  type Shape,
  storedFields,
} from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';

/** Fields at the start of a file. `LAST_FIELDS` are at its end; other fields follow the order of the SDL. */
const FIRST_FIELDS = ['title'];
const LAST_FIELDS = ['citations', 'note', 'editorNote', 'hiddenLabels', 'reviewedTranslations'];

/** Maximum length of an unfolded text. Longer texts are folded at `LINE_WIDTH`. */
const MAX_UNFOLDED_LENGTH = 100;
const LINE_WIDTH = 110;

/** The parts of an entry's state that its file contains. */
export interface ExportedState {
  slug: string;
  status: string;
  originalLocale: string;
  record: EntryRecord;
  /** Former slugs, oldest first. */
  formerly?: readonly string[];
  /** Whether the entry is a draft with separate files, because there is also a published version. */
  isSeparateDraft?: boolean;
  /** Publication time of a draft; null if there is none. */
  publishAt?: Date | null;
}

/** Text of the existing file of a record, with the names of its unchanged fields. */
export interface ExistingText {
  text: string;
  /** Names of the fields that have the same value in the existing file and in the new one. */
  unchanged: ReadonlySet<string>;
}

/**
 * Renders the YAML file of a record: the schema line, metadata that differs from the default, then the fields.
 * Unchanged fields of an earlier file retain their format, and changed ones their comments.
 * @param omit fields to leave out
 */
export function recordYaml(
  model: Model,
  kind: Kind,
  entry: ExportedState,
  omit: readonly string[],
  existing: ExistingText | null = null,
): string {
  const { originalLocale, status, record, formerly = [] } = entry;
  const document = new Document({}, { version: '1.2', schema: 'core' });
  const root = document.contents as unknown as YAMLMap;
  const parsedDocument = existing && parseBody(existing.text);
  if (parsedDocument) {
    replaceFormerNames(model, kind, parsedDocument.contents);
    copyEndComments(document, parsedDocument);
  }
  const pairsBefore = parsedDocument ? pairsByName(parsedDocument) : new Map<string, Pair>();
  const addField = (name: string, value: unknown) => {
    const pair = document.createPair(name, value) as Pair;
    const oldPair = pairsBefore.get(name);
    if (oldPair) copyFieldComments(pair, oldPair);
    root.items.push(oldPair && existing?.unchanged.has(name) ? oldPair : pair);
  };
  if (originalLocale !== model.locales[0]) addField('originalLocale', originalLocale);
  const timePair = pairsBefore.get('publishAt');
  // A future publication time implies the status DRAFT, which is then omitted.
  const publishTime = isScalar(timePair?.value) ? Date.parse(String(timePair.value.value)) : null;
  if (entry.publishAt && publishTime === entry.publishAt.getTime()) root.items.push(timePair!);
  else if (entry.publishAt) addField('publishAt', entry.publishAt.toISOString().replace('.000Z', 'Z'));
  else if (status !== 'PUBLISHED' && !entry.isSeparateDraft) addField('status', status);
  if (formerly.length > 0) addField('formerly', formerly);
  for (const field of orderedFields(kind)) {
    if (omit.includes(field.name)) continue;
    const value = renderValue(model, field, record[field.name], originalLocale);
    if (value !== undefined) addField(field.name, value);
  }
  const schemaLine = `# yaml-language-server: $schema=../.schema/${kind.singular}.json\n`;
  return (
    (existing ? leadingComments(existing.text) : schemaLine) +
    document.toString({ lineWidth: LINE_WIDTH, minContentWidth: 40 })
  );
}

function leadingComments(text: string): string {
  return /^(?:#.*\n|\s*\n)*/.exec(text)![0];
}

function parseBody(text: string): Document {
  return parseDocument(text.slice(leadingComments(text).length), { version: '1.2', schema: 'core' });
}

/** Replaces former names of fields in a parsed file. */
function replaceFormerNames(model: Model, shape: Shape, node: unknown): void {
  if (isSeq(node)) for (const item of node.items) replaceFormerNames(model, shape, item);
  if (!isMap(node)) return;
  for (const { key, value } of node.items as Pair[]) {
    if (!isScalar(key)) continue;
    const field = findField(shape, String(key.value)) ?? fieldByFormerName(shape, String(key.value));
    if (field) key.value = field.name;
    if (field?.category === 'object') replaceFormerNames(model, model.shape(field.type), value);
  }
}

function pairsByName({ contents }: Document): Map<string, Pair> {
  const pairs = isMap(contents) ? (contents.items as Pair[]) : [];
  return new Map(pairs.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])));
}

function orderedFields(kind: Kind): Field[] {
  const rank = ({ name }: Field) => (FIRST_FIELDS.includes(name) ? -1 : LAST_FIELDS.indexOf(name) + 1);
  return [...storedFields(kind)].sort((a, b) => rank(a) - rank(b));
}

function renderValue(model: Model, field: Field, value: unknown, originalLocale: string): unknown {
  if (value === undefined || value === null) return undefined;
  if (field.list) {
    const items = value as unknown[];
    return items.length === 0 ? undefined : items.map((item) => renderSingle(model, field, item, originalLocale));
  }
  return renderSingle(model, field, value, originalLocale);
}

function renderSingle(model: Model, field: Field, value: unknown, originalLocale: string): unknown {
  if (field.category === 'object') {
    return renderEmbedded(model, model.shape(field.type), value as EntryRecord, originalLocale);
  }
  if (field.localised) return renderLocalised(model, value as EntryRecord, originalLocale);
  if (field.type === 'PartialDate') return /^[1-9]\d{3}$/.test(value as string) ? Number(value) : value;
  return typeof value === 'string' ? textNode(value) : value;
}

function renderEmbedded(model: Model, shape: Shape, value: EntryRecord, originalLocale: string): EntryRecord {
  const entries = storedFields(shape).map((field) => [
    field.name,
    renderValue(model, field, value[field.name], originalLocale),
  ]);
  return Object.fromEntries(entries.filter(([, renderedValue]) => renderedValue !== undefined)) as EntryRecord;
}

/** Renders a localised text. It is a string if it only exists in the original language, else a map by locale. */
function renderLocalised(model: Model, texts: EntryRecord, originalLocale: string): unknown {
  const locales = model.locales.filter((locale) => typeof texts[locale] === 'string');
  if (locales.length === 1 && locales[0] === originalLocale) return textNode(texts[originalLocale] as string);
  return Object.fromEntries(locales.map((locale) => [locale, textNode(texts[locale] as string)]));
}

function textNode(text: string): Scalar {
  const node = new Scalar(text);
  if (text.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
  else if (text.length > MAX_UNFOLDED_LENGTH) node.type = Scalar.BLOCK_FOLDED;
  return node;
}

/** Copies the comments at the end of a file to its new version. */
function copyEndComments(current: Document, before: Document): void {
  current.comment = before.comment;
  if (current.contents && before.contents) current.contents.comment = before.contents.comment;
}

/** Copies the comments of a field to its new version, at every depth. Drops those of removed values. */
function copyFieldComments(current: Pair, before: Pair): void {
  copyOwnComments(current.key as Node, before.key as Node);
  if (isNode(current.value) && isNode(before.value)) copyNestedComments(current.value, before.value);
}

function copyNestedComments(current: Node, before: Node): void {
  if (isScalar(current) && isScalar(before)) copyOwnComments(current, before);
  if (isMap(current) && isMap(before)) {
    copyOwnComments(current, before);
    const oldPairs = new Map((before.items as Pair[]).map((pair) => [pairName(pair), pair]));
    for (const pair of current.items as Pair[]) {
      const oldPair = oldPairs.get(pairName(pair));
      if (oldPair) copyFieldComments(pair, oldPair);
    }
  }
  if (isSeq(current) && isSeq(before)) {
    copyOwnComments(current, before);
    copyItemComments(current.items as Node[], before.items as Node[]);
  }
}

/** Copies the comments of list items to equal items. Matches the remaining objects by order. */
function copyItemComments(currentItems: readonly Node[], before: readonly Node[]): void {
  const remaining = [...before];
  const takeFirst = (matches: (old: Node) => boolean) => {
    const index = remaining.findIndex(matches);
    return index < 0 ? undefined : remaining.splice(index, 1)[0];
  };
  const unmatched = currentItems.filter((item) => {
    const equalItem = takeFirst((old) => nodeKey(old) === nodeKey(item));
    if (equalItem) copyNestedComments(item, equalItem);
    return !equalItem && isMap(item);
  });
  for (const item of unmatched) {
    const oldItem = takeFirst(isMap);
    if (oldItem) copyNestedComments(item, oldItem);
  }
}

function copyOwnComments(current: Node, before: Node): void {
  current.commentBefore = before.commentBefore;
  current.comment = before.comment;
  current.spaceBefore = before.spaceBefore;
}

function pairName({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

function nodeKey(node: Node): string {
  return JSON.stringify(node);
}
