import type { InEachLanguage } from './languages.js';

/** What lists of entries are called, by the field that gives one. */
export const LIST_LABELS: Readonly<Record<string, InEachLanguage>> = {
  countries: ['Countries', 'Pays', 'Länder', 'Países', 'Paesi'],
  countryUpdates: [
    'Country updates',
    'Points sur les pays',
    'Länderberichte',
    'Novedades por país',
    'Aggiornamenti dai paesi',
  ],
  events: ['Events', 'Réunions', 'Veranstaltungen', 'Eventos', 'Eventi'],
  groups: ['Groups of countries', 'Groupes de pays', 'Ländergruppen', 'Grupos de países', 'Gruppi di paesi'],
  indicators: ['Figures', 'Chiffres', 'Zahlen', 'Cifras', 'Dati'],
  laws: ['Laws', 'Droit', 'Recht', 'Legislación', 'Norme'],
  leaflets: ['Leaflets', 'Dépliants', 'Faltblätter', 'Folletos', 'Opuscoli'],
  organisations: ['Organisations', 'Organisations', 'Organisationen', 'Organizaciones', 'Organizzazioni'],
  questions: ['Questions', 'Questions', 'Fragen', 'Preguntas', 'Domande'],
  resources: ['Resources', 'Ressources', 'Ressourcen', 'Recursos', 'Risorse'],
  routes: ['Routes', 'Routes', 'Routen', 'Rutas', 'Rotte'],
  sources: ['Sources', 'Sources', 'Quellen', 'Fuentes', 'Fonti'],
  territories: [
    'Other countries and territories',
    'Autres pays et territoires',
    'Andere Länder und Gebiete',
    'Otros países y territorios',
    'Altri paesi e territori',
  ],
  topics: ['Topics', 'Thèmes', 'Themen', 'Temas', 'Temi'],
  trends: ['Trends', 'Tendances', 'Entwicklungen', 'Tendencias', 'Tendenze'],
};
