import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:chart.css';
import 'virtual:tokens.css';
import '../common/tokens.css';
import '../common/parts.css';
import '../answer/answer.css';
import '../questions/questions.css';
import './explore.css';
import { readSetting } from '../common/open-setting.js';
import { Announcer } from '../common/announcer.js';
import { SettingProvider } from '../common/setting.js';
import { Shell } from './shell.js';
import { TokenForm } from '../common/token-form.js';

const setting = await readSetting(new URLSearchParams(location.search), navigator.languages);
document.documentElement.lang = setting.messages.locale;

const page = document.getElementById('page');
if (page === null) throw new Error('The element "page" is missing from index.html.');

/** Root component. A preview requires a token. */
function Explore() {
  const [authorization, setAuthorization] = useState<string | null>(null);
  const own = useMemo(() => ({ ...setting, authorization }), [authorization]);
  return (
    <SettingProvider setting={own}>
      <Announcer>
        <Shell>{setting.isPreview && authorization === null && <TokenForm onGiven={setAuthorization} />}</Shell>
      </Announcer>
    </SettingProvider>
  );
}

createRoot(page).render(<Explore />);
