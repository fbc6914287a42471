import { create } from 'zustand';
import type { QueryRequest } from '../common/query-request.js';
import type { PageSettings } from '../common/settings.js';
import type { OpenedQuestion } from '../questions/fetch-question.js';

/** Settings and initial URL parameters of an open editor page. */
export interface EditorPage {
  settings: PageSettings;
  /** URL parameters when the page was loaded. */
  search: URLSearchParams;
}

/** An operation that was executed in the editor. */
export interface Execution {
  request: QueryRequest;
  /** Whether it is a query, not a mutation or subscription. */
  isQuery: boolean;
  /** `Authorization` header; null if there was none. */
  authorization: string | null;
}

/** State that the fetcher, the editors, the questions and the URL share. */
interface PageState {
  openedQuestion: OpenedQuestion | null;
  /** Whether the open question waits to be loaded into the editors and run. */
  isPending: boolean;
  latest: Execution | null;
  /** `Authorization` header of an editor, stored only in memory; null if there is none. */
  authorization: string | null;
}

export const usePageStore = create<PageState>(() => ({
  openedQuestion: null,
  isPending: false,
  latest: null,
  authorization: null,
}));
