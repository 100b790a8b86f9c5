import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { usePrinting } from '../../ui/usePrinting.js';

export interface Size {
  /** In pixels. */
  readonly width: number;
  /** How much larger than usual the page is set: a drawing grows with the words around it. */
  readonly scale: number;
}

/** The size of an element, kept up to date; in print, where nothing can be measured, `paper` wide. */
export function useSize<E extends HTMLElement>(
  first: number,
  paper: number,
): readonly [RefObject<E | null>, Size] {
  const isPrinting = usePrinting();
  const element = useRef<E>(null);
  const [size, setSize] = useState<Size>({ width: first, scale: 1 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () => {
      const { fontSize } = getComputedStyle(document.documentElement);
      const scale = (Number.parseFloat(fontSize) || 16) / 16;
      if (current.clientWidth > 0) setSize({ width: current.clientWidth, scale });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, isPrinting ? { width: paper, scale: 1 } : size];
}
