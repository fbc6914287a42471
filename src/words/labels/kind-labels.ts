import type { InEachLanguage } from './languages.js';

/** What the kinds of entries are called, by the field that finds one. */
export const KIND_LABELS: Readonly<Record<string, InEachLanguage>> = {
  country: ['Country profile', 'Fiche pays', 'Länderprofil', 'Perfil de país', 'Scheda paese'],
  group: ['Group of countries', 'Groupe de pays', 'Ländergruppe', 'Grupo de países', 'Gruppo di paesi'],
  route: ['Route', 'Route', 'Route', 'Ruta', 'Rotta'],
  territory: [
    'Country or territory',
    'Pays ou territoire',
    'Land oder Gebiet',
    'País o territorio',
    'Paese o territorio',
  ],
  indicator: ['Indicator', 'Indicateur', 'Indikator', 'Indicador', 'Indicatore'],
  topic: ['Topic', 'Thème', 'Thema', 'Tema', 'Tema'],
  resource: ['Resource', 'Ressource', 'Ressource', 'Recurso', 'Risorsa'],
  leaflet: ['Leaflet', 'Dépliant', 'Faltblatt', 'Folleto', 'Opuscolo'],
  trend: ['Trend', 'Tendance', 'Entwicklung', 'Tendencia', 'Tendenza'],
  law: ['Law', 'Texte juridique', 'Rechtsvorschrift', 'Norma', 'Norma'],
  event: ['Event', 'Réunion', 'Veranstaltung', 'Evento', 'Evento'],
  countryUpdate: ['Country update', 'Point sur un pays', 'Länderbericht', 'Novedad de un país', 'Aggiornamento paese'],
  organisation: ['Organisation', 'Organisation', 'Organisation', 'Organización', 'Organizzazione'],
  source: ['Source', 'Source', 'Quelle', 'Fuente', 'Fonte'],
  question: ['Question', 'Question', 'Frage', 'Pregunta', 'Domanda'],
};
