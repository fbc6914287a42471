import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => {});

/** Returns a function that announces a message, and shows it unless it starts with a space. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

/** Announces messages of its children to screen readers. Shows them briefly unless they start with a space. */
export function Announcer({ children }: { children: ReactNode }) {
  const [{ text, count }, setAnnouncement] = useState({ text: '', count: 0 });
  const announce = useCallback((nextText: string) => {
    setAnnouncement((before) => ({ text: nextText, count: before.count + 1 }));
  }, []);
  const isVisuallyHidden = text.startsWith(' ');
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status">
        {/* A new element, so that a repeated message is announced and shown again. */}
        <span key={count} className={isVisuallyHidden ? 'visually-hidden' : 'announcement'}>
          {text}
        </span>
      </div>
    </AnnounceContext>
  );
}
