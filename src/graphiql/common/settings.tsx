import { createContext, useContext } from 'react';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import type { LocaleFormats } from '../../i18n/locale-formats.js';

/** Settings of a page: its locale, and the token and preview mode of its requests. */
export interface PageSettings {
  messages: LocaleMessages;
  format: LocaleFormats;
  isPreview: boolean;
  /** `Authorization` header; null if there is none. */
  authorization: string | null;
}

export const SettingsContext = createContext<PageSettings | null>(null);

/** Returns the settings of the enclosing `SettingsContext`. */
export function useSettings(): PageSettings {
  const settings = useContext(SettingsContext);
  if (settings === null) throw new Error('This component needs settings.');
  return settings;
}
