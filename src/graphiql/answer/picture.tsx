import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Chart } from '../../charts/chart.js';
import type { ChartPoint } from '../../charts/frame.js';
import { useSettings } from '../common/settings.js';

type DrawnChart = Extract<Chart, { svg: string }>;

/** Horizontal distance up to which points belong to the same period. */
const SAME_X_PX = 2;
/** Maximum distance between the pointer and a figure. */
const MAX_DISTANCE_PX = 40;

/** Returns the current width of an element, in pixels; 0 before layout. */
export function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}

/** Chart with a description. Figures can be selected with arrow keys or the pointer. */
export function Picture({ chart }: { chart: DrawnChart }) {
  const { messages } = useSettings();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const { points, width, height } = chart;
  const point = at === null ? undefined : points[at];
  useEffect(() => setAt(null), [chart]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(points, at, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    const box = frame.current!.getBoundingClientRect();
    const scale = width / box.width;
    setAt(nearest(points, (clientX - box.left) * scale, (clientY - box.top) * scale));
  };
  const share = (part: number, complete: number) => `${Math.round((part / complete) * 1e4) / 100}%`;

  return (
    <figure className="picture">
      <div
        ref={frame}
        className="frame"
        style={{ maxWidth: `${width}px` }}
        role="application"
        tabIndex={0}
        aria-label={`${chart.title}. ${messages.answer.steps}`}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
      >
        <div dangerouslySetInnerHTML={{ __html: chart.svg }} />
        {point && (
          <div
            aria-hidden="true"
            className={`stop ${point.x > width / 2 ? 'to-left' : ''}`}
            style={{ left: share(point.x, width), top: share(point.y, height) }}
          >
            <span>{point.text}</span>
          </div>
        )}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {point?.text}
      </p>
      <p className="steps soft">{messages.answer.steps}</p>
      <figcaption>{chart.summary}</figcaption>
    </figure>
  );
}

/** Returns the index of the figure to select after a key; null for keys without function. */
function nextIndex(points: readonly ChartPoint[], at: number | null, key: string): number | null {
  const last = points.length - 1;
  switch (key) {
    case 'ArrowRight':
      return at === null ? 0 : Math.min(last, at + 1);
    case 'ArrowLeft':
      return at === null ? last : Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowUp':
    case 'ArrowDown':
      return at === null ? 0 : verticalNeighbour(points, at, key === 'ArrowUp' ? -1 : 1);
    default:
      return null;
  }
}

/**
 * Returns the next figure of the same period above (-1) or below (1). If there is none, returns the previous or next
 * one in order.
 */
function verticalNeighbour(points: readonly ChartPoint[], at: number, direction: 1 | -1): number {
  const { x, y } = points[at]!;
  const column = points
    .map((point, index) => ({ point, index }))
    .filter(({ point }) => Math.abs(point.x - x) <= SAME_X_PX && (point.y - y) * direction > 0)
    .sort((a, b) => (a.point.y - b.point.y) * direction);
  return column[0]?.index ?? Math.max(0, Math.min(points.length - 1, at + direction));
}

/** Returns the index of the figure closest to the pointer; null if none is near. */
function nearest(points: readonly ChartPoint[], x: number, y: number): number | null {
  let found: number | null = null;
  let minDistance = MAX_DISTANCE_PX;
  points.forEach((point, index) => {
    const away = Math.hypot(point.x - x, point.y - y);
    if (away < minDistance) [found, minDistance] = [index, away];
  });
  return found;
}
