import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useSettings } from '../common/settings.js';
import { QuestionFinder } from '../questions/question-finder.js';
import { buildAddress, withSettings, useAddress } from '../common/address.js';
import { Masthead } from './masthead.js';
import { QuestionView } from './question-view.js';
import { QueryView } from './query-view.js';

/**
 * Page without editors: the list of questions, and the open one with its answer.
 * @param children  content above the list
 */
export function Shell({ children }: { children: ReactNode }) {
  const { messages } = useSettings();
  const { search, go } = useAddress();
  const slug = search.get('question');
  const query = search.get('query');

  const to = (parameters: Readonly<Record<string, string>>) => withSettings(parameters, search);
  const isOpen = slug !== null || query !== null;
  useEffect(() => {
    if (!isOpen) document.title = `${messages.question.questions} – Signpost`;
  }, [isOpen, messages]);

  const finder = (
    <QuestionFinder
      chosen={slug}
      choose={(question) => go(to({ question: question.slug }), true)}
      hrefOf={(slug) => buildAddress(to({ question: slug }))}
    />
  );
  return (
    <>
      <a className="skip" href="#main">
        {messages.site.skip}
      </a>
      <Masthead search={search} />
      {children}
      <div className={`shell ${isOpen ? 'is-open' : 'is-start'}`}>
        {isOpen && <aside aria-label={messages.question.questions}>{finder}</aside>}
        <main id="main" tabIndex={-1}>
          {!isOpen && (
            <>
              <h1>{messages.question.questions}</h1>
              <p className="lead">{messages.question.lead}</p>
              {finder}
            </>
          )}
          {isOpen && (
            <a
              className="back"
              href={buildAddress(to({}))}
              onClick={(event) => {
                event.preventDefault();
                go(to({}), true);
              }}
            >
              ← {messages.question.all}
            </a>
          )}
          {slug !== null && <QuestionView key={slug} slug={slug} search={search} go={go} />}
          {slug === null && query !== null && <QueryView query={query} search={search} go={go} />}
        </main>
      </div>
    </>
  );
}
