import { drawLegend, type LegendEntry } from './legend.js';
import { namedFill, pictureStyle } from './palette.js';
import { escapeSvg, escapeSvgLines, escapeHtmlWithLanguages, svgElement } from './svg.js';
import { wrapText } from './text-width.js';
import { formatsFor, missingReasonLabel } from '../i18n/column-labels.js';
import type { ResultTable } from '../tables/table.js';
import { completenessMessages } from '../i18n/completeness-messages.js';
import { kosovoFootnote, needsFootnote } from '../i18n/footnotes.js';
import type { ChartMessages, LocaleMessages } from '../i18n/locale-messages.js';
import { OtherLanguageTexts, NO_OTHER_LANGUAGE_TEXTS } from '../i18n/other-language-texts.js';
import { unitLabel } from '../i18n/unit-label.js';
import type { LocalisedText } from '../i18n/localised-text.js';
import type { LocaleFormats } from '../i18n/locale-formats.js';

export interface ChartOptions {
  /** Width in pixels, at least 300. Default: 760. */
  width?: number;
  messages: LocaleMessages;
  /** In a page, as an image with the reader's colour scheme, or as a file with a white background. Default: IN_PAGE. */
  placement?: 'IN_PAGE' | 'PICTURE' | 'FILE';
  /** Texts in other languages than the chart's, except units. */
  foreign?: OtherLanguageTexts;
  /** Whether the page shows the title, the subtitle, the scope and the sources. Default: false. */
  isBare?: boolean;
  /** Draws small multiples, all on one scale or each on its own. Default: only if there are many series. */
  multiples?: 'ONE_SCALE' | 'OWN_SCALES' | null;
  /** Lines below the sources, such as the licence and the permalink. */
  origin?: readonly string[];
  /** Title. Default: the common parts of the names of all series. */
  title?: string;
  /** Subtitle. Default: the unit, and the period if there is only one. */
  subtitle?: string;
  /** Further data for a ranking. If given, ranks are numbered and all bars are drawn. */
  ranking?: RankingOptions;
  /** Further data for a map. */
  map?: MapOptions;
  /** Sentences on the completeness of the figures. Default: those of the table. */
  scope?: readonly string[];
  /** The same figures in an earlier edition. Line charts show where they differ; a note names the edition. */
  earlier?: EarlierFigures;
}

interface EarlierFigures {
  table: Pick<ResultTable, 'columns' | 'rows'>;
  note: string;
}

/** Options of a bar chart that ranks areas or codes. */
export interface RankingOptions {
  /** Codes of the areas whose bars are highlighted. */
  highlighted: readonly string[];
  /** Number of areas or codes without a bar, and sum of their figures; null if there are none or no sum is possible. */
  others: { count: number; value: number } | null;
}

export interface MapOptions {
  /** All areas of the indicator, with or without a figure for the period. */
  covered: readonly { code: string; name: string }[];
  /** Figures of all periods, so that maps of different periods can be compared. */
  values: readonly number[];
}

type DefaultedOption = 'width' | 'placement' | 'foreign' | 'isBare' | 'multiples' | 'origin';
type OtherOption = 'title' | 'subtitle' | 'ranking' | 'map' | 'earlier';

/** Chart options with defaults applied. */
export interface CompleteChartOptions
  extends Required<Pick<ChartOptions, DefaultedOption>>, Pick<ChartOptions, OtherOption> {
  messages: ChartMessages;
  format: LocaleFormats;
  /** Returns the reason for a missing figure, by state of the cell. */
  describeMissing(state: string): string;
  /** Returns sentences on the completeness of a table. */
  scopeOf(table: Pick<ResultTable, 'scopes'>): readonly string[];
  unitIn(unit: string): LocalisedText;
}

/** Part of a chart between its title and its notes. */
export interface ChartBody {
  svg: string;
  height: number;
  notes: readonly string[];
  /** Legend. A page that shows the title also shows the legend and the notes, as text. */
  legend?: readonly LegendEntry[];
  /** Data attributes with the pixel positions of the data points, for the script of the page. */
  positions?: Readonly<Record<string, string>>;
}

const FONT_FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const SIZES = { title: 16, subtitle: 13, note: 12 };
const LINE_HEIGHT = 1.3;
const FILE_PADDING = 16;
const MIN_WIDTH = 300;
const DEFAULT_WIDTH = 760;

/** Applies defaults to chart options. */
export function completeOptions(options: ChartOptions): CompleteChartOptions {
  const { messages, width = DEFAULT_WIDTH, placement = 'IN_PAGE', foreign = NO_OTHER_LANGUAGE_TEXTS } = options;
  const { isBare = false, multiples = null, origin = [], title, subtitle, ranking, map, earlier } = options;
  return {
    width: Math.max(MIN_WIDTH, Math.round(width)),
    messages: messages.chart,
    format: formatsFor(messages),
    describeMissing: (state) => missingReasonLabel(messages, state),
    scopeOf: ({ scopes = [] }) => options.scope ?? completenessMessages(scopes, messages),
    unitIn: (unit) => unitLabel(messages, unit),
    placement,
    foreign,
    isBare,
    multiples,
    ...{ origin, title, subtitle, ranking, map, earlier },
  };
}

/**
 * Draws a chart around its body, with title and subtitle above, and notes and sources below. Also returns the parts
 * that a page shows as text.
 */
export function renderFrame(
  body: (top: number) => ChartBody,
  texts: {
    title: string;
    subtitle: string;
    summary: string;
    sources: readonly string[];
    scope: readonly string[];
    /** Accessible name if there is neither a title nor a subtitle. */
    name?: string;
  },
  { width, messages, placement, format, foreign, isBare, origin }: CompleteChartOptions,
) {
  const isFile = placement === 'FILE';
  const inset = isFile ? FILE_PADDING : 0;
  const shownTexts = isBare ? { ...texts, subtitle: '', sources: [], scope: [] } : texts;
  const title = textBlock(isBare ? '' : texts.title, { y: inset, width, size: SIZES.title, isBold: true }, foreign);
  const subtitleLayout = { y: title.bottom + 2, width, size: SIZES.subtitle, isMuted: true };
  const subtitle = textBlock(shownTexts.subtitle, subtitleLayout, foreign);
  const drawnBody = body(subtitle.bottom + 12);
  const sources =
    shownTexts.sources.length > 0
      ? [`${messages.source}${format.colon} ${shownTexts.sources.join(`${format.semicolon} `)}`]
      : [];
  let bottom = subtitle.bottom + 12 + drawnBody.height + 10;
  const isLegendText = isBare && drawnBody.legend !== undefined;
  const legend = drawnBody.legend && !isLegendText ? drawLegend(drawnBody.legend, width, bottom - 10) : null;
  if (legend) bottom += legend.height;
  const needsNote = [title.svg, subtitle.svg, drawnBody.svg].some(needsFootnote);
  const nameNotes = kosovoFootnote(needsNote, messages).filter((footnote) => !drawnBody.notes.includes(footnote));
  const noteTexts = isLegendText ? [] : [...drawnBody.notes, ...nameNotes, ...shownTexts.scope, ...sources, ...origin];
  const notes = noteTexts.map((note) => {
    const block = textBlock(note, { y: bottom, width, size: SIZES.note, isMuted: true }, foreign);
    bottom = block.bottom + 3;
    return block.svg;
  });
  // Texts of charts in pages can contain HTML elements, those in files cannot.
  const escapeText = (text: string) =>
    placement === 'IN_PAGE' ? escapeHtmlWithLanguages(text, foreign) : escapeSvg(text);
  const height = Math.ceil(bottom + inset);
  const fullWidth = width + 2 * inset;
  const background = isFile ? svgElement('rect', { x: -inset, width: fullWidth, height, fill: '#ffffff' }) : '';
  const svg = svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: isFile ? undefined : 'chart',
      viewBox: `${-inset} 0 ${fullWidth} ${height}`,
      width: fullWidth,
      height,
      role: 'img',
      lang: format.locale,
      'font-family': FONT_FAMILY,
      'font-size': 12,
      color: isFile ? '#14212e' : undefined,
      fill: 'currentColor',
      ...(isBare && drawnBody.positions),
    },
    `<title>${escapeText(texts.title || texts.subtitle || (texts.name ?? ''))}</title>`,
    `<desc>${escapeText(texts.summary)}</desc>`,
    placement === 'PICTURE' ? `<style>${pictureStyle()}</style>` : '',
    background,
    title.svg,
    subtitle.svg,
    drawnBody.svg,
    legend?.svg ?? '',
    ...notes,
  );
  return { svg, height, ...(isLegendText && { legend: drawnBody.legend!, notes: drawnBody.notes }) };
}

/** Returns the note that explains crosses: the distinct reasons for missing figures. Empty if none are missing. */
export function missingFiguresNote(
  figures: readonly { value: number | null; state: string }[],
  describeMissing: CompleteChartOptions['describeMissing'],
): string {
  const reasons = missingFigureReasons(figures, describeMissing);
  return reasons === '' ? '' : `× ${reasons}`;
}

/** Returns the distinct reasons for missing figures, separated by commas. */
export function missingFigureReasons(
  figures: readonly { value: number | null; state: string }[],
  describeMissing: CompleteChartOptions['describeMissing'],
): string {
  return [...new Set(figures.flatMap(({ value, state }) => (value === null ? [describeMissing(state)] : [])))].join(
    ', ',
  );
}

/** Adds the languages of the texts and units to the options of a chart, so that other languages are marked. */
export function withTextLanguages(
  options: CompleteChartOptions,
  texts: readonly string[],
  units: readonly LocalisedText[],
): CompleteChartOptions {
  const textsWithLanguage = texts.map((text) => [text, options.foreign.langOf(text)] as const);
  return {
    ...options,
    foreign: new OtherLanguageTexts([...textsWithLanguage, ...units.map(({ text, lang }) => [text, lang] as const)]),
  };
}

/** Draws a text, wrapped into lines. */
export function textBlock(
  text: string,
  layout: {
    x?: number;
    y: number;
    width: number;
    size: number;
    isBold?: boolean;
    isMuted?: boolean;
    anchor?: 'end';
  },
  foreign: OtherLanguageTexts,
): { svg: string; bottom: number; lines: number } {
  const { x = 0, y, width, size, isBold = false, isMuted = false, anchor } = layout;
  const lines = text === '' ? [] : wrapText(text, width, size, isBold);
  const svg = escapeSvgLines(lines, text, foreign)
    .map((line, index) =>
      svgElement(
        'text',
        {
          x,
          y: y + size * (0.95 + index * LINE_HEIGHT),
          'font-size': size,
          'font-weight': isBold ? 600 : undefined,
          'text-anchor': anchor,
          lang: foreign.langOf(text) ?? undefined,
          ...(isMuted && namedFill('soft')),
        },
        line,
      ),
    )
    .join('');
  return { svg, bottom: y + lines.length * size * LINE_HEIGHT, lines: lines.length };
}
