import { LANGUAGE_NAMES, LOCALES } from '../../i18n/locales.js';
import { useSettings } from '../common/settings.js';

/** Returns the path of a static page in a locale. */
function pagePath(language: string, path: string): string {
  return language === LOCALES[0] ? path : `/${language}${path}`;
}

/** Header of the page, with navigation and language links. */
export function Masthead({ search }: { search: URLSearchParams }) {
  const { messages } = useSettings();
  const inLanguage = (language: string) => {
    const next = new URLSearchParams(search);
    next.set('locale', language);
    return `?${next}`;
  };
  return (
    <header className="masthead">
      <div className="band">
        <a className="brand" href="/">
          <svg width="22" height="26" viewBox="0 0 22 26" aria-hidden="true">
            <path d="M10 1h2v25h-2z" fill="#c9d8e8" />
            <path d="M2 4h14l4 3.5-4 3.5H2z" fill="#ffbf1f" />
            <path d="M20 13H7l-4 3.5L7 20h13z" fill="#fff" />
          </svg>
          Signpost
        </a>
        <span className="tagline">{messages.site.tagline}</span>
        <nav aria-label={messages.site.further} className="ways">
          <a href={pagePath(messages.locale, '/q')}>{messages.question.questions}</a>{' '}
          <a href={`/graphiql?locale=${messages.locale}`}>{messages.site.editor}</a>
        </nav>
        <nav className="langs" aria-label={messages.site.language}>
          <ul>
            {LOCALES.map((language) => (
              <li key={language} lang={language}>
                {language === messages.locale ? (
                  <span aria-current="true">{LANGUAGE_NAMES[language]}</span>
                ) : (
                  <a href={inLanguage(language)} hrefLang={language}>
                    {LANGUAGE_NAMES[language]}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
