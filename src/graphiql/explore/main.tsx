import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:chart.css';
import 'virtual:tokens.css';
import '../common/tokens.css';
import '../common/parts.css';
import '../answer/answer.css';
import '../questions/questions.css';
import './explore.css';
import { readSettings } from '../common/read-settings.js';
import { Announcer } from '../common/announcer.js';
import { SettingsProvider } from '../common/settings.js';
import { Shell } from './shell.js';
import { TokenForm } from '../common/token-form.js';

const settings = await readSettings(new URLSearchParams(location.search), navigator.languages);
document.documentElement.lang = settings.messages.locale;

const page = document.getElementById('page');
if (page === null) throw new Error('The element "page" is missing from index.html.');

/** Root component. A preview requires a token. */
function Explore() {
  const [authorization, setAuthorization] = useState<string | null>(null);
  const own = useMemo(() => ({ ...settings, authorization }), [authorization]);
  return (
    <SettingsProvider settings={own}>
      <Announcer>
        <Shell>{settings.isPreview && authorization === null && <TokenForm onGiven={setAuthorization} />}</Shell>
      </Announcer>
    </SettingsProvider>
  );
}

createRoot(page).render(<Explore />);
