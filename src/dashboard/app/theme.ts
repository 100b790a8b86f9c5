/** The colour theme: the system's, unless the reader chose one in this browser. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'parley.theme';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The theme chosen in this browser. */
export function themeOf(): Theme {
  const kept = localStorage.getItem(KEY) as Theme | null;
  return kept !== null && THEMES.includes(kept) ? kept : 'system';
}

/** Shows the page in a theme, and keeps it for the next visit. */
export function applyTheme(theme: Theme = themeOf()): void {
  if (theme === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset['theme'] = theme;
  }
}

/** The next theme in the cycle of the button. */
export const nextTheme = (theme: Theme): Theme =>
  THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
