import type { LabelTable } from './languages.js';

/** What a citation says. */
export const CITE_LABELS = {
  cite: ['How to cite', 'Comment citer', 'Zitiervorschlag', 'Cómo citar', 'Come citare'],
  thisAnswer: ['This answer', 'Cette réponse', 'Diese Antwort', 'Esta respuesta', 'Questa risposta'],
  oneFigure: ['One figure', 'Un chiffre', 'Eine Zahl', 'Una cifra', 'Un dato'],
  permalink: ['Permanent link', 'Lien permanent', 'Dauerhafter Link', 'Enlace permanente', 'Collegamento permanente'],
  permalinkHint: [
    'It shows the same figures, whatever is published later.',
    'Il montre les mêmes chiffres, quoi qu’il soit publié plus tard.',
    'Er zeigt dieselben Zahlen, was immer später veröffentlicht wird.',
    'Muestra las mismas cifras, se publique lo que se publique después.',
    'Mostra gli stessi dati, qualunque cosa sia pubblicata in seguito.',
  ],
} as const satisfies LabelTable;
