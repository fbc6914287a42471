import type { ChartWords } from './chart-words.js';

const of = (name: string) => (name === '' ? '' : `${name}: `);
const figures = (count: number) => (count === 1 ? 'eine Zahl' : `${count} Zahlen`);

/** What charts say in German. */
export const GERMAN_CHARTS: ChartWords = {
  noFigure: 'keine Zahl',
  notReported: 'nicht gemeldet',
  hollow: 'hohl: vorläufig, geschätzt oder unvollständig',
  hollowBar: 'nur umrandet: vorläufig, geschätzt oder unvollständig',
  interrupted: 'Bruch in der Reihe',
  gap: 'keine Linie: keine Zahl',
  breakInSeries: 'Bruch in der Reihe: nicht mit den Zahlen davor vergleichbar',
  source: 'Quelle',
  firstOf: (shown, all) => `Die ersten ${shown} von ${all}; alle stehen in der Tabelle.`,
  course: (name, from, first, to, last) => `${of(name)}${first} (${from}), ${last} (${to})`,
  highest: (value, period) => `Höchstwert ${value} (${period})`,
  only: (name, value, period) => `${of(name)}${value} (${period})`,
  rankedFirst: (name, value) => `Am höchsten: ${name}, ${value}`,
  rankedLast: (name, value) => `am niedrigsten unter den gezeigten: ${name}, ${value}`,
  missing: (count) => (count === 1 ? `${figures(count)} fehlt` : `${figures(count)} fehlen`),
  flagged: (count) => `${figures(count)} mit Kennzeichen`,
  classes: 'Klassen mit gleich vielen Gebieten.',
  circles: 'Die Fläche eines Kreises ist die Zahl.',
  circlesBelow: 'Ein leerer Kreis ist eine Zahl unter null.',
  outside: (names) => `Nicht auf der Karte: ${names}.`,
  boundaries: 'Die dargestellten Grenzen bedeuten keine Stellungnahme zum Status eines Gebiets.',
  kosovo:
    '* Diese Bezeichnung berührt nicht die Standpunkte zum Status und steht im Einklang mit der Resolution 1244 (1999) des VN-Sicherheitsrates und dem Gutachten des IGH zur Unabhängigkeitserklärung des Kosovos.',
  noChart: {
    NO_FIGURES: 'Zu dieser Antwort gibt es kein Diagramm: Sie enthält keine Zahlen. Siehe die Tabelle.',
    EMPTY: 'Es gibt kein Diagramm: Keine Zahl wurde gemeldet. Siehe die Tabelle.',
    ONE_FIGURE: 'Zu einer einzelnen Zahl gibt es kein Diagramm. Siehe die Tabelle.',
    NOT_COMPARABLE: 'Es gibt kein Diagramm: Das sind einzelne Zahlen verschiedener Dinge. Siehe die Tabelle.',
    NO_AREAS: 'Zu dieser Antwort gibt es keine Karte: Sie enthält keine Zahlen von Ländern. Siehe die Tabelle.',
  },
};
