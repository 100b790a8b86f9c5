import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { navigate } from '../lib/location.js';

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
}

/** A link to a page of the dashboard. Navigates without a reload; modifier keys open a new tab or window. */
export function Link({ onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere || event.button !== 0 || rest.target) return;
    event.preventDefault();
    navigate(rest.href);
    window.scrollTo(0, 0);
  };
  return <a {...rest} onClick={follow} />;
}
