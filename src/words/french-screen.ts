import type { ScreenWords } from './screen-words.js';

/** What the pages with a script say in French. */
export const FRENCH_SCREEN: ScreenWords = {
  meanings: 'Ce que signifient les colonnes',
  moreRows: (count) => `Afficher ${count} de plus`,
  moreItems: (count) => `${count} de plus`,
  cut: (count) => `Les ${count} premières lignes ; les fichiers les contiennent toutes.`,
  cutChart: 'Dessiné d’après les premières lignes seulement ; le fichier les contient toutes.',
  fullest: 'la dernière avec le plus de chiffres',
  saved: (file) => `${file} est enregistré.`,
  forPrograms: 'Pour les programmes : l’adresse de ce fichier',
  inContent: 'Dans la base de connaissances',
  findExample: 'asile, lois, Italie…',
  query: 'Réponse à une requête',
  runFirst: 'Appuyez sur le bouton de lecture pour exécuter la requête.',
  figure: 'Chiffre',
  citeTab: 'Citer',
  linkCopied: 'Le lien est copié ; il montre ce que vous voyez.',
  fields: 'Champs',
  fieldsHelp:
    'Espace ou Entrée ajoute un champ à la requête ou l’en retire ; les flèches déplacent ; les lettres trouvent un nom.',
  fieldsUnread: 'La requête contient une erreur. Une fois corrigée, ses champs seront affichés ici.',
};
