import type { InEachLanguage } from './languages.js';

/** What leaflets say, a line each as in page-labels.ts. */
export const LEAFLET_LABELS = {
  noPublicPage: [
    'no public page known',
    'pas de page publique connue',
    'keine öffentliche Seite bekannt',
    'no se conoce página pública',
    'nessuna pagina pubblica nota',
  ],
  qrOf: ['QR code of', 'Code QR de', 'QR-Code von', 'Código QR de', 'Codice QR di'],
} as const satisfies Readonly<Record<string, InEachLanguage>>;
