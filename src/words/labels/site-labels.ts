import type { LabelTable } from './languages.js';

/** What every page has around its content. */
export const SITE_LABELS = {
  tagline: [
    'Knowledge against migrant smuggling',
    'Connaissances contre le trafic de migrants',
    'Wissen gegen Migrantenschleusung',
    'Conocimiento contra el tráfico ilícito de migrantes',
    'Conoscenze contro il traffico di migranti',
  ],
  skip: ['Skip to content', 'Aller au contenu', 'Zum Inhalt', 'Ir al contenido', 'Vai al contenuto'],
  home: ['Home', 'Accueil', 'Startseite', 'Inicio', 'Pagina iniziale'],
  language: ['Language', 'Langue', 'Sprache', 'Idioma', 'Lingua'],
  /** The language's own name, for the switch. */
  ownName: ['English', 'Français', 'Deutsch', 'Español', 'Italiano'],
  mainNavigation: ['Signpost', 'Signpost', 'Signpost', 'Signpost', 'Signpost'],
  breadcrumb: ['Breadcrumb', 'Fil d’Ariane', 'Pfad', 'Ruta de navegación', 'Percorso'],
  about: [
    'A knowledge base for judicial practitioners on resources, leaflets, trends and country profiles against migrant smuggling. Every fact names its source.',
    'Une base de connaissances pour les praticiens de la justice : ressources, dépliants, tendances et fiches pays contre le trafic de migrants. Chaque fait indique sa source.',
    'Eine Wissensbasis für die Praxis der Justiz: Ressourcen, Faltblätter, Entwicklungen und Länderprofile gegen Migrantenschleusung. Jede Angabe nennt ihre Quelle.',
    'Una base de conocimientos para profesionales de la justicia sobre recursos, folletos, tendencias y perfiles de países contra el tráfico ilícito de migrantes. Cada dato indica su fuente.',
    'Una base di conoscenze per chi opera nella giustizia su risorse, opuscoli, tendenze e schede paese contro il traffico di migranti. Ogni fatto indica la sua fonte.',
  ],
  find: ['Find', 'Trouver', 'Finden', 'Encontrar', 'Trovare'],
  further: ['Take it further', 'Aller plus loin', 'Weiterführend', 'Para saber más', 'Per approfondire'],
  editor: ['Query editor', 'Éditeur de requêtes', 'Abfrage-Editor', 'Editor de consultas', 'Editor di query'],
  /** The page with questions and answers that needs a script. */
  explore: ['Explore', 'Explorer', 'Erkunden', 'Explorar', 'Esplora'],
  api: ['GraphQL API', 'API GraphQL', 'GraphQL-Schnittstelle', 'API de GraphQL', 'API GraphQL'],
  notFound: [
    'Page not found',
    'Page introuvable',
    'Seite nicht gefunden',
    'Página no encontrada',
    'Pagina non trovata',
  ],
  notFoundLead: [
    'There is nothing at this address.',
    'Il n’y a rien à cette adresse.',
    'Unter dieser Adresse gibt es nichts.',
    'No hay nada en esta dirección.',
    'A questo indirizzo non c’è nulla.',
  ],
  refused: [
    'This cannot be shown',
    'Ceci ne peut pas être affiché',
    'Das kann nicht gezeigt werden',
    'Esto no se puede mostrar',
    'Questo non può essere mostrato',
  ],
  didYouMean: ['Did you mean', 'Vouliez-vous dire', 'Meinten Sie', 'Quizá quiso decir', 'Forse cercavi'],
  failed: [
    'The server could not answer. Try again in a moment.',
    'Le serveur n’a pas pu répondre. Réessayez dans un instant.',
    'Der Server konnte nicht antworten. Versuchen Sie es gleich noch einmal.',
    'El servidor no pudo responder. Inténtelo de nuevo en un momento.',
    'Il server non ha potuto rispondere. Riprovare tra un momento.',
  ],
} as const satisfies LabelTable;
