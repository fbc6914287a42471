import type { Field, Kind, Model } from '../model/model.js';
import type { Html } from '../html/html.js';
import { html } from '../html/html.js';
import type { PageAddress } from '../html/shell.js';
import { wordsIn } from '../words/catalogue.js';
import { sitePage } from './site.js';
import { readableName } from '../words/readable-name.js';

/** What the first page shows. */
export interface LandingInput {
  model: Model;
  /** How many entries there are, by the type name of the kind; a kind that is absent shows no number. */
  counts: ReadonlyMap<string, number>;
  address: PageAddress;
}

/** The address at which GraphiQL opens with this query in its editor. */
function inGraphiql(query: string): string {
  return `/graphiql/?query=${encodeURIComponent(query)}`;
}

/** The links that a kind's own records hold, nested ones left out. */
function linksOf(kind: Kind): readonly Field[] {
  return kind.fields.filter((field) => field.nature === 'link');
}

/** A first query for a kind that shows what a list offers: a count, an order and two links. */
function listQuery(kind: Kind): string {
  const name = kind.plural.charAt(0).toUpperCase() + kind.plural.slice(1);
  const links = linksOf(kind)
    .slice(0, 2)
    .map((field) => `\n      ${field.name} {\n        title\n      }`);
  return `query ${name} {
  ${kind.plural}(first: 10, orderBy: [{ field: TITLE }]) {
    totalCount
    nodes {
      slug
      title${links.join('')}
    }
  }
}
`;
}

function card(kind: Kind, count: number | undefined): Html {
  return html`<li>
    <span class="num">${count?.toLocaleString('en-GB') ?? '–'}</span
    ><a href="${inGraphiql(listQuery(kind))}">${readableName(kind.plural)}</a><small>${kind.description}</small>
  </li> `;
}

/**
 * The page at `/`: what this is, how much of it there is, and where to begin.
 *
 * @returns a whole HTML page without script; PAGE_SECURITY_POLICY fits it
 */
export function landingPage({ model, counts, address }: LandingInput): string {
  // The kind with most links shows best what a graph is for.
  const [example] = model.kinds.toSorted((a, b) => linksOf(b).length - linksOf(a).length);
  const query = example === undefined ? '{ __typename }' : listQuery(example);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const main = html`<header class="head">
      <h1>Resources, leaflets, trends and country profiles against migrant smuggling</h1>
      <p class="lead">
        Signpost is a knowledge base for judicial practitioners, above all on the digital side of migrant smuggling. It
        links ${total.toLocaleString('en-GB')} entries both ways and names the source of every fact.
      </p>
    </header>
    <p>
      <a class="btn" href="/q">Ready questions</a>
      <a class="btn" href="/graphiql">Open GraphiQL</a>
    </p>
    <h2 class="sub">What is in it</h2>
    <p>Each number leads to a query that lists the entries.</p>
    <ul class="doors">
      ${model.kinds.filter(({ standIn }) => !standIn).map((kind) => card(kind, counts.get(kind.name)))}
    </ul>
    <h2 class="sub">A first query</h2>
    <p>
      Send it to <code>/graphql</code> as <code>POST</code> with <code>content-type: application/json</code>, or
      <a href="${inGraphiql(query)}">try it in GraphiQL</a>.
    </p>
    <pre tabindex="0" aria-label="A first query"><code>${query}</code></pre>
    <h2 class="sub">Where to begin</h2>
    <dl class="facts">
      <dt>Frontend teams</dt>
      <dd>
        The contract is open to introspection at <code>/graphql</code>: filters across links, order, facets and pages
        with cursors on every list.
      </dd>
      <dt>Analysts</dt>
      <dd>
        <a href="/q">Ready questions</a>, by task, each with a table, a chart, files and a citation; the same in
        <a href="/graphiql">GraphiQL</a>, beside the query.
      </dd>
      <dt>Content editors</dt>
      <dd>Everything here is written as plain files under <code>seed/</code>; its <code>README.md</code> tells how.</dd>
      <dt>Operators</dt>
      <dd><a href="/health/live">Alive</a>, <a href="/health/ready">ready</a>.</dd>
    </dl>`;
  return sitePage({ title: 'Signpost', words: wordsIn(['en']), address, main });
}
