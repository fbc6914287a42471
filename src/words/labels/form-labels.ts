import type { InEachLanguage, LabelTable } from './languages.js';

/** Groups of choices, by the list at the root that they are of. */
const LISTS: Readonly<Record<string, InEachLanguage>> = {
  countries: ['Countries', 'Pays', 'Länder', 'Países', 'Paesi'],
  groups: ['Groups of countries', 'Groupes de pays', 'Ländergruppen', 'Grupos de países', 'Gruppi di paesi'],
  routes: ['Routes', 'Routes', 'Routen', 'Rutas', 'Rotte'],
  territories: [
    'Other countries and territories',
    'Autres pays et territoires',
    'Andere Länder und Gebiete',
    'Otros países y territorios',
    'Altri paesi e territori',
  ],
};

/** Names of variables by the argument or the field that they are given to. */
const INPUTS: Readonly<Record<string, InEachLanguage>> = {
  area: [
    'Country, group or route',
    'Pays, groupe ou route',
    'Land, Gruppe oder Route',
    'País, grupo o ruta',
    'Paese, gruppo o rotta',
  ],
  areas: [
    'Countries, groups, routes',
    'Pays, groupes, routes',
    'Länder, Gruppen, Routen',
    'Países, grupos, rutas',
    'Paesi, gruppi, rotte',
  ],
  asOf: ['As it stood on', 'État au', 'Stand vom', 'Situación a fecha de', 'Situazione al'],
  base: ['Base period', 'Période de référence', 'Basiszeitraum', 'Período de base', 'Periodo di base'],
  breakdown: ['Broken down by', 'Ventilation', 'Aufgeschlüsselt nach', 'Desglose', 'Disaggregazione'],
  code: [
    'Country, group or route',
    'Pays, groupe ou route',
    'Land, Gruppe oder Route',
    'País, grupo o ruta',
    'Paese, gruppo o rotta',
  ],
  filter: ['Filter', 'Filtre', 'Filter', 'Filtro', 'Filtro'],
  first: ['At most', 'Au plus', 'Höchstens', 'Como máximo', 'Al massimo'],
  fixedAt: [
    'Members as of',
    'Membres à la date de',
    'Mitglieder mit Stand von',
    'Miembros a fecha de',
    'Membri alla data del',
  ],
  force: ['Show in spite of that', 'Afficher malgré tout', 'Trotzdem zeigen', 'Mostrar pese a ello', 'Mostra comunque'],
  frequency: ['Frequency', 'Fréquence', 'Periodizität', 'Frecuencia', 'Frequenza'],
  from: ['From', 'De', 'Von', 'Desde', 'Da'],
  group: ['Group of countries', 'Groupe de pays', 'Ländergruppe', 'Grupo de países', 'Gruppo di paesi'],
  language: ['Language', 'Langue', 'Sprache', 'Idioma', 'Lingua'],
  period: ['Period', 'Période', 'Zeitraum', 'Período', 'Periodo'],
  query: ['Words', 'Mots', 'Wörter', 'Palabras', 'Parole'],
  shareOf: ['Share of', 'Part de', 'Anteil an', 'Proporción de', 'Quota di'],
  since: ['Since', 'Depuis', 'Seit', 'Desde', 'Dal'],
  days: ['Last days', 'Derniers jours', 'Letzte Tage', 'Últimos días', 'Ultimi giorni'],
  to: ['To', 'À', 'Bis', 'Hasta', 'A'],
  total: ['Added up here', 'Total calculé ici', 'Hier zusammengezählt', 'Total calculado aquí', 'Totale calcolato qui'],
  transform: ['Worked out as', 'Calculé comme', 'Berechnet als', 'Calculado como', 'Calcolato come'],
  use: ['Used for', 'Usage', 'Verwendet für', 'Uso', 'Uso'],
  window: ['Mean over', 'Moyenne sur', 'Mittel über', 'Media de', 'Media su'],
  within: ['Within', 'Au sein de', 'Innerhalb von', 'Dentro de', 'All’interno di'],
  words: ['Words', 'Mots', 'Wörter', 'Palabras', 'Parole'],
};

/** What the form of a question says. */
export const FORM_LABELS = {
  form: ['What to show', 'Ce qu’il faut afficher', 'Was gezeigt wird', 'Qué se muestra', 'Che cosa mostrare'],
  show: ['Show', 'Afficher', 'Zeigen', 'Mostrar', 'Mostra'],
  reset: [
    'Back to the question’s own values',
    'Revenir aux valeurs de la question',
    'Zurück zu den Werten der Frage',
    'Volver a los valores de la pregunta',
    'Torna ai valori della domanda',
  ],
  more: ['More options', 'Plus d’options', 'Weitere Angaben', 'Más opciones', 'Altre opzioni'],
  toAnswer: ['To the answer', 'Aller à la réponse', 'Zur Antwort', 'Ir a la respuesta', 'Alla risposta'],
  any: ['any', 'indifférent', 'beliebig', 'cualquiera', 'qualsiasi'],
  yes: ['yes', 'oui', 'ja', 'sí', 'sì'],
  no: ['no', 'non', 'nein', 'no', 'no'],
  required: ['needed', 'obligatoire', 'erforderlich', 'obligatorio', 'obbligatorio'],
  add: ['Add …', 'Ajouter…', 'Hinzufügen …', 'Añadir…', 'Aggiungi…'],
  remove: (name: string) => [
    `Remove ${name}`,
    `Retirer ${name}`,
    `${name} entfernen`,
    `Quitar ${name}`,
    `Rimuovi ${name}`,
  ],
  chosen: ['Chosen', 'Choisis', 'Ausgewählt', 'Elegidos', 'Scelti'],
  /** How several are chosen in a list of a browser without script. */
  several: [
    'Ctrl or ⌘ for several',
    'Ctrl ou ⌘ pour en choisir plusieurs',
    'Mehrere mit Strg oder ⌘',
    'Ctrl o ⌘ para elegir varios',
    'Ctrl o ⌘ per sceglierne più di uno',
  ],
  withFigures: ['With figures', 'Avec des chiffres', 'Mit Zahlen', 'Con cifras', 'Con dati'],
  withoutFigures: [
    'Without figures here',
    'Sans chiffres ici',
    'Hier ohne Zahlen',
    'Sin cifras aquí',
    'Senza dati qui',
  ],
  lists: LISTS,
  /** The first and the last period for which there is a figure. */
  covers: (from: string, to: string) => [
    `Figures from ${from} to ${to}`,
    `Chiffres de ${from} à ${to}`,
    `Zahlen von ${from} bis ${to}`,
    `Cifras de ${from} a ${to}`,
    `Dati per il periodo ${from} – ${to}`,
  ],
  jsonHint: ['As JSON', 'En JSON', 'Als JSON', 'En JSON', 'In JSON'],
  inputs: INPUTS,
  /** What cannot be read, and what would be right. */
  wrong: {
    missing: (name: string) => [
      `“${name}” is needed.`,
      `Champ obligatoire : « ${name} ».`,
      `Pflichtangabe: „${name}“.`,
      `Campo obligatorio: «${name}».`,
      `Campo obbligatorio: «${name}».`,
    ],
    number: (name: string, given: string) => [
      `“${given}” is no whole number for “${name}”.`,
      `« ${given} » n’est pas un nombre entier pour « ${name} ».`,
      `„${given}“ ist keine ganze Zahl für „${name}“.`,
      `«${given}» no es un número entero para «${name}».`,
      `«${given}» non è un numero intero per «${name}».`,
    ],
    choice: (name: string, given: string) => [
      `“${given}” is not among the choices of “${name}”.`,
      `« ${given} » ne figure pas parmi les choix de « ${name} ».`,
      `„${given}“ steht bei „${name}“ nicht zur Wahl.`,
      `«${given}» no está entre las opciones de «${name}».`,
      `«${given}» non è tra le scelte di «${name}».`,
    ],
    json: (name: string) => [
      `What was given for “${name}” is not JSON.`,
      `Ce qui est donné pour « ${name} » n’est pas du JSON.`,
      `Was für „${name}“ angegeben wurde, ist kein JSON.`,
      `Lo indicado para «${name}» no es JSON.`,
      `Ciò che è indicato per «${name}» non è JSON.`,
    ],
  },
} as const satisfies LabelTable;
