import type { LabelTable } from './languages.js';

/** What the pages with a script say beside what all pages say. */
export const SCREEN_LABELS = {
  /** Of the columns of a table. */
  meanings: [
    'What the columns mean',
    'Ce que signifient les colonnes',
    'Was die Spalten bedeuten',
    'Qué significan las columnas',
    'Che cosa significano le colonne',
  ],
  moreRows: (count: string) => [
    `Show ${count} more`,
    `Afficher ${count} de plus`,
    `${count} weitere anzeigen`,
    `Mostrar ${count} más`,
    `Mostra altre ${count}`,
  ],
  /** Of a list in a cell. */
  moreItems: (count: string) => [
    `${count} more`,
    `${count} de plus`,
    `${count} weitere`,
    `${count} más`,
    `altri ${count}`,
  ],
  /** Where a table has more rows than a screen takes. */
  cut: (count: string) => [
    `The first ${count} rows; the files have all of them.`,
    `Les ${count} premières lignes ; les fichiers les contiennent toutes.`,
    `Die ersten ${count} Zeilen; die Dateien enthalten alle.`,
    `Las primeras ${count} filas; los archivos las tienen todas.`,
    `Le prime ${count} righe; i file le contengono tutte.`,
  ],
  cutChart: [
    'Drawn from the first rows only; the file has all of them.',
    'Dessiné d’après les premières lignes seulement ; le fichier les contient toutes.',
    'Nur aus den ersten Zeilen gezeichnet; die Datei enthält alle.',
    'Dibujado solo con las primeras filas; el archivo las tiene todas.',
    'Disegnato solo con le prime righe; il file le contiene tutte.',
  ],
  /** Of the period of a map. */
  fullest: [
    'the latest with most figures',
    'la dernière avec le plus de chiffres',
    'der jüngste mit den meisten Zahlen',
    'el último con más cifras',
    'l’ultimo con più dati',
  ],
  saved: (file: string) => [
    `${file} is saved.`,
    `${file} est enregistré.`,
    `${file} ist gespeichert.`,
    `${file} se ha guardado.`,
    `${file} è stato salvato.`,
  ],
  forPrograms: [
    'For programs: the address of this file',
    'Pour les programmes : l’adresse de ce fichier',
    'Für Programme: die Adresse dieser Datei',
    'Para programas: la dirección de este archivo',
    'Per i programmi: l’indirizzo di questo file',
  ],
  /** What a search found beside questions. */
  inContent: [
    'In the knowledge base',
    'Dans la base de connaissances',
    'In der Wissensbasis',
    'En la base de conocimientos',
    'Nella base di conoscenze',
  ],
  findExample: [
    'asylum, laws, Italy …',
    'asile, lois, Italie…',
    'Asyl, Gesetze, Italien …',
    'asilo, leyes, Italia…',
    'asilo, leggi, Italia…',
  ],
  /** The name of a query that is no saved question. */
  query: [
    'Answer to a query',
    'Réponse à une requête',
    'Antwort auf eine Abfrage',
    'Respuesta a una consulta',
    'Risposta a una query',
  ],
  /** Where nothing was run yet. */
  runFirst: [
    'Press the play button to run the query.',
    'Appuyez sur le bouton de lecture pour exécuter la requête.',
    'Die Abfrage mit der Abspieltaste ausführen.',
    'Pulse el botón de reproducción para ejecutar la consulta.',
    'Premere il pulsante di avvio per eseguire la query.',
  ],
  /** What a row is that is a figure. */
  figure: ['Figure', 'Chiffre', 'Zahl', 'Cifra', 'Dato'],
  citeTab: ['Cite', 'Citer', 'Zitieren', 'Citar', 'Cita'],
  linkCopied: [
    'The link is copied; it shows what you see.',
    'Le lien est copié ; il montre ce que vous voyez.',
    'Der Link ist kopiert; er zeigt, was Sie sehen.',
    'El enlace se ha copiado; muestra lo que usted ve.',
    'Il collegamento è stato copiato; mostra ciò che si vede.',
  ],
  /** The tree of the fields of the contract: its name, how it is used, and where the query cannot be read. */
  fields: ['Fields', 'Champs', 'Felder', 'Campos', 'Campi'],
  fieldsHelp: [
    'Space or Enter puts a field into the query or takes it away; the arrow keys move; letters find a name.',
    'Espace ou Entrée ajoute un champ à la requête ou l’en retire ; les flèches déplacent ; les lettres trouvent un nom.',
    'Leertaste oder Eingabe nimmt ein Feld in die Abfrage auf oder heraus; Pfeiltasten bewegen; Buchstaben finden einen Namen.',
    'Espacio o Intro añade un campo a la consulta o lo quita; las flechas mueven; las letras encuentran un nombre.',
    'Spazio o Invio aggiunge un campo alla query o lo toglie; le frecce spostano; le lettere trovano un nome.',
  ],
  fieldsUnread: [
    'There is a mistake in the query. Once it is mended, its fields are shown here.',
    'La requête contient une erreur. Une fois corrigée, ses champs seront affichés ici.',
    'Die Abfrage enthält einen Fehler. Ist er behoben, stehen ihre Felder hier.',
    'Hay un error en la consulta. Cuando se corrija, sus campos se mostrarán aquí.',
    'C’è un errore nella query. Una volta corretto, i suoi campi saranno mostrati qui.',
  ],
  saving: {
    heading: [
      'Save as a question',
      'Enregistrer comme question',
      'Als Frage speichern',
      'Guardar como pregunta',
      'Salva come domanda',
    ],
    title: ['Title', 'Titre', 'Titel', 'Título', 'Titolo'],
    slug: [
      'Name in addresses',
      'Nom dans les adresses',
      'Name in Adressen',
      'Nombre en las direcciones',
      'Nome negli indirizzi',
    ],
    summary: [
      'What it answers',
      'Ce à quoi elle répond',
      'Was sie beantwortet',
      'A qué responde',
      'A che cosa risponde',
    ],
    task: [
      'Task that it belongs to',
      'Tâche dont elle relève',
      'Aufgabe, zu der sie gehört',
      'Tarea a la que pertenece',
      'Compito a cui appartiene',
    ],
    role: ['Whom it is for', 'À qui elle s’adresse', 'Für wen sie ist', 'Para quién es', 'Per chi è'],
    publish: [
      'Publish it at once',
      'Publier aussitôt',
      'Sofort veröffentlichen',
      'Publicarla enseguida',
      'Pubblicala subito',
    ],
    save: ['Save', 'Enregistrer', 'Speichern', 'Guardar', 'Salva'],
    back: ['Close', 'Fermer', 'Schließen', 'Cerrar', 'Chiudi'],
    saved: [
      'It is saved as a draft.',
      'Elle est enregistrée comme brouillon.',
      'Sie ist als Entwurf gespeichert.',
      'Se ha guardado como borrador.',
      'È stata salvata come bozza.',
    ],
    published: [
      'It is saved and published.',
      'Elle est enregistrée et publiée.',
      'Sie ist gespeichert und veröffentlicht.',
      'Se ha guardado y publicado.',
      'È stata salvata e pubblicata.',
    ],
    notSaved: [
      'Nothing is saved yet.',
      'Rien n’est encore enregistré.',
      'Noch ist nichts gespeichert.',
      'Aún no se ha guardado nada.',
      'Non è stato ancora salvato nulla.',
    ],
    taken: [
      'There is a question of this name already; give it another.',
      'Une question porte déjà ce nom ; donnez-en un autre.',
      'Eine Frage heißt schon so; geben Sie ihr einen anderen Namen.',
      'Ya hay una pregunta con ese nombre; dele otro.',
      'C’è già una domanda con questo nome; darne un altro.',
    ],
    changed: [
      'Somebody changed this question meanwhile. Open it anew.',
      'Quelqu’un a modifié cette question entre-temps. Rouvrez-la.',
      'Inzwischen hat jemand diese Frage geändert. Öffnen Sie sie neu.',
      'Alguien cambió esta pregunta entretanto. Vuelva a abrirla.',
      'Qualcuno ha cambiato questa domanda nel frattempo. Riaprirla.',
    ],
  },
  /** Where an editor puts a token. */
  token: ['Editor’s token', 'Jeton de rédaction', 'Token der Redaktion', 'Token de redacción', 'Token di redazione'],
  useToken: ['Show drafts', 'Afficher les brouillons', 'Entwürfe zeigen', 'Mostrar borradores', 'Mostra le bozze'],
} as const satisfies LabelTable;
