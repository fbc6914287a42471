import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import type { Words } from '../../words/words.js';
import type { Writing } from '../../words/writing.js';

/** In which language a page speaks, and as whom it asks. */
export interface Setting {
  /** In the language that content is asked for in. */
  words: Words;
  writing: Writing;
  /** Whether drafts are shown. */
  isPreview: boolean;
  /** What is sent as `Authorization`; null where nobody said who asks. */
  authorization: string | null;
}

const SettingContext = createContext<Setting | null>(null);

/** The setting of the page around. */
export function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === null) throw new Error('There is no setting around this part of the page.');
  return setting;
}

/** Gives a setting to what stands within. */
export function InSetting({ setting, children }: { setting: Setting; children: ReactNode }) {
  return <SettingContext value={setting}>{children}</SettingContext>;
}
