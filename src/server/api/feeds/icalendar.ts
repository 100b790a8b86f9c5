/** iCalendar (RFC 5545): components as text, with lines folded at 75 octets. */

export const ICALENDAR_TYPE = 'text/calendar; charset=utf-8; component=vevent';

/** A property: its name with parameters, and its value as it is written. */
export type Property = readonly [name: string, value: string];

const MAX_OCTETS = 75;

// TEXT (section 3.3.11) holds no control character but the tab.

const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A value of type TEXT. */
export const textValue = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replace(NOT_TEXT, '\ufffd')
    .replaceAll(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll('\n', '\\n');

/** A value of type DATE, from `YYYY-MM-DD`. */
export const dateValue = (day: string): string => day.replaceAll('-', '');

/** A value of type DATE-TIME in UTC, whole seconds. */
export const instantValue = (instant: number): string =>
  `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A line in lines of at most 75 octets; no character is cut. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
}

const lines = (properties: readonly Property[]): string =>
  properties.map(([name, value]) => folded(`${name}:${value}`)).join('');

/** A calendar with its events. */
export const calendarText = (
  properties: readonly Property[],
  events: readonly (readonly Property[])[],
): string =>
  lines([
    ['BEGIN', 'VCALENDAR'],
    ...properties,
    ...events.flatMap((event): readonly Property[] => [
      ['BEGIN', 'VEVENT'],
      ...event,
      ['END', 'VEVENT'],
    ]),
    ['END', 'VCALENDAR'],
  ]);
