import type { FastifyInstance } from 'fastify';
import type { Kind } from '../../model/model.js';
import { filterArgument, listFilters, parseListFilters, unrecordedVariants } from '../../pages/list/list-filters.js';
import { listOrders, parseListOrder } from '../../pages/list/list-orders.js';
import type { ListPageResponse } from '../../pages/list/list-input.js';
import { listPage } from '../../pages/list/list-page.js';
import { listPageQuery, selectedLinkFilters } from '../../pages/list/list-query.js';
import { findParentLink } from '../../pages/list/entry-tree.js';
import { sendPage } from '../send-page.js';
import { parsePageRequest, type SiteDeps } from './page-request.js';

/** Serves the list of a kind at `/<kinds>`, filtered, sorted and paged by URL parameters. */
export function addListPage(scope: FastifyInstance, kind: Kind, deps: SiteDeps): void {
  const { model } = deps.services;
  const filters = listFilters(model, kind);
  const orders = listOrders(model, kind);
  const parentLink = findParentLink(kind);
  deps.cache?.makeCacheable(kind.plural, 'PAGE');
  scope.get(`/${kind.plural}`, async (request, reply) => {
    const { writer, execute } = parsePageRequest(request, deps);
    const { search } = writer.address;
    if (kind.page !== null && search.size === 0) return reply.redirect(writer.path(kind.page), 301);
    const selected = parseListFilters(model, filters, search);
    const order = parseListOrder(orders, search.get('sort'));
    // A tree is shown only for the complete list in the default order.
    const treeField = selected.length === 0 && order === orders[0] ? parentLink : null;
    const response = await execute<ListPageResponse>(
      listPageQuery(model, kind, { filters, picked: selected, parentLink: treeField }),
      {
        filter: filterArgument(selected),
        orderBy: [{ [order.field]: order.direction }],
        after: search.get('after'),
        ...Object.fromEntries(selectedLinkFilters(model, selected).map(({ name, values }) => [name, values])),
        ...Object.fromEntries(unrecordedVariants(selected).map(({ alias, picked }) => [alias, filterArgument(picked)])),
      },
    );
    const page = listPage({
      model,
      kind,
      answer: response,
      filters,
      picked: selected,
      orders,
      order,
      parentLink: treeField,
      writer,
    });
    return sendPage(reply, page, writer.locale);
  });
}
