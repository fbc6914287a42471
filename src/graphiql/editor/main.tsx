import type { Fetcher } from '@graphiql/toolkit';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
// Monaco's workers, bundled by Vite and served beside the page.
import 'graphiql/setup-workers/vite';
// The style sheets of the parts, instead of graphiql/style.css, which also embeds fonts and a second copy of Monaco's.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import 'virtual:chart.css';
import 'virtual:tokens.css';
import '../common/tokens.css';
import '../common/parts.css';
import '../answer/answer.css';
import '../questions/questions.css';
import './editor.css';
import type { Values } from '../../bench/values.js';
import { currentAddress } from '../common/address.js';
import { readSetting } from '../common/open-setting.js';
import { DEFAULT_QUERY } from './default-query.js';
import { fieldsPlugin } from './fields/fields-plugin.js';
import { QuestionInFront } from './question-in-front.js';
import { findOperation } from './operation.js';
import { questionsPlugin } from './questions-plugin.js';
import { Results } from './results-footer.js';
import { Runs } from './runs.js';
import { Token } from './token.js';

/** What the address says: a query with its variables or a question, the language, and whether drafts are shown. */
const search = currentAddress();
const setting = await readSetting(search, navigator.languages);
const [runs, open, token] = [new Runs(), new QuestionInFront(), new Token()];

function fetcherAt(parameters: Record<string, string>): Fetcher {
  const address = new URLSearchParams({ locale: setting.words.locale, ...parameters });
  return createGraphiQLFetcher({ url: `/graphql?${address}` });
}
const published = fetcherAt({});
const preview = fetcherAt({ preview: 'true' });

const fetcher: Fetcher = (asked, options) => {
  // The contract is the same for all, so that it is there before the token is.
  if (asked.operationName === 'IntrospectionQuery') return published(asked, options);
  const operation = findOperation(asked.query, asked.operationName ?? undefined);
  const written: Record<string, unknown> = options?.headers ?? {};
  const own = Object.entries(written).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const authorization = typeof own === 'string' ? own : token.get();
  const variables = (asked.variables ?? {}) as Values;
  open.ran(asked.query, variables);
  runs.ran({
    asked: { query: asked.query, variables, operationName: asked.operationName ?? undefined },
    isQuery: operation?.isQuery ?? false,
    authorization,
  });
  const headers = authorization === null ? written : { ...written, authorization };
  return (setting.isPreview ? preview : published)(asked, { ...options, headers });
};
const questions = questionsPlugin({ setting, search, runs, open, token });
const plugins = [questions, fieldsPlugin(setting), HISTORY_PLUGIN];

// At the first visit the answer has more room than the query; GraphiQL keeps what its user makes of that.
localStorage.setItem('graphiql:editorFlex', localStorage.getItem('graphiql:editorFlex') ?? '0.7');

const page = document.getElementById('page');
if (page === null) throw new Error('The element "page" is missing from index.html.');

createRoot(page).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    visiblePlugin={questions}
    defaultQuery={DEFAULT_QUERY}
    initialQuery={search.get('query') ?? undefined}
    initialVariables={search.get('variables') ?? undefined}
    defaultEditorToolsVisibility="variables"
    // Headers can hold an editor's token, which must not stay in the browser.
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <h1 className="signpost-logo">
        <a href="/">Signpost</a>
      </h1>
    </GraphiQL.Logo>
    <GraphiQL.Footer>
      <Results page={{ setting, search, runs, open, token }} />
    </GraphiQL.Footer>
  </GraphiQL>,
);
