import { isDay } from '../model/iso-date.js';
import { isDuration } from '../duration.js';
import { isSlug, splitKey } from '../model/entry-key.js';
import type { Field, Model } from '../model/model.js';
import { suggestionTip } from '../model/closest-match.js';
import { suggestNumber } from './suggest-number.js';
import { isLanguageCode, suggestLanguage } from './language-code.js';
import { readPartialDate } from './partial-date.js';
import type { ProblemPath, Problem, Report } from './problem.js';
import { normaliseText } from './normalise-text.js';
import { quoteText } from './message-text.js';

/** Normalises a single scalar, enum value or link. Undefined, with a problem, if it is invalid. */
export function normaliseValue(model: Model, field: Field, raw: unknown, path: ProblemPath, report: Report): unknown {
  if (field.category === 'link') return readLink(model, field, raw, path, report);
  if (field.category === 'enum') return readEnum(model, field, raw, path, report);
  switch (field.type) {
    case 'Int':
    case 'Float':
      return readNumber(field.type, raw, path, report);
    case 'Boolean':
      if (typeof raw === 'boolean') return raw;
      report.add('VALUE_WRONG_TYPE', path, `${describeValue(raw)} is not true or false`, booleanTip(raw));
      return undefined;
    case 'PartialDate':
      return readPartialDate(raw, path, report);
    case 'DateTime':
      return readDateTime(raw, path, report);
    case 'String':
    case 'Markdown': {
      const text = asText(raw, path, report);
      return text === undefined ? undefined : normaliseText(field, text, path, report);
    }
    default: {
      const text = asText(raw, path, report);
      return text === undefined ? undefined : readFormatted(field, text.trim(), path, report);
    }
  }
}

/** Returns a string value; undefined, with a problem, for other types. */
export function asText(raw: unknown, path: ProblemPath, report: Report, isLink = false): string | undefined {
  if (typeof raw === 'string') return raw;
  report.add('VALUE_WRONG_TYPE', path, `${describeValue(raw)} is not a text`, textTip(raw, path, report, isLink));
  return undefined;
}

/** Returns a tip with the text that was probably meant: a number in quotes, or the single value of an object. */
function textTip(raw: unknown, path: ProblemPath, report: Report, isLink: boolean): string {
  if (typeof raw !== 'object' || raw === null) {
    return `put it in quotes: "${report.locate(path, 'value').source ?? String(raw as number)}"`;
  }
  const [[key, value] = ['', null], ...otherPairs] = Object.entries(raw);
  const name = path.findLast((part) => typeof part === 'string');
  if (Array.isArray(raw) && otherPairs.length > 0 && typeof value === 'string') {
    return isLink
      ? `only one value is allowed; keep one, as in ${name}: ${value}`
      : `write one text, as in ${name}: "${raw.join(', ')}"`;
  }
  if (otherPairs.length > 0 || typeof value !== 'string' || name === undefined) return 'write a text';
  // YAML parses a text with a colon as an object with one field. If the field has a common name, the object was
  // probably intended.
  const isWrapped = isLink || Array.isArray(raw) || /^(?:href|id|link|name|slug|text|title|url|value)$/.test(key);
  if (!report.isFromFile) return `send ${quoteText(value)}`;
  const text = isWrapped ? value : `"${key}: ${value}"`;
  return typeof path.at(-1) === 'number' ? `write - ${text}` : `write ${name}: ${text}`;
}

function booleanTip(raw: unknown): string {
  if (/^(?:y|yes|on|true)$/i.test(String(raw as string))) return 'write true';
  return /^(?:n|no|off|false)$/i.test(String(raw as string)) ? 'write false' : 'write true or false';
}

function readNumber(type: 'Int' | 'Float', raw: unknown, path: ProblemPath, report: Report): number | undefined {
  if (typeof raw !== 'number') {
    const suggestion = typeof raw === 'string' ? suggestNumber(raw) : null;
    const digitsTip = typeof raw === 'string' ? 'write digits, without quotes, spaces or separators' : null;
    const tip = suggestion === null ? digitsTip : `write ${suggestion}`;
    report.add('VALUE_WRONG_TYPE', path, `${describeValue(raw)} is not a number`, tip);
    return undefined;
  }
  if (type === 'Int' && !(Number.isInteger(raw) && Math.abs(raw) < 2 ** 31)) {
    report.add('NUMBER_INVALID', path, `${raw} is not an integer`, 'write an integer below 2147483648');
    return undefined;
  }
  if (!Number.isFinite(raw) || Math.abs(raw) > Number.MAX_SAFE_INTEGER) {
    report.add('NUMBER_INVALID', path, `${raw} is too large for an exact number`);
    return undefined;
  }
  return Object.is(raw, -0) ? 0 : raw;
}

/** Returns a tip with the values of an enum. */
export function enumTip(model: Model, { type }: Field): string {
  return `one of ${model
    .enum(type)
    .values.map(({ name }) => name)
    .join(', ')}`;
}

function readEnum(model: Model, field: Field, raw: unknown, path: ProblemPath, report: Report): string | undefined {
  const names = model.enum(field.type).values.map(({ name }) => name);
  if (typeof raw === 'string' && names.includes(raw)) return raw;
  const enumValuesTip = enumTip(model, field);
  const tip =
    typeof raw === 'string' ? suggestionTip(raw.replace(/[\s-]+/g, '_'), names, enumValuesTip) : enumValuesTip;
  report.add('ENUM_UNKNOWN', path, `${describeValue(raw)} is not a value of this field`, tip);
  return undefined;
}

function readLink(model: Model, field: Field, raw: unknown, path: ProblemPath, report: Report): string | undefined {
  const text = asText(raw, path, report, true)?.trim();
  if (text === undefined) return undefined;
  const link = field.link!;
  const folders = link.members.map((member) => model.kind(member).folder);
  const { folder, slug } = splitKey(text);
  const hasNoFolder = !text.includes('/');
  const reportInvalid = (problem: Problem) => {
    report.invalidLinks.push({ field, written: text, problem });
    return undefined;
  };
  if (!isSlug(slug)) {
    const isList = /\s-\s|[,;]/.test(text);
    const slugHint = `the slug of an entry, listed under ${folders.join(' or ')}`;
    const slugSource = report.isFromFile ? `the name of its file in ${folders.join(' or ')}, without .yaml` : slugHint;
    const listTip = report.isFromFile
      ? 'write each on a line of its own, after a hyphen'
      : 'send a list with one slug per item';
    const [foreignCharacter] = (/[a-z]/i.test(text) && /(?!\p{Script=Latin})\p{L}/u.exec(text)) || [];
    const tip = isList
      ? listTip
      : foreignCharacter === undefined
        ? `give ${slugSource}`
        : `type it again: its ${foreignCharacter} is a letter of another alphabet`;
    return reportInvalid(report.add('SLUG_INVALID', path, `${quoteText(text)} is not a valid slug`, tip));
  }
  if (!link.toInterface) {
    if (hasNoFolder) return slug;
    if (folders.includes(folder))
      report.add('SLUG_INVALID', path, `${quoteText(text)} is not a valid slug`, `write ${slug}`);
    else
      report.add(
        'LINK_WRONG_KIND',
        path,
        `${quoteText(text)} is not in ${folders[0]}`,
        `write a slug of ${folders[0]}`,
      );
    return undefined;
  }
  if (folders.includes(folder)) return text;
  const tip = `write it with its folder, one of ${folders.map((folder) => `${folder}/`).join(' ')}`;
  if (hasNoFolder) {
    return reportInvalid(report.add('SLUG_INVALID', path, `${quoteText(text)} has no folder`, tip));
  }
  report.add('LINK_WRONG_KIND', path, `${quoteText(text)} is not allowed in this field`, tip);
  return undefined;
}

/** Normalises a timestamp in UTC. Undefined, with a problem, if it is invalid or has another time zone. */
export function readDateTime(raw: unknown, path: ProblemPath, report: Report): string | undefined {
  const text = raw instanceof Date ? raw.toISOString() : raw;
  const isTimestamp = typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text);
  if (isTimestamp && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)))
    return new Date(text).toISOString().replace('.000Z', 'Z');
  report.add('DATE_INVALID', path, `${describeValue(raw)} is not a date and time`, dateTimeTip(String(text)));
  return undefined;
}

const PARTIAL_TIMESTAMP = /^(\d{4}-\d\d-\d\d)(?:[T ](\d{1,2}:\d\d(?::\d\d)?) ?(Z|[+-]\d\d:\d\d)?)?$/;

/** Returns a tip for a day without a time, or a time without a zone. */
function dateTimeTip(dateText: string): string {
  const [, day, time = '9:00', zone = 'Z'] = PARTIAL_TIMESTAMP.exec(dateText) ?? [];
  if (day !== undefined && !isDay(day)) return `${day} does not exist`;
  const suggestedMs = Date.parse(`${day}T${time.replace(/^\d:/, '0$&')}${zone}`);
  if (Number.isNaN(suggestedMs)) return 'write it as 2024-06-18T09:30:00Z';
  const timestamp = new Date(suggestedMs).toISOString().replace('.000Z', 'Z');
  if (dateText === day) return `add the time in UTC: ${timestamp}`;
  return `write ${timestamp}, in UTC`;
}

/** Normalises a scalar in a format, such as a URL; other types as plain text. Returns undefined if it is invalid. */
function readFormatted(field: Field, text: string, path: ProblemPath, report: Report): string | undefined {
  switch (field.type) {
    case 'URL':
      return readUrl(text, path, report);
    case 'Slug':
      if (isSlug(text)) return text;
      report.add(
        'SLUG_INVALID',
        path,
        `${quoteText(text)} is not a valid slug`,
        'lower-case letters, digits and single hyphens',
      );
      return undefined;
    case 'Language':
      if (isLanguageCode(text)) return text;
      report.add('LANGUAGE_INVALID', path, `${quoteText(text)} is not a language code`, languageTip(text));
      return undefined;
    case 'AreaCode':
      if (/^[A-Z][A-Z0-9_]{1,59}$/.test(text)) return text;
      report.add('CODE_INVALID', path, `${quoteText(text)} is not an area code`, 'capitals, digits and underscores');
      return undefined;
    case 'Duration':
      if (isDuration(text)) return text;
      report.add(
        'DURATION_INVALID',
        path,
        `${quoteText(text)} is not a duration`,
        'write PT8H for hours or P10D for days',
      );
      return undefined;
    case 'Period':
      if (/^\d{4}(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?$/.test(text)) return text;
      report.add('PERIOD_INVALID', path, `${quoteText(text)} is not a period`, 'write 2023, 2023-Q1 or 2023-01');
      return undefined;
    default:
      return normaliseText(field, text, path, report);
  }
}

function languageTip(written: string): string {
  const suggestion = suggestLanguage(written);
  return suggestion === null ? 'write two letters, as in fr' : `did you mean ${suggestion}?`;
}

const MAX_URL_LENGTH = 2_000;

function readUrl(text: string, path: ProblemPath, report: Report): string | undefined {
  if (/^[a-z]:[\\/]|^\\\\/i.test(text)) {
    const tip = 'use the address of its publisher, which starts with https://';
    report.add('URL_SCHEME', path, `${quoteText(text)} is a file on your computer`, tip);
    return undefined;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https' && !/^[a-z0-9.-]+:\d/i.test(text)) {
    report.add(
      'URL_SCHEME',
      path,
      `${quoteText(text)} starts with ${scheme}:`,
      'use an address that starts with https://',
    );
    return undefined;
  }
  const isShort = text.length <= MAX_URL_LENGTH;
  const url = scheme !== undefined && /^https?:\/\/[^\s<>"]+$/i.test(text) && isShort && URL.canParse(text);
  if (url && new URL(text).username === '' && new URL(text).hostname.includes('.')) return text;
  const [, urlWithoutScheme] =
    (isShort && /^<?(?:https?\W*)?([\w-]+(?:\.[\w-]+)+(?:[/?#][^\s<>"]*)?)>?$/i.exec(text)) || [];
  const defaultTip = text.includes('://') ? 'copy it from the address line of a browser' : 'write https:// before it';
  const tip =
    urlWithoutScheme === undefined || urlWithoutScheme === text ? defaultTip : `write https://${urlWithoutScheme}`;
  report.add('URL_INVALID', path, `${quoteText(text)} is not a web address`, tip);
  return undefined;
}

/** Describes a value for a message. */
export function describeValue(raw: unknown): string {
  if (typeof raw === 'string') return quoteText(raw);
  if (Array.isArray(raw)) return 'a list';
  if (raw === null || raw === undefined) return 'nothing';
  return typeof raw === 'object' ? 'a group of fields' : String(raw as number | boolean | bigint);
}
