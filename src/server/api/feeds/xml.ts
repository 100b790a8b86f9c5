/** XML as text: every value is escaped, and holds only characters that XML 1.0 allows. */

// Of what a log can hold, XML 1.0 (section 2.2) excludes control characters and two others.

const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Attribute values and line ends are normalized unless written as references.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an element or a quoted attribute, of XML as of HTML. */
export const escaped = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(/[&<>"\t\n\r]/g, (found) => ESCAPES[found] ?? found);

type Attributes = Readonly<Record<string, string | undefined>>;

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');

/** An element that holds text. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  `<${name}${attributesText(attributes)}>${escaped(text)}</${name}>\n`;

/** An element that holds elements, which are written already; an empty one without any. */
export const element = (
  name: string,
  attributes: Attributes = {},
  children: readonly string[] = [],
): string =>
  children.length === 0
    ? `<${name}${attributesText(attributes)}/>\n`
    : `<${name}${attributesText(attributes)}>\n${children.join('')}</${name}>\n`;
