import type { GraphiQLPlugin } from '@graphiql/react';
import { pick, useGraphiQL } from '@graphiql/react';
import type { DocumentNode } from 'graphql';
import { OperationTypeNode, parse } from 'graphql';
import { useMemo, useState } from 'react';
import type { PageSettings } from '../../common/settings.js';
import { SettingsProvider, useSettings } from '../../common/settings.js';
import { operationIn } from '../operation.js';
import { isBlank, togglePath } from './edit-query.js';
import { joinPath, visibleItems } from './field-tree.js';
import { FieldTree } from './field-tree-view.js';
import { isPathSelected, parentsIn } from './selection-path.js';

/** The schema as a tree that reflects and edits the query. */
function Fields() {
  const { messages } = useSettings();
  const { schema, queryEditor, tabs, activeTabIndex } = useGraphiQL(
    pick('schema', 'queryEditor', 'tabs', 'activeTabIndex'),
  );
  const { query, operationName } = tabs[activeTabIndex]!;
  const document = useMemo(() => read(query ?? ''), [query]);
  const operation = useMemo(() => document && operationIn(document, operationName), [document, operationName]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(parentsIn(operation).map(joinPath)));
  const root = operation?.operation ?? OperationTypeNode.QUERY;
  const items = useMemo(() => (schema ? visibleItems(schema, root, open) : []), [schema, root, open]);

  if (!schema) return <p role="status">{messages.question.loading}</p>;
  if (!document) return <p role="status">{messages.screen.fieldsUnread}</p>;
  return (
    <FieldTree
      label={messages.screen.fields}
      items={items}
      open={open}
      setOpen={setOpen}
      isChosen={(path) => isPathSelected(operation, path)}
      toggle={(path) => {
        const model = queryEditor?.getModel();
        if (!queryEditor || !model) return;
        // The model is current; the tab is updated later.
        const { from, to, text } = togglePath(model.getValue(), path, schema, operationName);
        const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)];
        const range = {
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        };
        // A separate undo step.
        queryEditor.pushUndoStop();
        queryEditor.executeEdits('fields', [{ range, text }]);
        queryEditor.pushUndoStop();
      }}
    />
  );
}

/** Parses a query. A blank text counts as an empty query. Returns null if it is invalid. */
function read(text: string): DocumentNode | null {
  try {
    return parse(isBlank(text) ? '{ __typename }' : text);
  } catch {
    return null;
  }
}

function FieldsIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h6M8 5v14h4M8 12h4" strokeLinejoin="round" strokeLinecap="round" />
      <path d="M14 10h6v4h-6zM14 17h6v4h-6z" strokeLinejoin="round" />
    </svg>
  );
}

/** Returns the GraphiQL plugin that shows the schema as a tree. */
export function fieldsPlugin(settings: PageSettings): GraphiQLPlugin {
  return {
    title: settings.messages.screen.fields,
    icon: FieldsIcon,
    content: () => (
      <SettingsProvider settings={settings}>
        <div className="signpost fields-pane" lang={settings.messages.locale}>
          <h2>{settings.messages.screen.fields}</h2>
          <p className="soft">{settings.messages.screen.fieldsHelp}</p>
          <Fields />
        </div>
      </SettingsProvider>
    ),
  };
}
