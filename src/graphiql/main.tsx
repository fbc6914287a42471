import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
// Monaco's workers, bundled by Vite and served beside the page.
import 'graphiql/setup-workers/vite';
// The style sheets of the parts, instead of graphiql/style.css, which also embeds fonts and a second copy of Monaco's.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import './style.css';
import { DEFAULT_QUERY } from './default-query.js';
import { questionsPlugin } from './questions-plugin.js';
import { TABLE_PLUGIN } from './table-plugin.js';

/** What the address says: a query for the editor (/graphiql?query=…&variables=…), the language, and whether drafts are shown. */
const address = new URLSearchParams(location.search);
const isPreview = address.get('preview') === 'true';

/** The address of the API, in the language that this page was opened in. */
function api(more: Record<string, string> = {}): string {
  const locale = address.get('locale');
  const parameters = new URLSearchParams({ ...(locale !== null && { locale }), ...more });
  return parameters.size === 0 ? '/graphql' : `/graphql?${parameters}`;
}

/** In a preview, where the token goes. */
const TOKEN_HEADER = '{\n  "authorization": "Bearer "\n}';

const published = createGraphiQLFetcher({ url: api() });
const preview = createGraphiQLFetcher({ url: api({ preview: 'true' }) });
/** The contract is the same for all, so that it is there before the token is. */
const fetcher: typeof published = (asked, options) =>
  (isPreview && asked.operationName !== 'IntrospectionQuery' ? preview : published)(asked, options);
const questions = questionsPlugin(api());
const plugins = [questions, explorerPlugin({ showAttribution: false }), TABLE_PLUGIN, HISTORY_PLUGIN];

const page = document.getElementById('page');
if (page === null) throw new Error('The element "page" is missing from index.html.');

createRoot(page).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    visiblePlugin={questions}
    defaultQuery={DEFAULT_QUERY}
    initialQuery={address.get('query') ?? undefined}
    initialVariables={address.get('variables') ?? undefined}
    initialHeaders={isPreview ? TOKEN_HEADER : undefined}
    defaultEditorToolsVisibility={isPreview ? 'headers' : 'variables'}
    // Headers can hold an editor's token, which must not stay in the browser.
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <h1 className="signpost-logo">
        <a href="/">Signpost</a>
      </h1>
    </GraphiQL.Logo>
  </GraphiQL>,
);
