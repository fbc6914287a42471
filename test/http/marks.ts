const PICTURE = /<svg\b[\s\S]*?<\/svg>/g;

/** In what the sign of a whole text stands before it, by the beginning of its element. */
const MARKED_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/^<(?:div class="prose"|p class="cite")/, '<section'],
  [/^<p\b/, '<li'],
  [/^<(?:td|a)\b/, '<table'],
];

/** Where a page has a text in another language without a sign of it: the beginnings of such elements. */
export function unmarkedIn(body: string): string[] {
  const locale = /<html lang="([a-z]{2})"/.exec(body)![1]!;
  // What a picture shows stands with its sign beside it.
  const content = body.slice(body.indexOf('</header>'), body.indexOf('<footer>')).replace(PICTURE, '');
  const unmarked: string[] = [];
  for (const { 0: tag, index, groups } of content.matchAll(/<(?<name>\w+)\b[^>]*\slang="(?<lang>[a-z]{2})"[^>]*>/g)) {
    const { name, lang } = groups!;
    // What is heard alone stands with what is seen, which has its sign.
    if (lang === locale || tag.includes('class="vh"')) continue;
    const behind = content.slice(content.indexOf(`</${name}`, index));
    if (/^<\/\w+\s*>(?:<\/a\s*>)?\s*<span\s+class="la"/.test(behind)) continue;
    const [, around] = MARKED_BEFORE.find(([beginning]) => beginning.test(tag)) ?? [];
    const before = around === undefined ? '' : content.slice(content.lastIndexOf(around, index), index);
    if (!new RegExp(`class="la"[^>]*>${lang}</span>`).test(before)) unmarked.push(behind.slice(0, 10) + tag);
  }
  return unmarked;
}

/** Texts of a page in another language that stand in its pictures, too, and there as if they were in that of the page. */
export function unmarkedInPictures(body: string): string[] {
  const locale = /<html lang="([a-z]{2})"/.exec(body)![1]!;
  const content = body.slice(body.indexOf('</header>'), body.indexOf('<footer>'));
  const pictures = content.match(PICTURE) ?? [];
  const around = content.replace(PICTURE, '');
  const marked = [...around.matchAll(/\slang="([a-z]{2})"[^>]*>([^<]{4,})</g)];
  const others = new Set(marked.filter(([, lang]) => lang !== locale).map(([, , text]) => text!.trim()));
  return pictures.flatMap((picture) => {
    const [, inside = ''] = /^<svg[^>]*>([\s\S]*)<\/svg>$/.exec(picture)!;
    const left = inside.replace(/<(\w+)\b[^>]*\slang="[a-z]{2}"[^>]*>[\s\S]*?<\/\1>/g, '');
    return [...others].filter((text) => new RegExp(`(?<!\\p{L})${escapeRegExp(text)}(?!\\p{L})`, 'u').test(left));
  });
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
