import { paintFill, pictureStyle } from './palette.js';
import type { Foreign } from './svg.js';
import { escaped, escapedLines, escapedWithin, tag } from './svg.js';
import { wrapped } from './text-width.js';
import { wordsIn, chooseWriting } from '../words/catalogue.js';
import type { ChartWords } from '../words/chart-words.js';
import type { Writing } from '../words/writing.js';
import { englishLang } from '../words/writing.js';

type Standing = 'IN_PAGE' | 'PICTURE' | 'FILE';

/** How charts are drawn. */
export interface ChartOptions {
  /** In pixels, 300 at least; 760 unless given. */
  width?: number;
  /** The language of what is written, as in `fr`; English unless given, and where there are no words in it. */
  locale?: string;
  /**
   * Where it is to stand: in a page, whose style sheet gives its colours; as a picture in one, with the colours of the
   * reader's scheme; or as a file of its own, on a white ground. In a page unless given.
   */
  standing?: Standing;
}

/** Options with nothing left open. */
export interface Drawing {
  width: number;
  words: ChartWords;
  writing: Writing;
  standing: Standing;
}

/** A point at which a reader can stop, in pixels from the upper left corner. */
export interface ChartPoint {
  x: number;
  y: number;
  /** What stands there, as in "Italy, 2023: 57 651 persons, provisional". */
  text: string;
}

/** What stands between the title of a chart and its notes. */
export interface Body {
  svg: string;
  height: number;
  /** Written when they are asked for: pictures in pages need none. */
  readonly points: readonly ChartPoint[];
  notes: readonly string[];
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const SIZES = { title: 16, subtitle: 13, note: 12 };
const LINE = 1.3;
const PADDING = 16;
const NARROWEST = 300;
const WIDTH = 760;

/** Returns options with what was not given. */
export function completeOptions({ width = WIDTH, locale = 'en', standing = 'IN_PAGE' }: ChartOptions): Drawing {
  const words = wordsIn([locale]);
  return {
    width: Math.max(NARROWEST, Math.round(width)),
    words: words.chart,
    writing: chooseWriting(words),
    standing,
  };
}

/**
 * Draws a chart around its body: its title and what it is of above, notes and sources below.
 *
 * @param texts the unit is a part of the subtitle; the summary says in words what the chart shows
 */
export function framed(
  body: (top: number) => Body,
  texts: {
    title: string;
    subtitle: string;
    unit: string;
    units: readonly string[];
    summary: string;
    sources: readonly string[];
  },
  { width, words, standing, writing }: Drawing,
): { svg: string; points: readonly ChartPoint[]; height: number } {
  const isFile = standing === 'FILE';
  const inset = isFile ? PADDING : 0;
  const inner = width;
  const title = textBlock(texts.title, { y: inset, width: inner, size: SIZES.title, isBold: true });
  const under = { y: title.bottom + 2, width: inner, size: SIZES.subtitle, isSoft: true };
  const subtitle = textBlock(texts.subtitle, { ...under, unit: unitIn(texts.unit, writing) });
  const drawn = body(subtitle.bottom + 12);
  const sources = texts.sources.length > 0 ? [`${words.source}: ${texts.sources.join('; ')}`] : [];
  let bottom = subtitle.bottom + 12 + drawn.height + 10;
  const notes = [...drawn.notes, ...sources].map((note) => {
    const block = textBlock(note, { y: bottom, width: inner, size: SIZES.note, isSoft: true });
    bottom = block.bottom + 3;
    return block.svg;
  });
  const height = Math.ceil(bottom + inset);
  const full = width + 2 * inset;
  const ground = isFile ? tag('rect', { x: -inset, width: full, height, fill: '#ffffff' }) : '';
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: isFile ? undefined : 'chart',
      viewBox: `${-inset} 0 ${full} ${height}`,
      width: full,
      height,
      role: 'img',
      lang: writing.locale,
      'font-family': FONT,
      'font-size': 12,
      color: isFile ? '#14212e' : undefined,
      fill: 'currentColor',
    },
    `<title>${escaped(texts.title || texts.subtitle)}</title>`,
    `<desc>${standing === 'IN_PAGE' ? escapedWithin(texts.summary, texts.units, englishLang(writing.locale)) : escaped(texts.summary)}</desc>`,
    standing === 'PICTURE' ? `<style>${pictureStyle()}</style>` : '',
    ground,
    title.svg,
    subtitle.svg,
    drawn.svg,
    ...notes,
  );
  return { svg, points: drawn.points, height };
}

/** A unit, which there is in English alone, within a text of a chart. */
export function unitIn(unit: string, { locale }: Pick<Writing, 'locale'>): Foreign {
  return { part: unit, lang: englishLang(locale) };
}

/** A text in lines, the first of them at its top. */
export function textBlock(
  text: string,
  place: {
    x?: number;
    y: number;
    width: number;
    size: number;
    isBold?: boolean;
    isSoft?: boolean;
    anchor?: 'end' | 'middle';
    /** The unit that is told in it; none unless given. */
    unit?: Foreign;
  },
): { svg: string; bottom: number; lines: number } {
  const { x = 0, y, width, size, isBold = false, isSoft = false, anchor, unit = { part: '', lang: null } } = place;
  const lines = text === '' ? [] : wrapped(text, width, size, isBold);
  const svg = escapedLines(lines, text, unit)
    .map((line, at) =>
      tag(
        'text',
        {
          x,
          y: y + size * (0.95 + at * LINE),
          'font-size': size,
          'font-weight': isBold ? 600 : undefined,
          'text-anchor': anchor,
          ...(isSoft && paintFill('soft')),
        },
        line,
      ),
    )
    .join('');
  return { svg, bottom: y + lines.length * size * LINE, lines: lines.length };
}
