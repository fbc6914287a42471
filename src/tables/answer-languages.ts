import { isLocalised, LOCALE, NODE, SUMMARY_LOCALE, TITLE_LOCALE, TRANSLATION, VIA } from './asking-languages.js';
import { readMember } from './cell.js';
import type { Selected } from './selection.js';

/** Texts that are there in English alone, whatever language is asked for. */
const ENGLISH = [
  ...['unit', 'citation', 'attribution', 'note', 'locator', 'description', 'matchedBy'],
  ...['act', 'article', 'edition'],
];
/** What tells of one text alone, with that. */
const OF_ONE: Readonly<Record<string, string>> = { [TITLE_LOCALE]: 'title', [SUMMARY_LOCALE]: 'summary' };
/** Begins the place of what stands in an entry, nobody knows where. */
const ANY = '*';

/** In which language texts of an entry are that were asked for in one. */
interface Told {
  locale: unknown;
  /** The one text that it tells of; null for all. */
  of: string | null;
  missing: readonly string[];
  fellBackTo: string | null;
}

/** What is told of the texts of an entry, of one alone first, then of all, and where in it something stands. */
interface Within {
  told: readonly Told[];
  path: string;
}

/** What of an object is read: what has texts in it, what tells of their languages, and the entry of an edge. */
interface Reading {
  telling: readonly Selected[];
  tellers: readonly Selected[];
  node: Selected | undefined;
}

const READINGS = new WeakMap<readonly Selected[], Reading>();

/** Finds the texts of an answer that are in another language than the one that was asked for. */
export class AnswerLanguages {
  private readonly foreign = new Map<string, string>();
  private readonly own = new Set<string>();

  /**
   * @param selection of what `askingLanguages` gives
   * @param locale the language that was asked for
   */
  constructor(
    private readonly selection: readonly Selected[],
    private readonly locale: string,
  ) {}

  /** Notes the texts of an answer, or of a page of it. */
  note(data: unknown): void {
    this.read(this.selection, data, null);
  }

  /** The texts with their languages; what is also said in the language that was asked for is not among them. */
  texts(): ReadonlyMap<string, string> {
    return new Map([...this.foreign].filter(([text]) => !this.own.has(text)));
  }

  private read(below: readonly Selected[], item: unknown, around: Within | null): void {
    const reading = readingOf(below);
    if (reading.telling.length === 0) return;
    const told = this.told(reading, item);
    const within = told.length > 0 ? { told, path: '' } : around;
    for (const selected of reading.telling) {
      const value = readMember(item, selected.key);
      if (value == null) continue;
      const { name, isConnection, isList } = selected;
      if (name === VIA && reading.node) {
        const ofNode = this.told(readingOf(reading.node.below), readMember(item, NODE));
        for (const each of [value].flat()) this.one(selected, each, { told: ofNode, path: ANY });
        continue;
      }
      const inner = isConnection ? null : within && { ...within, path: `${within.path}${name}` };
      if (!isList) {
        this.one(selected, value, inner);
        continue;
      }
      for (const [at, each] of (value as unknown[]).entries()) {
        this.one(selected, each, inner && { ...inner, path: `${inner.path}[${at}]` });
      }
    }
  }

  private one(selected: Selected, value: unknown, within: Within | null): void {
    if (value == null) return;
    if (selected.below.length > 0) this.read(selected.below, value, within && { ...within, path: `${within.path}.` });
    else if (!isLocalised(selected.field)) this.keep(String(value), 'en');
    else if (within) this.text(String(value), selected.args[LOCALE] ?? null, within);
  }

  private text(text: string, wanted: unknown, { told, path }: Within): void {
    const found = told.find(({ locale, of }) => locale === wanted && (of === null || of === path));
    if (!found) return;
    const { missing, fellBackTo } = found;
    const isMissing = path.startsWith(ANY)
      ? missing.some((each) => each.endsWith(path.slice(ANY.length)))
      : missing.includes(path);
    this.keep(text, isMissing ? fellBackTo : (wanted ?? this.locale));
  }

  private keep(text: string, lang: unknown): void {
    if (lang === this.locale) this.own.add(text);
    else if (lang !== null) this.foreign.set(text, String(lang));
  }

  private told({ tellers }: Reading, item: unknown): Told[] {
    return tellers.flatMap(({ name, key, args }): Told[] => {
      const value = readMember(item, key);
      const of = OF_ONE[name];
      if (of !== undefined) {
        const missing = value === this.locale ? [] : [of];
        return typeof value === 'string' ? [{ locale: null, of, missing, fellBackTo: value }] : [];
      }
      const { missing, fellBackTo } = (value ?? {}) as Partial<Told>;
      if (!missing || fellBackTo === undefined) return [];
      return [{ locale: args[LOCALE] ?? null, of: null, missing, fellBackTo }];
    });
  }
}

/** What of a selection is read; the same for all objects of it, and for all answers to the query. */
function readingOf(below: readonly Selected[]): Reading {
  const known = READINGS.get(below);
  if (known) return known;
  const weight = ({ name, args }: Selected) => (name in OF_ONE ? -1 : Number(args['inShort'] ?? false));
  const reading: Reading = {
    telling: below.filter(isTelling),
    tellers: below
      .filter(({ name }) => name === TRANSLATION || name in OF_ONE)
      .toSorted((one, other) => weight(one) - weight(other)),
    node: below.find(({ key, name }) => key === NODE && name === NODE),
  };
  READINGS.set(below, reading);
  return reading;
}

function isTelling(selected: Selected): boolean {
  const { below, name, field } = selected;
  if (below.length === 0) return isLocalised(field) || isEnglish(selected);
  return name !== TRANSLATION && readingOf(below).telling.length > 0;
}

function isEnglish({ name, type }: Selected): boolean {
  return ENGLISH.includes(name) && type.name === 'String';
}
