import { type Html, html } from '../../html/html.js';
import type { KeyFact, Section } from '../../html/section.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { claimStatusHtml } from '../../kinds/pages/enum-label.js';
import type { EntryScope, PageClaim } from './entry-page-data.js';
import { hasClaims } from './displayed-fields.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

/** Statuses of claims that agree with the latest edition. */
const AGREEING_STATUSES = ['CURRENT', 'AS_STATED'];

/** Renders the claims of an entry, each with its current figure, source and status. Empty if there are no claims. */
export function claimsSection(scope: EntryScope): Section[] {
  const { writer, kind, entry } = scope;
  const claims = hasClaims(kind) ? (entry.claims ?? []) : [];
  if (claims.length === 0) return [];
  const { statement, figureNow, whereFrom, check, number } = writer.labels;
  const title = fieldLabel(writer.messages, kind.name, 'claims');
  return [
    {
      id: 'claims',
      title,
      body: html`<table class="stack">
        <thead>
          <tr>
            <th scope="col"><span class="vh">${number}</span></th>
            <th scope="col">${statement}</th>
            <th scope="col" class="n">${figureNow}</th>
            <th scope="col">${whereFrom}</th>
            <th scope="col">${check}</th>
          </tr>
        </thead>
        <tbody>
          ${claims.map((claim, index) => claimRow(claim, index, scope))}
        </tbody>
      </table>`,
    },
  ];
}

/** Returns the number of claims that agree with the latest figures, as a key fact. Empty if there are no claims. */
export function claimsKeyFact({ writer, kind, entry }: EntryScope): KeyFact[] {
  const claims = hasClaims(kind) ? (entry.claims ?? []) : [];
  if (claims.length === 0) return [];
  const { labels, format } = writer;
  const countStatus = (status: string) => claims.filter((claim) => claim.status === status).length;
  const [current, stated] = [countStatus('CURRENT'), countStatus('AS_STATED')];
  const areAllCurrent = current === claims.length;
  const checks = [
    ...(areAllCurrent ? [labels.allHold({ count: current })] : []),
    ...(!areAllCurrent && current > 0 ? [`${format.number(current)} ${labels.stillHold}`] : []),
    ...(stated > 0 ? [`${format.number(stated)} ${labels.asStated}`] : []),
  ];
  return [
    {
      title: inPageLanguage(labels.checked),
      value: html`<span class="big"
          ><a href="#claims">${format.number(current + stated)} / ${format.number(claims.length)}</a></span
        ><small>${checks.join(', ')}</small>`,
    },
  ];
}

function claimRow(claim: PageClaim, index: number, scope: EntryScope): Html {
  const { writer } = scope;
  const { figureNow, whereFrom, check } = writer.labels;
  return html`<tr id="claim-${index + 1}">
    <td><span class="inked">${index + 1}</span></td>
    <th scope="row">${writer.localised(scope.text(`claims[${index}].statement`, claim.statement))}</th>
    <td class="n" data-l="${figureNow}">${currentFigureHtml(claim, scope)}</td>
    <td data-l="${whereFrom}">
      ${(claim.observation?.sources ?? []).map((source) => html`${writer.link(source)}<br />`)}
      <small class="soft"
        >${writer.link(claim.indicator)}, ${writer.link(claim.area)}, ${writer.format.period(claim.period)}</small
      >
    </td>
    <td data-l="${check}">${claimStatusHtml(claim.status, writer)}</td>
  </tr> `;
}

function currentFigureHtml({ now, value, status, indicator }: PageClaim, { writer }: EntryScope): Html {
  const shownValue = now ?? (AGREEING_STATUSES.includes(status) ? value : null);
  if (shownValue === null) return html`?`;
  return html`${writer.format.number(shownValue)} ${writer.unit(indicator.unit)}`;
}
