import type { LabelTable } from './languages.js';

/** How much of a date is known. */
type Known = 'YEAR' | 'MONTH' | 'DAY';

/** Italian says the article of a day with it, as in `dal 2 maggio` and `dall’8 maggio`. */
function italian(word: 'al' | 'dal', date: string): string {
  return /^(?:8|11) /.test(date) ? `${word}l’${date}` : `${word} ${date}`;
}

/** What pages say around the content of entries. */
export const PAGE_LABELS = {
  searchAll: [
    'Search all entries',
    'Rechercher dans toutes les fiches',
    'Alle Einträge durchsuchen',
    'Buscar en todas las fichas',
    'Cerca in tutte le schede',
  ],
  homeTitle: [
    'Find what helps against migrant smuggling',
    'Trouver ce qui aide contre le trafic de migrants',
    'Finden, was gegen Migrantenschleusung hilft',
    'Encontrar lo que ayuda contra el tráfico ilícito de migrantes',
    'Trovare ciò che aiuta contro il traffico di migranti',
  ],
  homeLead: [
    'For prosecutors, judges and police: resources, leaflets, trends and country profiles, above all on the digital side. Every fact names its source.',
    'Pour les procureurs, les juges et la police : ressources, dépliants, tendances et fiches pays, surtout sur le volet numérique. Chaque fait indique sa source.',
    'Für Staatsanwaltschaft, Gerichte und Polizei: Ressourcen, Faltblätter, Entwicklungen und Länderprofile, vor allem zur digitalen Seite. Jede Angabe nennt ihre Quelle.',
    'Para fiscales, jueces y policía: recursos, folletos, tendencias y perfiles de países, sobre todo en el ámbito digital. Cada dato indica su fuente.',
    'Per pubblici ministeri, giudici e polizia: risorse, opuscoli, tendenze e schede paese, soprattutto sul versante digitale. Ogni fatto indica la sua fonte.',
  ],
  forWhom: ['For whom', 'Pour qui', 'Für wen', 'Para quién', 'Per chi'],
  whereInCase: [
    'Where are you in the case?',
    'Où en êtes-vous dans l’affaire ?',
    'Wo stehen Sie im Verfahren?',
    '¿En qué fase del procedimiento está?',
    'A che punto è il procedimento?',
  ],
  howCountries: [
    'How countries cooperate',
    'Comment les pays coopèrent',
    'Wie Länder zusammenarbeiten',
    'Cómo cooperan los países',
    'Come cooperano i paesi',
  ],
  latestPublished: [
    'Latest publications',
    'Dernières publications',
    'Neueste Veröffentlichungen',
    'Últimas publicaciones',
    'Ultime pubblicazioni',
  ],
  beginHere: [
    'Or begin here',
    'Ou commencez ici',
    'Oder beginnen Sie hier',
    'O empiece aquí',
    'Oppure iniziare da qui',
  ],
  glance: ['At a glance', 'En bref', 'Auf einen Blick', 'De un vistazo', 'In breve'],
  onPage: ['On this page', 'Sur cette page', 'Auf dieser Seite', 'En esta página', 'In questa pagina'],
  beware: [
    'Read with care',
    'À lire avec prudence',
    'Mit Vorsicht zu lesen',
    'Léase con cautela',
    'Da leggere con cautela',
  ],
  aboutPage: [
    'About this page',
    'À propos de cette page',
    'Über diese Seite',
    'Sobre esta página',
    'Informazioni su questa pagina',
  ],
  revision: ['Revision', 'Révision', 'Fassung', 'Revisión', 'Revisione'],
  updated: ['Last changed', 'Dernière modification', 'Zuletzt geändert', 'Última modificación', 'Ultima modifica'],
  history: [
    'History of this page',
    'Historique de la page',
    'Verlauf der Seite',
    'Historial de la página',
    'Cronologia della pagina',
  ],
  fellBack: [
    'Some parts of this page are not yet in English; they are shown in another language, marked with it.',
    'Certaines parties de cette page n’existent pas encore en français ; elles sont affichées dans une autre langue, qui est indiquée.',
    'Teile dieser Seite gibt es noch nicht auf Deutsch; sie erscheinen in einer anderen Sprache, die dabeisteht.',
    'Algunas partes de esta página aún no existen en español; se muestran en otro idioma, que se indica.',
    'Alcune parti di questa pagina non esistono ancora in italiano; sono mostrate in un’altra lingua, che è indicata.',
  ],
  notReviewed: [
    'This translation is our own and has not been reviewed.',
    'Cette traduction est la nôtre et n’a pas été relue.',
    'Diese Übersetzung ist unsere eigene und wurde nicht geprüft.',
    'Esta traducción es nuestra y no ha sido revisada.',
    'Questa traduzione è nostra e non è stata rivista.',
  ],
  partial: [
    'partly translated',
    'traduction partielle',
    'teilweise übersetzt',
    'traducción parcial',
    'tradotto in parte',
  ],
  missing: [
    'not yet translated',
    'pas encore traduit',
    'noch nicht übersetzt',
    'aún sin traducir',
    'non ancora tradotto',
  ],
  seeAll: ['See all', 'Tout voir', 'Alle ansehen', 'Ver todo', 'Vedi tutto'],
  goTo: ['Go to', 'Aller à', 'Zu', 'Ir a', 'Vai a'],
  /** The first day of something, as far as it is known, as people read it. */
  since: (date: string, known: Known) => [
    `since ${date}`,
    known === 'DAY' ? `depuis le ${date}` : `depuis ${date}`,
    known === 'DAY' ? `seit dem ${date}` : `seit ${date}`,
    known === 'DAY' ? `desde el ${date}` : `desde ${date}`,
    known === 'MONTH' ? `da ${date}` : italian('dal', date),
  ],
  /** The last. */
  until: (date: string, known: Known) => [
    `until ${date}`,
    known === 'DAY' ? `jusqu’au ${date}` : `jusqu’en ${date}`,
    known === 'DAY' ? `bis zum ${date}` : `bis ${date}`,
    known === 'DAY' ? `hasta el ${date}` : `hasta ${date}`,
    known === 'MONTH' ? `fino a ${date}` : `fino ${italian('al', date)}`,
  ],
  trendBehind: [
    'The trend behind it',
    'La tendance correspondante',
    'Die Entwicklung dahinter',
    'La tendencia correspondiente',
    'La tendenza corrispondente',
  ],
  whereAndWhat: [
    'Where and what about',
    'Où et à quel sujet',
    'Wo und worum es geht',
    'Dónde y sobre qué',
    'Dove e su che cosa',
  ],
  prison: ['Prison, years', 'Emprisonnement, années', 'Freiheitsstrafe, Jahre', 'Prisión, años', 'Reclusione, anni'],
  forLife: ['life', 'perpétuité', 'lebenslang', 'cadena perpetua', 'ergastolo'],
  upTo: ['up to', 'jusqu’à', 'bis zu', 'hasta', 'fino a'],
  notFound: [
    'not found in the sources',
    'non trouvé dans les sources',
    'in den Quellen nicht gefunden',
    'no consta en las fuentes',
    'non trovato nelle fonti',
  ],
  whoTo: ['Who to contact', 'À qui s’adresser', 'An wen man sich wendet', 'A quién dirigirse', 'A chi rivolgersi'],
  belongs: ['Belongs to', 'Fait partie de', 'Gehört zu', 'Pertenece a', 'Appartiene a'],
  throughGroups: [
    'Offered to the country, or to a group to which it belongs.',
    'Offert au pays, ou à un groupe dont il fait partie.',
    'Dem Land angeboten, oder einer Gruppe, zu der es gehört.',
    'Se ofrece al país o a un grupo al que pertenece.',
    'Offerto al paese o a un gruppo di cui fa parte.',
  ],
  eventsThroughGroups: [
    'Meetings in which the country, or a group to which it belongs, took part; not every country of a group need have been there.',
    'Réunions auxquelles le pays, ou un groupe dont il fait partie, a participé ; tous les pays d’un groupe n’y étaient pas forcément.',
    'Treffen, an denen das Land oder eine Gruppe, zu der es gehört, teilnahm; nicht jedes Land einer Gruppe muss dort gewesen sein.',
    'Reuniones en las que participó el país o un grupo al que pertenece; no todos los países del grupo estuvieron necesariamente presentes.',
    'Riunioni cui ha partecipato il paese o un gruppo di cui fa parte; non tutti i paesi di un gruppo erano necessariamente presenti.',
  ],
  withdrawn: [
    'This entry has been withdrawn',
    'Cette fiche a été retirée',
    'Dieser Eintrag wurde zurückgezogen',
    'Esta ficha ha sido retirada',
    'Questa scheda è stata ritirata',
  ],
  withdrawnLead: [
    'It is no longer kept up. Its name stays, so that links to it do not break.',
    'Elle n’est plus tenue à jour. Son nom reste, pour que les liens ne soient pas rompus.',
    'Er wird nicht mehr gepflegt. Sein Name bleibt, damit Links nicht ins Leere führen.',
    'Ya no se mantiene. Su nombre permanece para que los enlaces no se rompan.',
    'Non è più aggiornata. Il nome resta, perché i collegamenti non si interrompano.',
  ],
  replacedBy: ['Replaced by', 'Remplacé par', 'Ersetzt durch', 'Sustituido por', 'Sostituito da'],
  replacedNotice: [
    'There is a newer one:',
    'Il en existe une version plus récente :',
    'Es gibt eine neuere Fassung:',
    'Hay una versión más reciente:',
    'Esiste una versione più recente:',
  ],
} as const satisfies LabelTable;
