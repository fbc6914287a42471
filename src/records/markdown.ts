import MarkdownIt from 'markdown-it';
import type { Path, Report } from './problem.js';
import { quoted } from './wording.js';

/** Raw HTML and every link are let through to be seen here; what renders Markdown for readers has HTML off. */
const parser = new MarkdownIt('commonmark');
parser.validateLink = () => true;

type Token = ReturnType<typeof parser.parse>[number];

/** What is left of a link that was not written as one. */
const BROKEN_LINK = /\[[^[\]]*\](?:\(| \((?:https?:|www\.|mailto:))/g;

const ALLOWED = /^(?:https?:\/\/|mailto:)/i;

/** Tells of raw HTML in Markdown and of links that are neither web nor mail addresses, each at its place. */
export function checkMarkdown(text: string, path: Path, report: Report): void {
  // Most texts hold nothing that could be either.
  if (!text.includes('<') && !text.includes(']')) return;
  const opened = new Set<string>();
  for (const token of parser.parse(text, {})) {
    if (token.type === 'html_block') tellHtml(token, path, report);
    for (const child of token.children ?? []) {
      if (child.type === 'html_inline') {
        // What closes a tag goes with it.
        const [, isClosing, name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(child.content) ?? [];
        if (!isClosing || !opened.has(name)) tellHtml(child, path, report);
        if (!isClosing) opened.add(name);
      }
      if (child.type === 'text') {
        for (const [link] of child.content.matchAll(BROKEN_LINK)) {
          const tip = 'write [words](https://…), without blanks between them or in the address';
          report.add('MARKDOWN_LINK', path, 'a link that no reader can follow', tip, { inside: link });
        }
      }
      if (child.type === 'image') {
        tellImage(child, path, report);
        continue;
      }
      const address = child.attrGet('href') ?? child.attrGet('src');
      if (address !== null && !ALLOWED.test(String(address))) tellLink(String(address), path, report);
    }
  }
}

function tellHtml(token: Token, path: Path, report: Report): void {
  const html = token.content.trim().split('\n', 1)[0]!;
  report.add('MARKDOWN_HTML', path, `HTML ${quoted(html)}`, 'write it in Markdown, or as `code`', { inside: html });
}

function tellImage(token: Token, path: Path, report: Report): void {
  const address = String(token.attrGet('src'));
  const tip = `link to it: [${token.content || 'what it shows'}](${address})`;
  report.add('MARKDOWN_IMAGE', path, `an image, ${quoted(address)}, which no page shows`, tip, { inside: '![' });
}

function tellLink(address: string, path: Path, report: Report): void {
  const isBare = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|eu|int|net|org)(?:\/|$))/i.test(address);
  const tip = isBare ? `write https://${address}` : 'link to an address that starts with https://';
  report.add('MARKDOWN_LINK', path, `a link to ${quoted(address)}`, tip, { inside: address });
}
