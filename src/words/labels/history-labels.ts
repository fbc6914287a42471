import type { LabelTable } from './languages.js';

/** What pages of the past say. */
export const HISTORY_LABELS = {
  changes: ['What changed', 'Ce qui a changé', 'Was sich geändert hat', 'Qué ha cambiado', 'Che cosa è cambiato'],
  changesLead: [
    'What was published, changed or withdrawn here, the newest first.',
    'Ce qui a été publié, modifié ou retiré ici, le plus récent d’abord.',
    'Was hier veröffentlicht, geändert oder zurückgezogen wurde, das Neueste zuerst.',
    'Lo que se ha publicado, modificado o retirado aquí, lo más reciente primero.',
    'Che cosa è stato pubblicato, modificato o ritirato qui, prima il più recente.',
  ],
  historyLead: [
    'What became of this entry, the newest first.',
    'Ce qu’est devenue cette fiche, le plus récent d’abord.',
    'Was aus diesem Eintrag wurde, das Neueste zuerst.',
    'Qué ha sido de esta ficha, lo más reciente primero.',
    'Che ne è stato di questa scheda, prima il più recente.',
  ],
  sinceRevision: [
    'What changed since revision',
    'Ce qui a changé depuis la révision',
    'Was sich geändert hat seit Fassung',
    'Qué ha cambiado desde la revisión',
    'Che cosa è cambiato dalla revisione',
  ],
  field: ['Part', 'Partie', 'Teil', 'Parte', 'Parte'],
  before: ['Before', 'Avant', 'Vorher', 'Antes', 'Prima'],
  after: ['After', 'Après', 'Nachher', 'Después', 'Dopo'],
  noDifference: [
    'Nothing that readers see differs.',
    'Rien de visible pour les lecteurs ne diffère.',
    'Nichts, was Leser sehen, ist anders.',
    'Nada de lo que ven los lectores es distinto.',
    'Nulla di ciò che vedono i lettori è diverso.',
  ],
  past: ['History', 'Historique', 'Verlauf', 'Historial', 'Cronologia'],
  andMore: ['and more:', 'et d’autres :', 'und weitere:', 'y más:', 'e altri:'],
  changedTogether: (date: string) => [
    `What changed together on ${date}, as far as it has not changed again since.`,
    `Ce qui a changé en même temps le ${date} et n’a plus changé depuis.`,
    `Was am ${date} zusammen geändert wurde und seither nicht wieder.`,
    `Lo que cambió a la vez el ${date} y no ha vuelto a cambiar desde entonces.`,
    `Ciò che è cambiato insieme in data ${date} e da allora non è più cambiato.`,
  ],
} as const satisfies LabelTable;
