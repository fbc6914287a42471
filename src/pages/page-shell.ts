import { createHash } from 'node:crypto';
import type { Html } from './html.js';
import { escapeHtml } from './html.js';
import { PAGE_STYLE } from './page-style.js';

/**
 * The content security policy of every page made here: no script at all, this one style sheet, pictures from this
 * server only.
 */
export const PAGE_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * A whole page around its main part, with the style inside and no script.
 *
 * @param locale the language of the page, as in `en`
 */
export function pageShell({ title, locale, main }: { title: string; locale: string; main: Html }): string {
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/graphiql/icon.svg" type="image/svg+xml">
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><a href="/">Signpost</a><nav aria-label="Site"><a href="/graphiql">GraphiQL</a></nav></header>
<main id="main">
${main.text}
</main>
</body>
</html>
`;
}
