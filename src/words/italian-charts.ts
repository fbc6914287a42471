import type { ChartWords } from './chart-words.js';

const of = (name: string) => (name === '' ? '' : `${name}: `);
const figures = (count: number) => (count === 1 ? 'un dato' : `${count} dati`);

/** What charts say in Italian. */
export const ITALIAN_CHARTS: ChartWords = {
  noFigure: 'nessun dato',
  notReported: 'non comunicato',
  hollow: 'punto vuoto: provvisorio, stimato o parziale',
  hollowBar: 'solo contorno: provvisorio, stimato o parziale',
  interrupted: 'interruzione della serie',
  gap: 'nessuna linea: nessun dato',
  breakInSeries: 'interruzione della serie: da non confrontare con i dati precedenti',
  source: 'Fonte',
  firstOf: (shown, all) => `I primi ${shown} di ${all}; tutti sono nella tabella.`,
  course: (name, from, first, to, last) => `${of(name)}${first} (${from}), ${last} (${to})`,
  highest: (value, period) => `massimo ${value} (${period})`,
  only: (name, value, period) => `${of(name)}${value} (${period})`,
  rankedFirst: (name, value) => `Il più alto: ${name}, ${value}`,
  rankedLast: (name, value) => `il più basso tra quelli mostrati: ${name}, ${value}`,
  missing: (count) => (count === 1 ? `${figures(count)} mancante` : `${figures(count)} mancanti`),
  flagged: (count) => (count === 1 ? `${figures(count)} segnalato` : `${figures(count)} segnalati`),
  classes: 'Classi con lo stesso numero di aree.',
  circles: 'L’area di un cerchio rappresenta il dato.',
  circlesBelow: 'Un cerchio vuoto rappresenta un dato inferiore a zero.',
  outside: (names) => `Fuori dalla mappa: ${names}.`,
  boundaries: 'I confini indicati non implicano alcuna posizione sullo status di un territorio.',
  kosovo:
    '* Tale designazione non pregiudica le posizioni riguardo allo status ed è in linea con la risoluzione 1244 (1999) dell’UNSC e con il parere della CIG sulla dichiarazione di indipendenza del Kosovo.',
  noChart: {
    NO_FIGURES: 'Questa risposta non ha un grafico: non contiene dati numerici. Si veda la tabella.',
    EMPTY: 'Nessun grafico: nessun dato è stato comunicato. Si veda la tabella.',
    ONE_FIGURE: 'Nessun grafico per un solo dato. Si veda la tabella.',
    NOT_COMPARABLE: 'Nessun grafico: sono singoli dati di cose diverse. Si veda la tabella.',
    NO_AREAS: 'Questa risposta non ha una mappa: non contiene dati per paese. Si veda la tabella.',
  },
};
