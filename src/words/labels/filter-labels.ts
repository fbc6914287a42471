import type { InEachLanguage } from './languages.js';

/** What pages of lists say around their filters. */
export const FILTER_LABELS = {
  filter: ['Filter', 'Filtrer', 'Filtern', 'Filtrar', 'Filtra'],
  apply: ['Apply', 'Appliquer', 'Anwenden', 'Aplicar', 'Applica'],
  clear: ['Clear all', 'Tout effacer', 'Alle entfernen', 'Borrar todo', 'Rimuovi tutti'],
  removeFilter: ['Remove', 'Retirer', 'Entfernen', 'Quitar', 'Rimuovi'],
  sort: ['Sort by', 'Trier par', 'Sortieren nach', 'Ordenar por', 'Ordina per'],
  result: ['result', 'résultat', 'Treffer', 'resultado', 'risultato'],
  results: ['results', 'résultats', 'Treffer', 'resultados', 'risultati'],
  nextPage: ['Next page', 'Page suivante', 'Nächste Seite', 'Página siguiente', 'Pagina successiva'],
  otherPages: ['Other pages', 'Autres pages', 'Weitere Seiten', 'Otras páginas', 'Altre pagine'],
  firstPage: ['First page', 'Première page', 'Erste Seite', 'Primera página', 'Prima pagina'],
  nothingYet: [
    'There is nothing here yet.',
    'Il n’y a encore rien ici.',
    'Hier ist noch nichts.',
    'Aquí no hay nada todavía.',
    'Qui non c’è ancora nulla.',
  ],
  nothingHere: [
    'Nothing fits these filters.',
    'Rien ne correspond à ces filtres.',
    'Nichts passt zu diesen Filtern.',
    'Ningún resultado con estos filtros.',
    'Nessun risultato con questi filtri.',
  ],
} as const satisfies Readonly<Record<string, InEachLanguage>>;
