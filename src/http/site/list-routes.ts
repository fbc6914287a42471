import type { FastifyInstance } from 'fastify';
import type { Kind } from '../../model/model.js';
import { makeFilter, listFilters, parseListFilters } from '../../pages/list/list-filters.js';
import { listOrders, parseListOrder } from '../../pages/list/list-orders.js';
import type { ListAnswer } from '../../pages/list/list-input.js';
import { listPage } from '../../pages/list/list-page.js';
import { listPageQuery, namedFilters } from '../../pages/list/list-query.js';
import { findParentLink } from '../../pages/list/tree.js';
import { sendPage } from '../pages.js';
import type { SiteParts } from './site-parts.js';
import { pageRequest } from './site-parts.js';

/** Serves the list of a kind at `/<kinds>`, filtered, sorted and paged by URL parameters. */
export function addListPage(scope: FastifyInstance, kind: Kind, parts: SiteParts): void {
  const { model } = parts.services;
  const filters = listFilters(model, kind);
  const orders = listOrders(model, kind);
  const parentLink = findParentLink(kind);
  parts.cache?.addRoute(kind.plural, 'PAGE');
  scope.get(`/${kind.plural}`, async (request, reply) => {
    const { writer, execute } = pageRequest(request, parts);
    const { search } = writer.address;
    const picked = parseListFilters(model, filters, search);
    const order = parseListOrder(orders, search.get('sort'));
    // A tree requires all entries in the default order.
    const up = picked.length === 0 && order === orders[0] ? parentLink : null;
    const answer = await execute<ListAnswer>(listPageQuery(model, kind, { filters, picked, parentLink: up }), {
      filter: makeFilter(picked),
      orderBy: [{ [order.field]: order.direction }],
      after: search.get('after'),
      ...Object.fromEntries(namedFilters(model, picked).map(({ name, values }) => [name, values])),
    });
    const page = listPage({ model, kind, answer, filters, picked, orders, order, parentLink: up, writer });
    return sendPage(reply, page, writer.locale);
  });
}
