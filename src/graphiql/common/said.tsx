import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useState } from 'react';

const SayContext = createContext<(text: string) => void>(() => {});

/** A function that says a sentence to those who read the page and to those who hear it. */
export function useSay(): (text: string) => void {
  return useContext(SayContext);
}

/** Has read out, and shows for a moment, what its parts last said; what begins with a space is only read out. */
export function Saying({ children }: { children: ReactNode }) {
  const [{ text, count }, setSaid] = useState({ text: '', count: 0 });
  const say = useCallback((next: string) => {
    // Said twice, a sentence differs by a space that nobody sees, so that it is read out again.
    setSaid((before) => ({ text: before.text === next ? `${next}\u00a0` : next, count: before.count + 1 }));
  }, []);
  const isOnlyHeard = text.startsWith(' ');
  return (
    <SayContext value={say}>
      {children}
      <p role="status" className={isOnlyHeard ? 'visually-hidden' : `said ${count % 2 === 0 ? 'even' : 'odd'}`}>
        {text}
      </p>
    </SayContext>
  );
}
