import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { localisedEnumLabel } from '../../i18n/kind-labels.js';

interface DirectionIcon {
  /** CSS class of the icon. */
  cssClass: string;
  /** SVG path in a 24 × 24 view box. */
  path: string;
}

/** Icons of directions, by `enum.value`. */
const DIRECTION_ICONS: Readonly<Record<string, DirectionIcon>> = {
  'Direction.RISING': { cssClass: 'r', path: 'M4 18 10 12l4 4 7-9m0 0h-6m6 0v6' },
  'Direction.FALLING': { cssClass: 'f', path: 'M4 6l6 6 4-4 7 9m0 0h-6m6 0v-6' },
  'Direction.STABLE': { cssClass: 's', path: 'M3 12h18m0 0-4.5-4.5M21 12l-4.5 4.5' },
  'Direction.EMERGING': { cssClass: 'e', path: 'M12 21V9m0 0-5 5m5-5 5 5M7 4h10' },
};

/** Renders the label of a value of an enum, with its icon. */
export function enumLabelHtml(value: string, type: string, writer: PageWriter): Html {
  const label = writer.localised(localisedEnumLabel(writer.messages, value, type));
  const icon = DIRECTION_ICONS[`${type}.${value}`];
  if (!icon) return label;
  return html`<span class="dir ${icon.cssClass}"
    ><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${icon.path}" /></svg>${label}</span
  >`;
}

const CLAIM_CLASSES: Readonly<Record<string, string>> = { CURRENT: 'ok', OUT_OF_DATE: 'old' };

/** Renders the label of a claim's status. */
export function claimStatusHtml(status: string, writer: PageWriter): Html {
  return html`<span class="${CLAIM_CLASSES[status] ?? 'soft'}">${enumLabelHtml(status, 'ClaimStatus', writer)}</span>`;
}
