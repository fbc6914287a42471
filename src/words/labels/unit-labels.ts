import type { InEachLanguage } from './languages.js';

/**
 * Units of figures as they stand behind a number, by the unit of the content, which is in English alone; a line each as in
 * page-labels.ts. Not yet reviewed by somebody who works in the languages.
 */
export const UNIT_LABELS: Readonly<Record<string, InEachLanguage>> = {
  accounts: ['accounts', 'comptes', 'Konten', 'cuentas', 'account'],
  actions: ['actions', 'actions', 'Maßnahmen', 'acciones', 'azioni'],
  alerts: ['alerts', 'alertes', 'Warnmeldungen', 'alertas', 'segnalazioni'],
  applications: ['applications', 'demandes', 'Anträge', 'solicitudes', 'domande'],
  arrivals: ['arrivals', 'arrivées', 'Ankünfte', 'llegadas', 'arrivi'],
  cases: ['cases', 'affaires', 'Fälle', 'casos', 'casi'],
  days: ['days', 'jours', 'Tage', 'días', 'giorni'],
  detections: ['detections', 'détections', 'Feststellungen', 'detecciones', 'rilevamenti'],
  euro: ['euro', 'euros', 'Euro', 'euros', 'euro'],
  'euro per person': [
    'euro per person',
    'euros par personne',
    'Euro pro Person',
    'euros por persona',
    'euro a persona',
  ],
  incidents: ['incidents', 'incidents', 'Vorfälle', 'incidentes', 'incidenti'],
  investigations: ['investigations', 'enquêtes', 'Ermittlungen', 'investigaciones', 'indagini'],
  'items, reports or operations': [
    'items, reports or operations',
    'éléments, rapports ou opérations',
    'Angaben, Berichte oder Einsätze',
    'elementos, informes u operaciones',
    'elementi, rapporti od operazioni',
  ],
  meetings: ['meetings', 'réunions', 'Sitzungen', 'reuniones', 'riunioni'],
  messages: ['messages', 'messages', 'Meldungen', 'mensajes', 'messaggi'],
  offences: ['offences', 'infractions', 'Straftaten', 'delitos', 'reati'],
  percent: ['percent', 'pour cent', 'Prozent', 'por ciento', 'per cento'],
  'percent of respondents': [
    'percent of respondents',
    'pour cent des personnes interrogées',
    'Prozent der Befragten',
    'por ciento de los encuestados',
    'per cento degli intervistati',
  ],
  'percent of the labour force': [
    'percent of the labour force',
    'pour cent de la population active',
    'Prozent der Erwerbspersonen',
    'por ciento de la población activa',
    'per cento della forza lavoro',
  ],
  permits: ['permits', 'titres', 'Aufenthaltstitel', 'permisos', 'permessi'],
  persons: ['persons', 'personnes', 'Personen', 'personas', 'persone'],
  'posts, pages and accounts': [
    'posts, pages and accounts',
    'publications, pages et comptes',
    'Beiträge, Seiten und Konten',
    'publicaciones, páginas y cuentas',
    'post, pagine e account',
  ],
  requests: ['requests', 'demandes', 'Ersuchen', 'solicitudes', 'richieste'],
  staff: ['staff', 'agents', 'Bedienstete', 'agentes', 'addetti'],
  'task forces': ['task forces', 'groupes opérationnels', 'Einsatzgruppen', 'grupos operativos', 'task force'],
  teams: ['teams', 'équipes', 'Ermittlungsgruppen', 'equipos', 'squadre'],
  'US dollars': [
    'US dollars',
    'dollars des États-Unis',
    'US-Dollar',
    'dólares estadounidenses',
    'dollari statunitensi',
  ],
  'warrants and orders': [
    'warrants and orders',
    'mandats et décisions',
    'Haftbefehle und Anordnungen',
    'órdenes de detención y de investigación',
    'mandati e ordini',
  ],
};
