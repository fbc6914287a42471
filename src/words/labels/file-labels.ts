import type { LabelTable } from './languages.js';

/** The forms of a file: its name, and what it is for. */
export const FILE_LABELS = {
  csv: [
    ['CSV', 'for programs'],
    ['CSV', 'pour les programmes'],
    ['CSV', 'für Programme'],
    ['CSV', 'para programas'],
    ['CSV', 'per i programmi'],
  ],
  csvExcel: [
    ['CSV for Excel', 'with semicolons and decimal commas'],
    ['CSV pour Excel', 'avec points-virgules et virgules décimales'],
    ['CSV für Excel', 'mit Semikolon und Dezimalkomma'],
    ['CSV para Excel', 'con punto y coma y coma decimal'],
    ['CSV per Excel', 'con punto e virgola e virgola decimale'],
  ],
  xlsx: [
    ['Excel', 'with sources and meanings'],
    ['Excel', 'avec sources et explications'],
    ['Excel', 'mit Quellen und Erläuterungen'],
    ['Excel', 'con fuentes y significados'],
    ['Excel', 'con fonti e significati'],
  ],
  json: [
    ['JSON', 'the answer as it comes'],
    ['JSON', 'la réponse telle quelle'],
    ['JSON', 'die Antwort, wie sie kommt'],
    ['JSON', 'la respuesta tal como llega'],
    ['JSON', 'la risposta così come arriva'],
  ],
  ndjson: [
    ['JSON lines', 'a row on each'],
    ['JSON par lignes', 'une ligne du tableau sur chacune'],
    ['JSON-Zeilen', 'eine Zeile der Tabelle auf jeder'],
    ['JSON por líneas', 'una fila en cada una'],
    ['JSON per righe', 'una riga della tabella su ciascuna'],
  ],
  jsonstat: [
    ['JSON-stat', 'a cube for statistics'],
    ['JSON-stat', 'un cube pour la statistique'],
    ['JSON-stat', 'ein Würfel für die Statistik'],
    ['JSON-stat', 'un cubo para estadística'],
    ['JSON-stat', 'un cubo per la statistica'],
  ],
  svg: [
    ['SVG', 'the chart'],
    ['SVG', 'le graphique'],
    ['SVG', 'das Diagramm'],
    ['SVG', 'el gráfico'],
    ['SVG', 'il grafico'],
  ],
  png: [
    ['PNG', 'the chart as a picture'],
    ['PNG', 'le graphique en image'],
    ['PNG', 'das Diagramm als Bild'],
    ['PNG', 'el gráfico como imagen'],
    ['PNG', 'il grafico come immagine'],
  ],
  zip: [
    ['ZIP', 'all tables, meanings, licence, citation'],
    ['ZIP', 'tous les tableaux, explications, licence, citation'],
    ['ZIP', 'alle Tabellen, Erläuterungen, Lizenz, Zitiervorschlag'],
    ['ZIP', 'todas las tablas, significados, licencia, cita'],
    ['ZIP', 'tutte le tabelle, significati, licenza, citazione'],
  ],
} as const satisfies LabelTable;
