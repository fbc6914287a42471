import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt('commonmark');

/** Returns the first paragraph of a Markdown text as plain text on one line; null if there is none. */
export function firstParagraph(text: string): string | null {
  const tokens = parser.parse(text, {});
  const index = tokens.findIndex(({ type }) => type === 'paragraph_open');
  if (index < 0) return null;
  const inlineTokens = tokens[index + 1]!.children!;
  const words = inlineTokens.map(({ type, content }) => (/^(?:soft|hard)break$/.test(type) ? ' ' : content)).join('');
  return words.trim() || null;
}
