import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Look } from '../answer/answer-tabs.js';
import { writeLook } from '../answer/answer-tabs.js';
import { buildAddress, currentAddress } from '../common/address.js';
import type { Values } from '../../bench/values.js';
import { writeValues } from '../../bench/values.js';
import { DEFAULT_QUERY } from './default-query.js';
import type { EditorPage } from './editor-page.js';

const SETTLED_MS = 300;

/**
 * Keeps the address of the page in step with what stands in the editors and how it is looked at.
 *
 * @param answered the values with which the question in front was run; null before it was
 */
export function useAddressInStep({ open, setting, search }: EditorPage, look: Look, answered: Values | null): void {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const opened = useSyncExternalStore(open.subscribe, open.get);
  const { query, variables } = tabs[activeTabIndex] ?? {};
  const last = useRef<string | null>(null);
  const first = useRef(query);
  useEffect(() => {
    // The question that the address names is still being asked for.
    if (!opened && search.has('question') && query === first.current) return;
    const settled = setTimeout(() => {
      const next = new URLSearchParams();
      if (opened && query === opened.question.document) {
        const { question } = opened;
        next.set('question', question.slug);
        writeValues(next, answered ?? opened.values, question.own, question.inputs);
        writeLook(next, look, question);
      } else if (query && query.trim() !== '' && query !== DEFAULT_QUERY) {
        next.set('query', query);
        if (variables && variables.trim() !== '') next.set('variables', variables);
        writeLook(next, look, null);
      }
      if (search.has('locale')) next.set('locale', setting.words.locale);
      if (setting.isPreview) next.set('preview', 'true');
      const slug = next.get('question');
      const isAnother = slug !== null && slug !== last.current && slug !== currentAddress().get('question');
      last.current = slug ?? last.current;
      // The browser's button leads back to the question before; to other values the form does.
      if (isAnother) history.pushState(null, '', buildAddress(next));
      else history.replaceState(null, '', buildAddress(next));
    }, SETTLED_MS);
    return () => clearTimeout(settled);
  }, [query, variables, opened, answered, look, search, setting]);
}
