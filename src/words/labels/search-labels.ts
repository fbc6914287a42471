import type { InEachLanguage } from './languages.js';

/** What the search says. */
export const SEARCH_LABELS = {
  search: ['Search', 'Rechercher', 'Suchen', 'Buscar', 'Cerca'],
  searchLead: [
    'Words in any of the languages; slips of the pen and other names are understood.',
    'Mots dans n’importe quelle langue ; les fautes de frappe et les autres noms sont compris.',
    'Wörter in jeder der Sprachen; Tippfehler und andere Namen werden verstanden.',
    'Palabras en cualquiera de los idiomas; se entienden las erratas y otros nombres.',
    'Parole in qualsiasi lingua; errori di battitura e altri nomi sono compresi.',
  ],
  forExample: ['For example', 'Par exemple', 'Zum Beispiel', 'Por ejemplo', 'Per esempio'],
  searchFailed: [
    'Nothing was found. Fewer or other words may help.',
    'Rien n’a été trouvé. Moins de mots, ou d’autres mots, peuvent aider.',
    'Nichts wurde gefunden. Weniger oder andere Wörter können helfen.',
    'No se ha encontrado nada. Pruebe con menos palabras o con otras.',
    'Non è stato trovato nulla. Provare con meno parole o con parole diverse.',
  ],
  resultFor: ['result for', 'résultat pour', 'Treffer für', 'resultado para', 'risultato per'],
  resultsFor: ['results for', 'résultats pour', 'Treffer für', 'resultados para', 'risultati per'],
  bestFirst: [
    'best first',
    'les meilleurs d’abord',
    'die besten zuerst',
    'los mejores primero',
    'prima i più pertinenti',
  ],
  kindOf: ['Kind', 'Type', 'Art', 'Tipo', 'Tipo'],
  foundOfYear: ['Year', 'Année', 'Jahr', 'Año', 'Anno'],
} as const satisfies Readonly<Record<string, InEachLanguage>>;
