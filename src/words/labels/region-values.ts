import type { InEachLanguage } from './languages.js';

/** Regions of the world, as the United Nations divide it: values of enums. */
export const REGION_VALUES: Readonly<Record<string, InEachLanguage>> = {
  NORTHERN_AFRICA: [
    'Northern Africa',
    'Afrique du Nord',
    'Nordafrika',
    'África septentrional',
    'Africa settentrionale',
  ],
  SUB_SAHARAN_AFRICA: [
    'Sub-Saharan Africa',
    'Afrique subsaharienne',
    'Subsahara-Afrika',
    'África subsahariana',
    'Africa subsahariana',
  ],
  LATIN_AMERICA_AND_THE_CARIBBEAN: [
    'Latin America and the Caribbean',
    'Amérique latine et Caraïbes',
    'Lateinamerika und Karibik',
    'América Latina y el Caribe',
    'America Latina e Caraibi',
  ],
  NORTHERN_AMERICA: [
    'Northern America',
    'Amérique du Nord',
    'Nordamerika',
    'América septentrional',
    'America settentrionale',
  ],
  CENTRAL_ASIA: ['Central Asia', 'Asie centrale', 'Zentralasien', 'Asia central', 'Asia centrale'],
  EASTERN_ASIA: ['Eastern Asia', 'Asie de l’Est', 'Ostasien', 'Asia oriental', 'Asia orientale'],
  SOUTH_EASTERN_ASIA: ['South-eastern Asia', 'Asie du Sud-Est', 'Südostasien', 'Asia sudoriental', 'Asia sudorientale'],
  SOUTHERN_ASIA: ['Southern Asia', 'Asie du Sud', 'Südasien', 'Asia meridional', 'Asia meridionale'],
  WESTERN_ASIA: ['Western Asia', 'Asie de l’Ouest', 'Westasien', 'Asia occidental', 'Asia occidentale'],
  EASTERN_EUROPE: ['Eastern Europe', 'Europe de l’Est', 'Osteuropa', 'Europa oriental', 'Europa orientale'],
  NORTHERN_EUROPE: ['Northern Europe', 'Europe du Nord', 'Nordeuropa', 'Europa septentrional', 'Europa settentrionale'],
  SOUTHERN_EUROPE: ['Southern Europe', 'Europe du Sud', 'Südeuropa', 'Europa meridional', 'Europa meridionale'],
  WESTERN_EUROPE: ['Western Europe', 'Europe de l’Ouest', 'Westeuropa', 'Europa occidental', 'Europa occidentale'],
  AUSTRALIA_AND_NEW_ZEALAND: [
    'Australia and New Zealand',
    'Australie et Nouvelle-Zélande',
    'Australien und Neuseeland',
    'Australia y Nueva Zelanda',
    'Australia e Nuova Zelanda',
  ],
  MELANESIA: ['Melanesia', 'Mélanésie', 'Melanesien', 'Melanesia', 'Melanesia'],
  MICRONESIA: ['Micronesia', 'Micronésie', 'Mikronesien', 'Micronesia', 'Micronesia'],
  POLYNESIA: ['Polynesia', 'Polynésie', 'Polynesien', 'Polinesia', 'Polinesia'],
};
