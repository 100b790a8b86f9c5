/** Trade measures: announced, decided, relieved; retaliation and investigations. */
import { announcements } from './measures/announcements.js';
import { decisions } from './measures/decisions.js';
import { proceedings } from './measures/proceedings.js';
import { reliefs } from './measures/reliefs.js';

export const measures = { ...announcements, ...decisions, ...reliefs, ...proceedings };
