import type { LabelTable } from './languages.js';

/** What helps where there is no answer. */
export const HELP_LABELS = {
  noFigure: (period: string) => [
    `No figure for ${period}.`,
    `Aucun chiffre pour ${period}.`,
    `Keine Zahl für ${period}.`,
    `No hay cifra para ${period}.`,
    `Nessun dato per ${period}.`,
  ],
  noFigureFor: (area: string, period: string) => [
    `No figure for ${area} in ${period}.`,
    `Aucun chiffre pour ce choix : ${area}, ${period}.`,
    `Keine Zahl für diese Auswahl: ${area}, ${period}.`,
    `No hay cifra para esta selección: ${area}, ${period}.`,
    `Nessun dato per questa scelta: ${area}, ${period}.`,
  ],
  latestIs: (period: string) => [
    `The latest is ${period}.`,
    `Le dernier est de ${period}.`,
    `Die neueste ist von ${period}.`,
    `La última es de ${period}.`,
    `L’ultimo dato: ${period}.`,
  ],
  showIt: ['Show it.', 'L’afficher.', 'Sie zeigen.', 'Mostrarla.', 'Mostralo.'],
  noFigures: (area: string) => [
    `There are no figures for ${area} here.`,
    `Il n’y a pas ici de chiffres pour ce choix : ${area}.`,
    `Hier gibt es keine Zahlen für diese Auswahl: ${area}.`,
    `Aquí no hay cifras para esta selección: ${area}.`,
    `Qui non ci sono dati per questa scelta: ${area}.`,
  ],
  noIndicator: (given: string) => [
    `There is no indicator “${given}”.`,
    `Il n’y a pas d’indicateur « ${given} ».`,
    `Einen Indikator „${given}“ gibt es nicht.`,
    `No existe el indicador «${given}».`,
    `Non c’è un indicatore «${given}».`,
  ],
  noArea: (given: string) => [
    `There is no country, group or route “${given}”.`,
    `Il n’y a pas de pays, de groupe ni de route « ${given} ».`,
    `Ein Land, eine Gruppe oder eine Route „${given}“ gibt es nicht.`,
    `No existe el país, grupo o ruta «${given}».`,
    `Non c’è un paese, gruppo o rotta «${given}».`,
  ],
  noEntry: (given: string) => [
    `There is no entry “${given}”.`,
    `Il n’y a pas de fiche « ${given} ».`,
    `Einen Eintrag „${given}“ gibt es nicht.`,
    `No existe la ficha «${given}».`,
    `Non c’è una scheda «${given}».`,
  ],
  nearestIs: (name: string) => [
    `Did you mean ${name}?`,
    `Vouliez-vous dire ${name} ?`,
    `Meinten Sie ${name}?`,
    `¿Quiso decir ${name}?`,
    `Forse cercavi ${name}?`,
  ],
} as const satisfies LabelTable;
