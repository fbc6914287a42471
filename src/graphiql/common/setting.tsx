import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import type { LocaleFormats } from '../../i18n/locale-formats.js';

/** Locale of a page, and the identity of its requests. */
export interface Setting {
  messages: LocaleMessages;
  format: LocaleFormats;
  isPreview: boolean;
  /** `Authorization` header; null if there is none. */
  authorization: string | null;
}

const SettingContext = createContext<Setting | null>(null);

/** Returns the settings of the enclosing `SettingProvider`. */
export function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === null) throw new Error('There is no setting around this part of the page.');
  return setting;
}

/** Provides settings to its children. */
export function SettingProvider({ setting, children }: { setting: Setting; children: ReactNode }) {
  return <SettingContext value={setting}>{children}</SettingContext>;
}
