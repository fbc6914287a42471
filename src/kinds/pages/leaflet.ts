import { html } from '../../html/html.js';
import type { LinkedEntry } from '../../html/page-writer.js';
import { fieldLabel, valueLabel } from '../../words/labels.js';
import type { PagePart } from './page-part.js';
import { STAGES } from './stages.js';

interface Tool extends LinkedEntry {
  stages: readonly string[];
}

const EVERY_STAGE = 'TRANSVERSAL';

/** Which of the resources of a leaflet, or linked to its subject, helps in which stage of a case. */
export const leafletStages: PagePart = {
  asks: 'inStages: resources { ...Name stages } alsoInStages: seeAlso { ...Name stages }',
  inPlaceOf: [],
  sections({ entry, writer }) {
    const linked = [entry['inStages'], entry['alsoInStages']] as (readonly Tool[] | undefined)[];
    const tools = linked.flatMap((each) => each ?? []).filter(({ stages }) => stages.length > 0);
    const helps = ({ stages }: Tool, stage: string) => stages.includes(stage) || stages.includes(EVERY_STAGE);
    const columns = STAGES.filter((stage) => tools.some(({ stages }) => stages.includes(stage)));
    if (columns.length === 0) return [];
    const title = fieldLabel(writer.words, 'Resource', 'stages');
    const { yes, no } = writer.words.form;
    return [
      {
        id: 'stages',
        title,
        body: html`<div class="scroll" role="region" tabindex="0" aria-label="${title.text}">
          <table class="dots">
            <thead>
              <tr>
                <td></td>
                ${columns.map((stage) => html`<th scope="col">${writer.said(valueLabel(writer.words, stage, 'ProceedingStage'))}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${tools.map(
                (tool) =>
                  html`<tr>
                    <th scope="row">${writer.link(tool)}</th>
                    ${columns.map((stage) =>
                      helps(tool, stage)
                        ? html`<td><span class="dot" role="img" aria-label="${yes}"></span></td>`
                        : html`<td><span class="nodot" role="img" aria-label="${no}"></span></td>`,
                    )}
                  </tr> `,
              )}
            </tbody>
          </table>
        </div>`,
      },
    ];
  },
};
