const PICTURE = /<svg\b[\s\S]*?<\/svg>/g;

/** Opening tags of elements with the mark before them, and the start of the element that contains mark and text. */
const MARKED_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/^<(?:div class="prose"|p class="cite")/, '<section'],
  [/^<p\b/, '<li'],
  [/^<(?:td|a)\b/, '<table'],
];

/** Returns the opening tags of elements with text in another language and without a language mark. */
export function unmarkedTexts(body: string): string[] {
  const locale = /<html lang="([a-z]{2})"/.exec(body)![1]!;
  // A picture has its language mark next to it.
  const content = body.slice(body.indexOf('</header>'), body.indexOf('<footer>')).replace(PICTURE, '');
  const unmarked: string[] = [];
  for (const { 0: tag, index, groups } of content.matchAll(/<(?<name>\w+)\b[^>]*\slang="(?<lang>[a-z]{2})"[^>]*>/g)) {
    const { name, lang } = groups!;
    // Visually hidden text is next to visible text with a mark.
    if (lang === locale || tag.includes('class="vh"')) continue;
    const afterElement = content.slice(content.indexOf(`</${name}`, index));
    if (/^<\/\w+\s*>(?:<\/a\s*>)?\s*<span\s+class="la"/.test(afterElement)) continue;
    const [, around] = MARKED_BEFORE.find(([beginning]) => beginning.test(tag)) ?? [];
    const before = around === undefined ? '' : content.slice(content.lastIndexOf(around, index), index);
    if (!new RegExp(`class="la"[^>]*>${lang}</span>`).test(before)) unmarked.push(afterElement.slice(0, 10) + tag);
  }
  return unmarked;
}

/** Returns texts in another language that occur in pictures without a language mark. */
export function unmarkedImageTexts(body: string): string[] {
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
