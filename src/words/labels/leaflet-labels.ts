import type { LabelTable } from './languages.js';

/** What leaflets say. */
export const LEAFLET_LABELS = {
  aboutLeafletOf: (publisher: string) => [
    `About a leaflet published by ${publisher}. Prepared by Signpost.`,
    `À propos d’un dépliant publié par ${publisher}. Préparé par Signpost.`,
    `Über ein Faltblatt von ${publisher}. Erstellt von Signpost.`,
    `Sobre un folleto publicado por ${publisher}. Preparado por Signpost.`,
    `Su un opuscolo pubblicato da ${publisher}. Preparato da Signpost.`,
  ],
  leafletItself: [
    'The leaflet itself',
    'Le dépliant lui-même',
    'Das Faltblatt selbst',
    'El propio folleto',
    'L’opuscolo stesso',
  ],
  noPublicPage: [
    'no public page known',
    'pas de page publique connue',
    'keine öffentliche Seite bekannt',
    'no se conoce página pública',
    'nessuna pagina pubblica nota',
  ],
  linkedByUs: [
    'On the same subject, linked by us; the leaflet itself, or what we have seen of it, does not name them.',
    'Sur le même sujet, liées par nous ; le dépliant, ou ce que nous en avons vu, ne les cite pas.',
    'Zum selben Thema, von uns verknüpft; das Faltblatt, oder was wir davon gesehen haben, nennt sie nicht.',
    'Sobre el mismo tema, enlazados por nosotros; el folleto, o lo que hemos visto de él, no los menciona.',
    'Sullo stesso tema, collegate da noi; l’opuscolo, o ciò che ne abbiamo visto, non le cita.',
  ],
  print: ['Print on A4', 'Imprimer en A4', 'Auf A4 drucken', 'Imprimir en A4', 'Stampa in A4'],
  oneSheet: ['one sheet', 'une feuille', 'ein Blatt', 'una hoja', 'un foglio'],
  bothSides: ['both sides', 'recto verso', 'beidseitig', 'por ambas caras', 'fronte-retro'],
  online: ['Online', 'En ligne', 'Online', 'En línea', 'Online'],
  qrOf: ['QR code of', 'Code QR de', 'QR-Code von', 'Código QR de', 'Codice QR di'],
} as const satisfies LabelTable;
