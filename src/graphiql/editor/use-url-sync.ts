import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { type AnswerViewState, writeViewState } from '../answer/answer-tabs.js';
import { buildPagePath, readUrlParameters } from '../common/page-url.js';
import { type VariableValues, writeUrlValues } from '../../saved-queries/variable-values.js';
import DEFAULT_QUERY from './default-query.graphql?raw';
import { type EditorPage, usePageStore } from './page-store.js';

const DEBOUNCE_MS = 300;

/** Writes the query, its values and the answer view to the URL. @param executedValues those of the last run */
export function useUrlSync(
  { settings, search }: EditorPage,
  viewState: AnswerViewState,
  executedValues: VariableValues | null,
): void {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const opened = usePageStore((state) => state.openedQuestion);
  const { query, variables } = tabs[activeTabIndex] ?? {};
  const lastSlug = useRef<string | null>(null);
  const initialQuery = useRef(query);
  useEffect(() => {
    // The question in the URL is still loading, so the URL must not change yet.
    if (!opened && search.has('question') && query === initialQuery.current) return;
    const timer = setTimeout(() => {
      const params = new URLSearchParams();
      if (opened && query === opened.question.document) {
        const { question } = opened;
        params.set('question', question.slug);
        writeUrlValues(params, executedValues ?? opened.values, question.defaults, question.inputs);
        writeViewState(params, viewState, question);
      } else if (query && query.trim() !== '' && query !== DEFAULT_QUERY) {
        params.set('query', query);
        if (variables && variables.trim() !== '') params.set('variables', variables);
        writeViewState(params, viewState, null);
      }
      if (search.has('locale')) params.set('locale', settings.messages.locale);
      if (settings.isPreview) params.set('preview', 'true');
      const slug = params.get('question');
      const isOtherQuestion =
        slug !== null && slug !== lastSlug.current && slug !== readUrlParameters().get('question');
      lastSlug.current = slug ?? lastSlug.current;
      // The back button returns to the previous question, but not to previous values.
      if (isOtherQuestion) history.pushState(null, '', buildPagePath(params));
      else history.replaceState(null, '', buildPagePath(params));
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [query, variables, opened, executedValues, viewState, search, settings]);
}
