import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { SITE_STYLE } from '../../src/pages/site-page.js';

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

function readAll(files: readonly string[]): string {
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Returns the classes with rules, without those that match `others`. */
function classesOf(css: string, others = /^(?!)/): string[] {
  const heads = css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]*)\{/g);
  const names = [...heads].flatMap(([, head]) => [...head!.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!));
  return [...new Set(names)].filter((name) => !others.test(name));
}

/** Returns a function that finds a class in a source: in an attribute, as a literal, or composed from a prefix. */
function writer(source: string): (name: string) => boolean {
  const attributes = [...source.matchAll(/\bclass(?:Name)?=(?:"([^"]*)"|\{`([^`]*)`)/g)].map(
    ([, one, other]) => one ?? other!,
  );
  const texts = [...source.matchAll(/'([^'\n]*)'|`([^`<\n]*)`/g)].map(([, one, other]) => one ?? other!);
  const words = new Set([...attributes, ...texts].flatMap((text) => text.split(/[^\w-]+/)));
  const beginnings = [...source.matchAll(/(?<=[\s"`'])([a-z][a-z-]*)\$\{/g)].map(([, text]) => text!);
  return (name) => words.has(name) || beginnings.some((each) => name.startsWith(each));
}

test('every class in the style sheet of pages occurs in the sources of pages', () => {
  const sourceFiles = ['src/pages', 'src/kinds/pages', 'src/html', 'src/charts', 'src/graphiql/explorer'].flatMap(
    listFiles,
  );
  const isWritten = writer(readAll(sourceFiles.filter((file) => !file.startsWith('src/html/style/'))));
  const classes = classesOf(SITE_STYLE.css);
  expect(classes.length).toBeGreaterThan(80);
  expect(classes.filter((name) => !isWritten(name))).toEqual([]);
});

test('every class in the style sheets of src/graphiql occurs in its sources', () => {
  const files = listFiles('src/graphiql');
  const isWritten = writer(readAll(files.filter((file) => /\.(?:tsx?|html)$/.test(file))));
  const classes = classesOf(
    readAll(files.filter((file) => file.endsWith('.css'))),
    /^(?:graphiql|monaco)-|^result-window$|^line-numbers$/,
  );
  expect(classes.length).toBeGreaterThan(30);
  expect(classes.filter((name) => !isWritten(name))).toEqual([]);
});
