import type { InEachLanguage, LabelTable } from './languages.js';

/** For whom questions are, by their role. */
const ROLES: Readonly<Record<string, InEachLanguage>> = {
  ANALYST: ['For analysts', 'Pour les analystes', 'Für die Analyse', 'Para analistas', 'Per gli analisti'],
  FRONTEND: [
    'For frontend teams',
    'Pour les équipes web',
    'Für Frontend-Teams',
    'Para equipos web',
    'Per i gruppi web',
  ],
  EDITOR: ['For content editors', 'Pour la rédaction', 'Für die Redaktion', 'Para la redacción', 'Per la redazione'],
};

/** What the list of questions says. */
export const QUESTION_LABELS = {
  questions: ['Questions', 'Questions', 'Fragen', 'Preguntas', 'Domande'],
  question: ['Question', 'Question', 'Frage', 'Pregunta', 'Domanda'],
  lead: [
    'Ready questions to the knowledge base. Each gives a table, a chart where there are figures, files to take away and a citation; change what it asks for in its form.',
    'Des questions prêtes à poser à la base de connaissances. Chacune donne un tableau, un graphique s’il y a des chiffres, des fichiers à emporter et une citation ; le formulaire permet de changer ce qui est demandé.',
    'Fertige Fragen an die Wissensbasis. Jede ergibt eine Tabelle, wo es Zahlen gibt ein Diagramm, Dateien zum Mitnehmen und einen Zitiervorschlag; wonach sie fragt, lässt sich im Formular ändern.',
    'Preguntas ya preparadas para la base de conocimientos. Cada una ofrece una tabla, un gráfico si hay cifras, archivos para descargar y una cita; en su formulario se cambia lo que se pide.',
    'Domande già pronte da porre alla base di conoscenze. Ciascuna offre una tabella, un grafico se ci sono dati, file da scaricare e una citazione; nel modulo si cambia ciò che si chiede.',
  ],
  findQuestion: [
    'Find a question',
    'Trouver une question',
    'Eine Frage finden',
    'Buscar una pregunta',
    'Trova una domanda',
  ],
  found: (count: number) => [
    count === 1 ? '1 question' : `${count} questions`,
    count < 2 ? `${count} question` : `${count} questions`,
    count === 1 ? '1 Frage' : `${count} Fragen`,
    count === 1 ? '1 pregunta' : `${count} preguntas`,
    count === 1 ? '1 domanda' : `${count} domande`,
  ],
  all: ['All questions', 'Toutes les questions', 'Alle Fragen', 'Todas las preguntas', 'Tutte le domande'],
  loading: [
    'Loading the questions …',
    'Chargement des questions…',
    'Die Fragen werden geladen …',
    'Cargando las preguntas…',
    'Caricamento delle domande…',
  ],
  roles: ROLES,
  /** The question of the page of a series: its title and what it answers. */
  series: [
    ['Figures of a series', 'The figures of one indicator for one area, with their edition.'],
    ['Chiffres d’une série', 'Les chiffres d’un indicateur pour une zone, avec leur édition.'],
    ['Zahlen einer Reihe', 'Die Zahlen eines Indikators für ein Gebiet, mit ihrer Ausgabe.'],
    ['Cifras de una serie', 'Las cifras de un indicador para una zona, con su edición.'],
    ['Dati di una serie', 'I dati di un indicatore per un’area, con la loro edizione.'],
  ],
  nearest: [
    'The nearest questions',
    'Les questions les plus proches',
    'Die nächsten Fragen',
    'Las preguntas más cercanas',
    'Le domande più vicine',
  ],
  notThere: (slug: string) => [
    `There is no question “${slug}”.`,
    `Il n’y a pas de question « ${slug} ».`,
    `Eine Frage „${slug}“ gibt es nicht.`,
    `No existe la pregunta «${slug}».`,
    `Non c’è una domanda «${slug}».`,
  ],
} as const satisfies LabelTable;
