import { nearest } from '../model/nearest.js';

/** What people call a field, with the names that it may have here; the first that is there is meant. */
const OTHER_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    abstract: ['summary', 'description'],
    address: ['url', 'website'],
    author: ['issuer', 'publisher', 'provider'],
    categories: ['topics'],
    category: ['topics'],
    content: ['body', 'description', 'definition'],
    date: ['publishedOn', 'startsOn', 'adoptedOn'],
    description: ['summary', 'definition'],
    end: ['endsOn', 'to'],
    from: ['startsOn'],
    heading: ['title'],
    homepage: ['website', 'url'],
    href: ['url', 'website'],
    keywords: ['topics'],
    kind: ['type'],
    lang: ['languages', 'language'],
    link: ['url', 'website'],
    name: ['title'],
    organisation: ['issuer', 'publisher', 'provider', 'organiser'],
    organizer: ['organiser'],
    published: ['publishedOn'],
    source: ['citations'],
    sources: ['citations'],
    start: ['startsOn', 'from'],
    subject: ['topics'],
    subjects: ['topics'],
    subtitle: ['summary'],
    tags: ['topics'],
    text: ['body', 'description'],
    to: ['endsOn'],
    web: ['url', 'website'],
  }),
);

/** The field that somebody means by a name that is none; null rather than one that is not meant. */
export function meantField(written: string, names: readonly string[]): string | null {
  const key = keepLetters(written);
  const called = (wanted: string) => names.find((name) => keepLetters(name) === wanted);
  const inWords = OTHER_WORDS.get(key)?.find((name) => names.includes(name));
  return called(key) ?? inWords ?? called(key.replace(/y$/, 'ies')) ?? nearest(written, names);
}

/** The letters of a name alone: published_on and Published-On are publishedOn. */
function keepLetters(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
