import { expect, test } from '@jest/globals';
import { renderMarkdown } from '../../src/html/markdown.js';

test.each([
  ['[a](javascript:alert(1))', 'href'],
  ['[a](data:text/html,x)', 'href'],
  ['[a](//evil.example)', 'href'],
  ['[a](file:///etc/passwd)', 'href'],
  ['![a](https://example.org/a.png)', '<img'],
  ['<script>alert(1)</script>', '<script'],
  ['<a href="https://example.org" onclick="x()">a</a>', '<a'],
])('the HTML of the Markdown text %s contains no %s', (markdown, forbidden) => {
  expect(renderMarkdown(markdown).text).not.toContain(forbidden);
});

test('headings in Markdown are below those of the page, and links keep their parameters', () => {
  const { text } = renderMarkdown('# Start\n\nRead [the page](https://example.org/a?b=1&c=2).');
  expect(text).toContain('<h3>Start</h3>');
  expect(text).toContain('<a href="https://example.org/a?b=1&amp;c=2">the page</a>');
});
