import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../src/content/load-content.js';
import { kindModules } from '../../src/kinds/index.js';
import { withoutReplacedAreas } from '../../src/reading/indexed-area.js';
import { model, withContentCopy } from './invalid-content.js';

const territory = (alpha3: string, numeric: string) => `title: A territory\nalpha3: ${alpha3}\nnumeric: "${numeric}"\n`;

test('a profile replaces a territory with the same code, with a warning and without a problem', async () => {
  await withContentCopy(async (root) => {
    mkdirSync(join(root, 'territories'));
    writeFileSync(join(root, 'territories/it.yaml'), territory('ITA', '380'));
    writeFileSync(join(root, 'territories/mx.yaml'), territory('MEX', '484'));
    const { problems, warnings } = await loadContent(root, { model, modules: kindModules });
    expect(problems).toEqual([]);
    expect(warnings).toEqual(['territories/it is replaced by countries/it; remove it']);
  });
});

test('if a territory and a profile have the same code, the profile is used as the area, in either order', () => {
  const profile = { kind: 'Country', code: 'IT' };
  const standIn = { kind: 'Territory', code: 'IT' };
  const other = { kind: 'Territory', code: 'MX' };
  expect(withoutReplacedAreas([standIn, profile, other], model)).toEqual([profile, other]);
  expect(withoutReplacedAreas([other, profile, standIn], model)).toEqual([other, profile]);
});

test("a territory's three-letter code is rejected if it does not match its slug", async () => {
  await withContentCopy(async (root) => {
    mkdirSync(join(root, 'territories'));
    writeFileSync(join(root, 'territories/mx.yaml'), territory('MXC', '484'));
    const { problems } = await loadContent(root, { model, modules: kindModules });
    expect(problems).toMatchObject([{ code: 'KEY_MISMATCH', path: 'alpha3', tip: 'write MEX' }]);
  });
});
