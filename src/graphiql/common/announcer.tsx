import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => {});

/** Returns a function that shows and announces a message. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

/**
 * Announces messages of its children to screen readers, and shows them briefly. Messages with a leading space are only
 * announced.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const [{ text, count }, setAnnouncement] = useState({ text: '', count: 0 });
  const announce = useCallback((next: string) => {
    // An invisible space makes a repeated message different, so that it is announced again.
    setAnnouncement((before) => ({ text: before.text === next ? `${next}\u00a0` : next, count: before.count + 1 }));
  }, []);
  const isOnlyHeard = text.startsWith(' ');
  return (
    <AnnounceContext value={announce}>
      {children}
      <p role="status" className={isOnlyHeard ? 'visually-hidden' : `said ${count % 2 === 0 ? 'even' : 'odd'}`}>
        {text}
      </p>
    </AnnounceContext>
  );
}
