import type { FastifyRequest } from 'fastify';
import type { OperationDefinitionNode } from 'graphql';
import { AppError } from '../../errors.js';
import type { ChartTable } from '../../charts/chart.js';
import type { ChartOptions } from '../../charts/chart-frame.js';
import type { FileMetadata } from '../../files/file-metadata.js';
import type { PageFigureEditions } from '../../graphql/request/page-figure-editions.js';
import type { SerialisedEditions } from '../../model/pinned-editions.js';
import { messagesFor } from '../../i18n/messages-for.js';
import type { QueryData } from '../execute-query.js';

const MAX_ADDRESS_LENGTH = 2000;
const WIDTHS = { min: 300, max: 2000 };

/** A query, and the options of its file. */
export interface FileParams {
  query: string;
  variables: QueryData;
  operationName: string | undefined;
  table: string | undefined;
  isForExcel: boolean;
  /** Whether a CSV file has a column for each period. */
  isWide?: boolean;
  isMap: boolean;
  /** Returns further options of the chart of a table. */
  chartOptions?: (table: ChartTable) => Omit<ChartOptions, 'messages'>;
  /** Whether a chart is embedded in a page, and uses the reader's colour scheme. */
  isForPage: boolean;
  /** Whether the chart omits its title, because the page shows it. */
  isBare?: boolean;
  /** Width of a chart, in pixels. */
  width?: number;
  /** Editions of the figures. Default: the newest. */
  editions?: PageFigureEditions;
  /** For the answer to a question: its title, file name, permalink, and the titles of codes for totals. */
  about?: Pick<FileMetadata, 'title' | 'totals'> & {
    name: string;
    address(fixed: SerialisedEditions | null): string | null;
  };
}

/** Parses a query and its options from a request. @throws AppError BAD_REQUEST */
export function parseFileParams({ method, query: urlQuery, body }: FastifyRequest): FileParams {
  const urlParams = urlQuery as Record<string, unknown>;
  const params = (method === 'POST' ? body : urlParams) as Record<string, unknown> | null | undefined;
  if (typeof params !== 'object' || params === null || Array.isArray(params) || typeof params['query'] !== 'string') {
    throw new AppError('BAD_REQUEST', 'The "query" is missing; send one, or the "documentId" of a trusted document.');
  }
  const operationName = params['operationName'];
  const table = urlParams['table'];
  return {
    query: params['query'],
    variables: readVariables(params['variables']),
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : undefined,
    table: typeof table === 'string' ? table : undefined,
    isForExcel: urlParams['for'] === 'excel',
    isWide: urlParams['shape'] === 'wide',
    isMap: urlParams['chart'] === 'map',
    isForPage: urlParams['for'] === 'page',
    ...parseWidth(urlParams['width']),
  };
}

/** Parses the width of a chart, in pixels, and clamps it to the allowed range. Empty for an invalid width. */
export function parseWidth(text: unknown): { width?: number } {
  const width = Number(text);
  return text != null && Number.isFinite(width) ? { width: Math.min(WIDTHS.max, Math.max(WIDTHS.min, width)) } : {};
}

function readVariables(raw: unknown): QueryData {
  if (raw == null || raw === '') return {};
  const value: unknown = typeof raw === 'string' ? readJson(raw) : raw;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as QueryData;
  throw new AppError('BAD_REQUEST', 'The "variables" must be a JSON object.');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Collects the metadata that a file contains: its title, query, permalink and retrieval time. */
export function collectFileMetadata(
  { query, variables, operationName, about }: FileParams,
  editions: PageFigureEditions,
  operation: OperationDefinitionNode,
  { origin, locale }: { origin: string; locale: string },
): Omit<FileMetadata, 'terms' | 'scope' | 'footnotes'> {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables), locale });
  const url = `${origin}/graphql?${search}`;
  const messages = messagesFor([locale]);
  return {
    messages,
    title: about?.title ?? operationName ?? operation.name?.value ?? messages.page.takeAway.answer,
    totals: about?.totals,
    // A file must not contain a relative URL, which is useless outside the site.
    address: () =>
      about?.address(editions.editionsToPin()) ?? (origin === '' || url.length > MAX_ADDRESS_LENGTH ? null : url),
    query,
    variables: JSON.stringify(variables, null, 2),
    retrievedAt: new Date(),
  };
}
