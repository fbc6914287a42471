import type { ChartWords } from './chart-words.js';

const of = (name: string) => (name === '' ? '' : `${name}: `);
const figures = (count: number) => (count === 1 ? 'one figure' : `${count} figures`);

/** What charts say in English. */
export const ENGLISH_CHARTS: ChartWords = {
  noFigure: 'No figure',
  notReported: 'not reported',
  hollow: 'hollow: provisional, estimated or partial',
  hollowBar: 'outlined: provisional, estimated or partial',
  interrupted: 'break in the series',
  gap: 'no line: no figure',
  breakInSeries: 'break in the series: not to be compared with the figures before it',
  source: 'Source',
  firstOf: (shown, all) => `The first ${shown} of ${all}; all are in the table.`,
  course: (name, from, first, to, last) => `${of(name)}${first} in ${from}, ${last} in ${to}`,
  highest: (value, period) => `highest ${value} in ${period}`,
  only: (name, value, period) => `${of(name)}${value} in ${period}`,
  rankedFirst: (name, value) => `Highest: ${name}, ${value}`,
  rankedLast: (name, value) => `lowest shown: ${name}, ${value}`,
  missing: (count) => `${figures(count)} missing`,
  flagged: (count) => `${figures(count)} with a flag`,
  classes: 'Classes with as many areas each.',
  circles: 'The area of a circle is the figure.',
  circlesBelow: 'An empty circle is a figure below zero.',
  outside: (names) => `Not on the map: ${names}.`,
  boundaries: 'The boundaries shown imply no position on the status of any territory.',
  kosovo:
    '* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
  noChart: {
    NO_FIGURES: 'There is no chart of this answer: it holds no figures. See the table.',
    EMPTY: 'There is no chart: no figure was reported. See the table.',
    ONE_FIGURE: 'There is no chart of a single figure. See the table.',
    NOT_COMPARABLE: 'There is no chart: these are single figures of different things. See the table.',
    NO_AREAS: 'There is no map of this answer: it holds no figures of countries. See the table.',
  },
};
