import type { LabelTable } from './languages.js';

const FRENCH_COLON = ' :';

const of = (name: string, colon = ':') => (name === '' ? '' : `${name}${colon} `);

/** What is written in charts beside what the answer holds. */
export const CHART_LABELS = {
  noFigure: ['No figure', 'aucun chiffre', 'keine Zahl', 'sin cifra', 'nessun dato'],
  hollow: [
    'hollow: provisional, estimated or partial',
    'point vide : chiffre provisoire, estimé ou partiel',
    'hohl: vorläufig, geschätzt oder unvollständig',
    'punto vacío: cifra provisional, estimada o parcial',
    'punto vuoto: dato provvisorio, stimato o parziale',
  ],
  hollowBar: [
    'outlined: provisional, estimated or partial',
    'contour seul : chiffre provisoire, estimé ou partiel',
    'nur umrandet: vorläufig, geschätzt oder unvollständig',
    'solo contorno: cifra provisional, estimada o parcial',
    'solo contorno: dato provvisorio, stimato o parziale',
  ],
  interrupted: [
    'break in the series',
    'rupture de série',
    'Bruch in der Reihe',
    'ruptura de serie',
    'interruzione della serie',
  ],
  gap: [
    'no line: no figure',
    'pas de ligne : aucun chiffre',
    'keine Linie: keine Zahl',
    'sin línea: sin cifra',
    'nessuna linea: nessun dato',
  ],
  breakInSeries: [
    'break in the series: not to be compared with the figures before it',
    'rupture de série : ne pas comparer avec les chiffres antérieurs',
    'Bruch in der Reihe: nicht mit den Zahlen davor vergleichbar',
    'ruptura de serie: no comparable con las cifras anteriores',
    'interruzione della serie: da non confrontare con i dati precedenti',
  ],
  source: ['Source', 'Source', 'Quelle', 'Fuente', 'Fonte'],
  /** "The first 40 of 62; all are in the table." */
  firstOf: (shown: number, all: number) => [
    `The first ${shown} of ${all}; all are in the table.`,
    `Les ${shown} premiers sur ${all} ; tous figurent dans le tableau.`,
    `Die ersten ${shown} von ${all}; alle stehen in der Tabelle.`,
    `Los primeros ${shown} de ${all}; todos figuran en la tabla.`,
    `I primi ${shown} di ${all}; tutti sono nella tabella.`,
  ],
  /** A sentence of the summary, from the first figure of a series to its last. */
  course: (name: string, from: string, first: string, to: string, last: string) => [
    `${of(name)}${first} in ${from}, ${last} in ${to}`,
    `${of(name, FRENCH_COLON)}${first} (${from}), ${last} (${to})`,
    `${of(name)}${first} (${from}), ${last} (${to})`,
    `${of(name)}${first} (${from}), ${last} (${to})`,
    `${of(name)}${first} (${from}), ${last} (${to})`,
  ],
  highest: (value: string, period: string) => [
    `highest ${value} in ${period}`,
    `maximum ${value} (${period})`,
    `Höchstwert ${value} (${period})`,
    `máximo ${value} (${period})`,
    `massimo ${value} (${period})`,
  ],
  only: (name: string, value: string, period: string) => [
    `${of(name)}${value} in ${period}`,
    `${of(name, FRENCH_COLON)}${value} (${period})`,
    `${of(name)}${value} (${period})`,
    `${of(name)}${value} (${period})`,
    `${of(name)}${value} (${period})`,
  ],
  rankedFirst: (name: string, value: string) => [
    `Highest: ${name}, ${value}`,
    `Le plus élevé : ${name}, ${value}`,
    `Am höchsten: ${name}, ${value}`,
    `El más alto: ${name}, ${value}`,
    `Il più alto: ${name}, ${value}`,
  ],
  rankedLast: (name: string, value: string) => [
    `lowest shown: ${name}, ${value}`,
    `le plus bas affiché : ${name}, ${value}`,
    `am niedrigsten unter den gezeigten: ${name}, ${value}`,
    `el más bajo de los mostrados: ${name}, ${value}`,
    `il più basso tra quelli mostrati: ${name}, ${value}`,
  ],
  missing: (count: number) => [
    count === 1 ? 'one figure missing' : `${count} figures missing`,
    count === 1 ? 'un chiffre manquant' : `${count} chiffres manquants`,
    count === 1 ? 'eine Zahl fehlt' : `${count} Zahlen fehlen`,
    count === 1 ? 'falta una cifra' : `faltan ${count} cifras`,
    count === 1 ? 'un dato mancante' : `${count} dati mancanti`,
  ],
  flagged: (count: number) => [
    count === 1 ? 'one figure with a flag' : `${count} figures with a flag`,
    count === 1 ? 'un chiffre marqué' : `${count} chiffres marqués`,
    count === 1 ? 'eine Zahl mit Kennzeichen' : `${count} Zahlen mit Kennzeichen`,
    count === 1 ? 'una cifra con marca' : `${count} cifras con marca`,
    count === 1 ? 'un dato contrassegnato' : `${count} dati contrassegnati`,
  ],
  classes: [
    'Each colour covers about the same number of areas; limits are rounded.',
    'Chaque couleur couvre à peu près le même nombre de zones ; limites arrondies.',
    'Jede Farbe umfasst etwa gleich viele Gebiete; die Grenzen sind gerundet.',
    'Cada color abarca aproximadamente el mismo número de zonas; límites redondeados.',
    'Ogni colore comprende circa lo stesso numero di aree; limiti arrotondati.',
  ],
  classBelow: (to: string) => [`under ${to}`, `moins de ${to}`, `unter ${to}`, `menos de ${to}`, `meno di ${to}`],
  classBetween: (from: string, to: string) => [
    `${from} to under ${to}`,
    `de ${from} à moins de ${to}`,
    `${from} bis unter ${to}`,
    `de ${from} a menos de ${to}`,
    `da ${from} a meno di ${to}`,
  ],
  classFrom: (from: string) => [
    `${from} and over`,
    `${from} et plus`,
    `${from} und mehr`,
    `${from} y más`,
    `${from} e oltre`,
  ],
  circles: [
    'The area of a circle is the figure.',
    'La surface d’un cercle représente le chiffre.',
    'Die Fläche eines Kreises ist die Zahl.',
    'La superficie de un círculo representa la cifra.',
    'L’area di un cerchio rappresenta il dato.',
  ],
  /** Of circles where some figures are below zero. */
  circlesBelow: [
    'An empty circle is a figure below zero.',
    'Un cercle vide représente un chiffre inférieur à zéro.',
    'Ein leerer Kreis ist eine Zahl unter null.',
    'Un círculo vacío representa una cifra inferior a cero.',
    'Un cerchio vuoto rappresenta un dato inferiore a zero.',
  ],
  outside: (names: string) => [
    `Not on the map: ${names}.`,
    `Hors de la carte : ${names}.`,
    `Nicht auf der Karte: ${names}.`,
    `Fuera del mapa: ${names}.`,
    `Fuori dalla mappa: ${names}.`,
  ],
  boundaries: [
    'The boundaries shown imply no position on the status of any territory.',
    'Les frontières indiquées n’impliquent aucune position sur le statut d’un territoire.',
    'Die dargestellten Grenzen bedeuten keine Stellungnahme zum Status eines Gebiets.',
    'Las fronteras mostradas no implican ninguna posición sobre el estatuto de un territorio.',
    'I confini indicati non implicano alcuna posizione sullo status di un territorio.',
  ],
  kosovo: [
    '* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
    '* Cette désignation est sans préjudice des positions sur le statut et est conforme à la résolution 1244 (1999) du Conseil de sécurité des Nations unies ainsi qu’à l’avis de la CIJ sur la déclaration d’indépendance du Kosovo.',
    '* Diese Bezeichnung berührt nicht die Standpunkte zum Status und steht im Einklang mit der Resolution 1244 (1999) des VN-Sicherheitsrates und dem Gutachten des IGH zur Unabhängigkeitserklärung des Kosovos.',
    '* Esta designación se entiende sin perjuicio de las posiciones sobre su estatuto y está en consonancia con la Resolución 1244 (1999) del CSNU y con la opinión de la CIJ sobre la declaración de independencia de Kosovo.',
    '* Tale designazione non pregiudica le posizioni riguardo allo status ed è in linea con la risoluzione 1244 (1999) dell’UNSC e con il parere della CIG sulla dichiarazione di indipendenza del Kosovo.',
  ],
  noChart: {
    NO_FIGURES: [
      'There is no chart of this answer: it holds no figures. See the table.',
      'Cette réponse n’a pas de graphique : elle ne contient aucun chiffre. Voir le tableau.',
      'Zu dieser Antwort gibt es kein Diagramm: Sie enthält keine Zahlen. Siehe die Tabelle.',
      'Esta respuesta no tiene gráfico: no contiene cifras. Véase la tabla.',
      'Questa risposta non ha un grafico: non contiene dati numerici. Si veda la tabella.',
    ],
    EMPTY: [
      'There is no chart: no figure was reported. See the table.',
      'Pas de graphique : aucun chiffre n’a été communiqué. Voir le tableau.',
      'Es gibt kein Diagramm: Keine Zahl wurde gemeldet. Siehe die Tabelle.',
      'No hay gráfico: no se comunicó ninguna cifra. Véase la tabla.',
      'Nessun grafico: nessun dato è stato comunicato. Si veda la tabella.',
    ],
    ONE_FIGURE: [
      'There is no chart of a single figure. See the table.',
      'Pas de graphique pour un seul chiffre. Voir le tableau.',
      'Zu einer einzelnen Zahl gibt es kein Diagramm. Siehe die Tabelle.',
      'No hay gráfico de una sola cifra. Véase la tabla.',
      'Nessun grafico per un solo dato. Si veda la tabella.',
    ],
    NOT_COMPARABLE: [
      'There is no chart: these are single figures of different things. See the table.',
      'Pas de graphique : ce sont des chiffres isolés de choses différentes. Voir le tableau.',
      'Es gibt kein Diagramm: Das sind einzelne Zahlen verschiedener Dinge. Siehe die Tabelle.',
      'No hay gráfico: son cifras aisladas de cosas distintas. Véase la tabla.',
      'Nessun grafico: sono singoli dati di cose diverse. Si veda la tabella.',
    ],
    NO_AREAS: [
      'There is no map of this answer: it holds no figures of countries. See the table.',
      'Cette réponse n’a pas de carte : elle ne contient aucun chiffre par pays. Voir le tableau.',
      'Zu dieser Antwort gibt es keine Karte: Sie enthält keine Zahlen von Ländern. Siehe die Tabelle.',
      'Esta respuesta no tiene mapa: no contiene cifras por país. Véase la tabla.',
      'Questa risposta non ha una mappa: non contiene dati per paese. Si veda la tabella.',
    ],
  },
} as const satisfies LabelTable;
