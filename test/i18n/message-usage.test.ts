import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { messagesFor } from '../../src/i18n/messages-for.js';

const ENGLISH = messagesFor(['en']);
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^(?:i18n|embedded|generated)\//.test(path))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .filter((text) => /\b(?:messages|labels?)\b/i.test(text))
  .join('\n');

/** Whether a source reads a property of this name. */
function isRead(name: string): boolean {
  return new RegExp(`[.]${name}\\b|[{,]\\s*${name}(?:: \\w+)?\\s*[,}]|'${name}'`).test(sources);
}

test('the source code uses every message for pages', () => {
  const { leads: _, ...texts } = ENGLISH.page;
  const labels = Object.keys(texts);
  expect(labels.length).toBeGreaterThan(80);
  expect(labels.filter((name) => !isRead(name))).toEqual([]);
});

test('the source code uses every message for questions, charts and forms', () => {
  const { site, question, form, answer, cite, help, chart, screen } = ENGLISH;
  const parts = [site, question, form, form.wrong, answer, cite, help, chart, screen, screen.saving];
  const names = parts.flatMap((part) => Object.keys(part));
  expect(names.length).toBeGreaterThan(130);
  expect(names.filter((name) => !isRead(name))).toEqual([]);
});
