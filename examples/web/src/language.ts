import { type FragmentType, graphql, readFragment } from './gql';
import type { Locale } from './gql/graphql';

/** The app's own words in each language of the contract; without those of a new one, this does not compile. */
const WORDS: Record<Locale, Words> = {
  en: {
    language: 'English',
    capital: 'Capital',
    officialLanguages: 'Official languages',
    groups: 'Groups',
    trends: 'Trends',
    laws: 'Laws',
    leaflets: 'Leaflets',
    figures: 'Latest figures',
    sources: 'Sources',
    notFound: 'There is nothing here.',
  },
  fr: {
    language: 'Français',
    capital: 'Capitale',
    officialLanguages: 'Langues officielles',
    groups: 'Groupes',
    trends: 'Tendances',
    laws: 'Lois',
    leaflets: 'Dépliants',
    figures: 'Derniers chiffres',
    sources: 'Sources',
    notFound: 'Il n’y a rien ici.',
  },
  de: {
    language: 'Deutsch',
    capital: 'Hauptstadt',
    officialLanguages: 'Amtssprachen',
    groups: 'Gruppen',
    trends: 'Trends',
    laws: 'Gesetze',
    leaflets: 'Faltblätter',
    figures: 'Neueste Zahlen',
    sources: 'Quellen',
    notFound: 'Hier ist nichts.',
  },
  es: {
    language: 'Español',
    capital: 'Capital',
    officialLanguages: 'Idiomas oficiales',
    groups: 'Grupos',
    trends: 'Tendencias',
    laws: 'Leyes',
    leaflets: 'Folletos',
    figures: 'Últimas cifras',
    sources: 'Fuentes',
    notFound: 'Aquí no hay nada.',
  },
  it: {
    language: 'Italiano',
    capital: 'Capitale',
    officialLanguages: 'Lingue ufficiali',
    groups: 'Gruppi',
    trends: 'Tendenze',
    laws: 'Leggi',
    leaflets: 'Opuscoli',
    figures: 'Ultime cifre',
    sources: 'Fonti',
    notFound: 'Qui non c’è nulla.',
  },
};

interface Words {
  /** Its own name. */
  language: string;
  capital: string;
  officialLanguages: string;
  groups: string;
  trends: string;
  laws: string;
  leaflets: string;
  figures: string;
  sources: string;
  notFound: string;
}

export const LOCALES = Object.keys(WORDS) as Locale[];

export function isLocale(text: string): text is Locale {
  return text in WORDS;
}

export function wordsIn(locale: Locale): Words {
  return WORDS[locale];
}

const Translated = graphql(`
  fragment Translated on Entry {
    translation {
      locale
      missing
      fellBackTo
    }
  }
`);

/** What to put into `lang=` of a text of an entry: the language that came, which is not always the one asked for. */
export function langOf(entry: FragmentType<typeof Translated>, field: string): Locale {
  const { translation } = readFragment(Translated, entry);
  return (translation.missing.includes(field) && translation.fellBackTo) || translation.locale;
}
