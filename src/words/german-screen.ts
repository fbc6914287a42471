import type { ScreenWords } from './screen-words.js';

/** What the pages with a script say in German. */
export const GERMAN_SCREEN: ScreenWords = {
  meanings: 'Was die Spalten bedeuten',
  moreRows: (count) => `${count} weitere anzeigen`,
  moreItems: (count) => `${count} weitere`,
  cut: (count) => `Die ersten ${count} Zeilen; die Dateien enthalten alle.`,
  cutChart: 'Nur aus den ersten Zeilen gezeichnet; die Datei enthält alle.',
  fullest: 'der jüngste mit den meisten Zahlen',
  saved: (file) => `${file} ist gespeichert.`,
  forPrograms: 'Für Programme: die Adresse dieser Datei',
  inContent: 'In der Wissensbasis',
  findExample: 'Asyl, Gesetze, Italien …',
  query: 'Antwort auf eine Abfrage',
  runFirst: 'Die Abfrage mit der Abspieltaste ausführen.',
  figure: 'Zahl',
  citeTab: 'Zitieren',
  linkCopied: 'Der Link ist kopiert; er zeigt, was Sie sehen.',
  fields: 'Felder',
  fieldsHelp:
    'Leertaste oder Eingabe nimmt ein Feld in die Abfrage auf oder heraus; Pfeiltasten bewegen; Buchstaben finden einen Namen.',
  fieldsUnread: 'Die Abfrage enthält einen Fehler. Ist er behoben, stehen ihre Felder hier.',
};
