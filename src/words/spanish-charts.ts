import type { ChartWords } from './chart-words.js';

const of = (name: string) => (name === '' ? '' : `${name}: `);
const figures = (count: number) => (count === 1 ? 'una cifra' : `${count} cifras`);

/** What charts say in Spanish. */
export const SPANISH_CHARTS: ChartWords = {
  noFigure: 'sin cifra',
  notReported: 'no comunicado',
  hollow: 'punto vacío: provisional, estimado o parcial',
  hollowBar: 'solo contorno: provisional, estimado o parcial',
  interrupted: 'ruptura de serie',
  gap: 'sin línea: sin cifra',
  breakInSeries: 'ruptura de serie: no comparable con las cifras anteriores',
  source: 'Fuente',
  firstOf: (shown, all) => `Los primeros ${shown} de ${all}; todos figuran en la tabla.`,
  course: (name, from, first, to, last) => `${of(name)}${first} (${from}), ${last} (${to})`,
  highest: (value, period) => `máximo ${value} (${period})`,
  only: (name, value, period) => `${of(name)}${value} (${period})`,
  rankedFirst: (name, value) => `El más alto: ${name}, ${value}`,
  rankedLast: (name, value) => `el más bajo de los mostrados: ${name}, ${value}`,
  missing: (count) => (count === 1 ? `falta ${figures(count)}` : `faltan ${figures(count)}`),
  flagged: (count) => (count === 1 ? `${figures(count)} señalada` : `${figures(count)} señaladas`),
  classes: 'Clases con igual número de zonas.',
  circles: 'La superficie de un círculo representa la cifra.',
  circlesBelow: 'Un círculo vacío representa una cifra inferior a cero.',
  outside: (names) => `Fuera del mapa: ${names}.`,
  boundaries: 'Las fronteras mostradas no implican ninguna posición sobre el estatuto de un territorio.',
  kosovo:
    '* Esta designación se entiende sin perjuicio de las posiciones sobre su estatuto y está en consonancia con la Resolución 1244 (1999) del CSNU y con la opinión de la CIJ sobre la declaración de independencia de Kosovo.',
  noChart: {
    NO_FIGURES: 'Esta respuesta no tiene gráfico: no contiene cifras. Véase la tabla.',
    EMPTY: 'No hay gráfico: no se comunicó ninguna cifra. Véase la tabla.',
    ONE_FIGURE: 'No hay gráfico de una sola cifra. Véase la tabla.',
    NOT_COMPARABLE: 'No hay gráfico: son cifras aisladas de cosas distintas. Véase la tabla.',
    NO_AREAS: 'Esta respuesta no tiene mapa: no contiene cifras por país. Véase la tabla.',
  },
};
