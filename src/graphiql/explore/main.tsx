import { createRoot } from 'react-dom/client';
import 'virtual:chart.css';
import 'virtual:tokens.css';
import '../common/tokens.css';
import '../common/parts.css';
import '../answer/answer.css';
import '../questions/questions.css';
import './explore.css';
import { settingOf } from '../common/open-setting.js';
import { Saying } from '../common/said.js';
import { InSetting } from '../common/setting.js';
import { Shell } from './shell.js';

const setting = settingOf(new URLSearchParams(location.search), navigator.languages);
document.documentElement.lang = setting.words.locale;

const page = document.getElementById('page');
if (page === null) throw new Error('The element "page" is missing from index.html.');

createRoot(page).render(
  <InSetting setting={setting}>
    <Saying>
      <Shell />
    </Saying>
  </InSetting>,
);
