/** A colour for light and dark backgrounds. Text colours have a contrast of at least 4.5:1. */
interface Colour {
  light: string;
  dark: string;
}

const SERIES_COLOURS: readonly Colour[] = [
  { light: '#0b5a9d', dark: '#6fb3f2' },
  { light: '#b0491a', dark: '#f0925c' },
  { light: '#1f7a58', dark: '#66c79c' },
  { light: '#7a4a9c', dark: '#c49be6' },
  { light: '#7a5c00', dark: '#dcbb55' },
  { light: '#4a5a6a', dark: '#a9b8c6' },
];

/** Colours of map classes, from the lowest figures to the highest. */
const CLASS_COLOURS: readonly Colour[] = [
  { light: '#d9e7f4', dark: '#15385c' },
  { light: '#a8cae9', dark: '#2a5a86' },
  { light: '#64a2d5', dark: '#3f82bd' },
  { light: '#2b74b5', dark: '#6fb3f2' },
  { light: '#0b4278', dark: '#c3e0fb' },
];

const NAMED_COLOURS = {
  ink: { light: '#14212e', dark: '#e7edf3' },
  soft: { light: '#4a5a6a', dark: '#a9b8c6' },
  rule: { light: '#74859a', dark: '#6f8090' },
  grid: { light: '#dde4ec', dark: '#2a3742' },
  ground: { light: '#ffffff', dark: '#12181f' },
  land: { light: '#eceef0', dark: '#252c33' },
  absent: { light: '#b9c0c8', dark: '#5d6771' },
} satisfies Record<string, Colour>;

export type NamedColour = keyof typeof NAMED_COLOURS;

/** Returns the CSS class of a series, and its colour for use without a style sheet. */
export function seriesColour(series: number): { class: string; color: string } {
  const index = series % SERIES_COLOURS.length;
  return { class: `d${index + 1}`, color: SERIES_COLOURS[index]!.light };
}

/** Returns the CSS class and the fill colour of a class of a choropleth map. */
export function classColour(index: number): { class: string; fill: string } {
  return { class: `c${index + 1}`, fill: CLASS_COLOURS[index]!.light };
}

/** Returns the SVG attributes for filling with a named colour: its CSS class, and its fill on a light background. */
export function namedFill(name: NamedColour): { class: string; fill: string } {
  return { class: `fill-${name}`, fill: NAMED_COLOURS[name].light };
}

/** Returns the SVG attributes for a line in a named colour: its CSS class, and its stroke on a light background. */
export function namedStroke(name: NamedColour): { class: string; stroke: string } {
  return { class: `stroke-${name}`, stroke: NAMED_COLOURS[name].light };
}

/** Returns the style sheet of charts in a page. The page can set `color-scheme`, and its background as `--paper`. */
export function chartStyle(): string {
  const bothColours = ({ light, dark }: Colour) => `light-dark(${light}, ${dark})`;
  const rules = [
    '.chart { max-width: 100%; height: auto; }',
    ...SERIES_COLOURS.map((colour, index) => `.chart .d${index + 1} { color: ${bothColours(colour)}; }`),
    ...CLASS_COLOURS.map((colour, index) => `.chart .c${index + 1} { fill: ${bothColours(colour)}; }`),
    ...Object.entries(NAMED_COLOURS).flatMap(([name, colours]) => {
      const colour = name === 'ground' ? `var(--paper, ${bothColours(colours)})` : bothColours(colours);
      return [`.chart .fill-${name} { fill: ${colour}; }`, `.chart .stroke-${name} { stroke: ${colour}; }`];
    }),
  ];
  return `${rules.join('\n')}\n`;
}

/** Returns the style sheet of a chart image, which follows the reader's colour scheme. */
export function pictureStyle(): string {
  const { light, dark } = NAMED_COLOURS.ink;
  return `:root { color-scheme: light dark; color: light-dark(${light}, ${dark}); }\n${chartStyle()}`;
}
