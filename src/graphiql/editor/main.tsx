import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { OperationTypeNode } from 'graphql';
import { createRoot } from 'react-dom/client';
// Monaco's workers, bundled by Vite.
import 'graphiql/setup-workers/vite';
// Replaces graphiql/style.css, which embeds fonts and a second copy of Monaco's styles.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import 'virtual:tokens.css';
import '../common/tokens.css';
import '../common/parts.css';
import '../answer/answer.css';
import '../questions/questions.css';
import './editor.css';
import type { VariableValues } from '../../saved-queries/variable-values.js';
import { readUrlParameters } from '../common/page-url.js';
import { readSettings } from '../common/read-settings.js';
import DEFAULT_QUERY from './default-query.graphql?raw';
import { findOperation } from './find-operation.js';
import { usePageStore } from './page-store.js';
import { questionsPlugin } from './questions-plugin.js';
import { ResultsFooter } from './results-footer.js';

/** URL parameters: a query with variables or a question, the locale, and whether to show drafts. */
const search = readUrlParameters();
const settings = await readSettings(search, navigator.languages);

function createFetcher(parameters: Record<string, string>): Fetcher {
  const params = new URLSearchParams({ locale: settings.messages.locale, ...parameters });
  return createGraphiQLFetcher({ url: `/graphql?${params}` });
}
const publishedFetcher = createFetcher({});
const previewFetcher = createFetcher({ preview: 'true' });

const fetcher: Fetcher = (request, options) => {
  // The schema is the same for all users, so it loads before sign-in.
  if (request.operationName === 'IntrospectionQuery') return publishedFetcher(request, options);
  const operation = findOperation(request.query, request.operationName ?? undefined);
  const ownHeaders: Record<string, unknown> = options?.headers ?? {};
  const ownAuthorization = Object.entries(ownHeaders).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const authorization = typeof ownAuthorization === 'string' ? ownAuthorization : usePageStore.getState().authorization;
  usePageStore.setState({
    latest: {
      request: {
        query: request.query,
        variables: (request.variables ?? {}) as VariableValues,
        operationName: request.operationName ?? undefined,
      },
      isQuery: operation?.operation === OperationTypeNode.QUERY,
      authorization,
    },
  });
  const headers = authorization === null ? ownHeaders : { ...ownHeaders, authorization };
  return (settings.isPreview ? previewFetcher : publishedFetcher)(request, { ...options, headers });
};
const questions = questionsPlugin(settings);
const plugins = [questions, HISTORY_PLUGIN];

// On the first visit, the response pane is wider than by default. GraphiQL stores changes by the user.
localStorage.setItem('graphiql:editorFlex', localStorage.getItem('graphiql:editorFlex') ?? '1');

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
    // Headers can contain a token, which must not be stored.
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <h1 className="signpost-logo">
        <a href="/">Signpost</a>
      </h1>
    </GraphiQL.Logo>
    <GraphiQL.Footer>
      <ResultsFooter page={{ settings, search }} />
    </GraphiQL.Footer>
  </GraphiQL>,
);
