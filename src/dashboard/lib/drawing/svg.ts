/** SVG as text, for where there is no document: escaped here and nowhere else. */

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Control characters have no place in XML 1.0, escaped or not. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const escapeXml = (text: string): string =>
  text.replaceAll(NOT_XML, '\ufffd').replaceAll(/[&<>"]/g, (letter) => ESCAPED[letter] ?? letter);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; `content` is SVG already, `text` is escaped. */
export function svgElement(
  name: string,
  attributes: Attributes,
  { content = '', text = '' }: { readonly content?: string; readonly text?: string } = {},
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
    )
    .join('');
  const inner = content + escapeXml(text);
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}
