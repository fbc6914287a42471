import type { ChartWords } from './chart-words.js';

const of = (name: string) => (name === '' ? '' : `${name} : `);
const figures = (count: number) => (count === 1 ? 'un chiffre' : `${count} chiffres`);

/** What charts say in French. */
export const FRENCH_CHARTS: ChartWords = {
  noFigure: 'aucun chiffre',
  notReported: 'non communiqué',
  hollow: 'point vide : provisoire, estimé ou partiel',
  hollowBar: 'contour seul : provisoire, estimé ou partiel',
  interrupted: 'rupture de série',
  gap: 'pas de ligne : aucun chiffre',
  breakInSeries: 'rupture de série : ne pas comparer avec les chiffres antérieurs',
  source: 'Source',
  firstOf: (shown, all) => `Les ${shown} premiers sur ${all} ; tous figurent dans le tableau.`,
  course: (name, from, first, to, last) => `${of(name)}${first} (${from}), ${last} (${to})`,
  highest: (value, period) => `maximum ${value} (${period})`,
  only: (name, value, period) => `${of(name)}${value} (${period})`,
  rankedFirst: (name, value) => `Le plus élevé : ${name}, ${value}`,
  rankedLast: (name, value) => `le plus bas affiché : ${name}, ${value}`,
  missing: (count) => (count === 1 ? `${figures(count)} manquant` : `${figures(count)} manquants`),
  flagged: (count) => (count === 1 ? `${figures(count)} signalé` : `${figures(count)} signalés`),
  classes: 'Classes de même effectif.',
  circles: 'La surface d’un cercle représente le chiffre.',
  circlesBelow: 'Un cercle vide représente un chiffre inférieur à zéro.',
  outside: (names) => `Hors de la carte : ${names}.`,
  boundaries: 'Les frontières indiquées n’impliquent aucune position sur le statut d’un territoire.',
  kosovo:
    '* Cette désignation est sans préjudice des positions sur le statut et est conforme à la résolution 1244 (1999) du Conseil de sécurité des Nations unies et à l’avis de la CIJ sur la déclaration d’indépendance du Kosovo.',
  noChart: {
    NO_FIGURES: 'Cette réponse n’a pas de graphique : elle ne contient aucun chiffre. Voir le tableau.',
    EMPTY: 'Pas de graphique : aucun chiffre n’a été communiqué. Voir le tableau.',
    ONE_FIGURE: 'Pas de graphique pour un seul chiffre. Voir le tableau.',
    NOT_COMPARABLE: 'Pas de graphique : ce sont des chiffres isolés de choses différentes. Voir le tableau.',
    NO_AREAS: 'Cette réponse n’a pas de carte : elle ne contient aucun chiffre par pays. Voir le tableau.',
  },
};
