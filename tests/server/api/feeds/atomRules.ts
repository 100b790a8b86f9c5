/** Reads XML strictly, and checks an Atom feed by the rules of RFC 4287. */
import { type SaxesTagNS, SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const ATOM = 'http://www.w3.org/2005/Atom';

/** The root of a document. Throws where it is not well-formed, or an element is not of Atom. */
export function parseAtom(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }: SaxesTagNS) => {
    if (uri !== ATOM) throw new Error(`${local} is of the namespace ${uri}`);
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = {
      name: local,
      attributes: Object.fromEntries(values) as Record<string, string>,
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(source).close();
  if (!root) throw new Error('The document is empty.');
  return root;
}

export const named = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((child) => child.name === name);

export const textOf = (element: XmlElement, name: string): string | undefined =>
  named(element, name)[0]?.text;

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;

const ONCE = ['id', 'title', 'updated'];
const AT_MOST_ONCE = ['generator', 'icon', 'logo', 'rights', 'subtitle', 'published', 'content'];
const KNOWN = new Set([
  ...ONCE,
  ...AT_MOST_ONCE,
  ...['author', 'category', 'contributor', 'link', 'entry', 'summary', 'source'],
]);

function problemsOf(element: XmlElement, hasAuthor: boolean): readonly string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, problem: string) => {
    if (!holds) problems.push(`${element.name}: ${problem}`);
  };
  for (const name of ONCE) expect(named(element, name).length === 1, `has not one ${name}`);
  for (const name of AT_MOST_ONCE) expect(named(element, name).length <= 1, `has several ${name}`);
  for (const { name } of element.children) expect(KNOWN.has(name), `has an unknown ${name}`);
  expect(hasAuthor || named(element, 'author').length > 0, 'has no author');
  for (const author of named(element, 'author'))
    expect(named(author, 'name').length === 1, 'has an author without a name');
  for (const name of ['updated', 'published'])
    for (const { text } of named(element, name))
      expect(DATE.test(text) && !Number.isNaN(Date.parse(text)), `${name} is no RFC 3339 date`);
  expect(IRI.test(textOf(element, 'id') ?? ''), 'has an id that is no IRI');
  const alternates = named(element, 'link').map(({ attributes: { rel, href, type, hreflang } }) => {
    expect(href !== undefined && URL.canParse(href), `has a link without an address: ${href}`);
    return rel === 'alternate' || rel === undefined ? `${type} ${hreflang}` : undefined;
  });
  const kinds = alternates.filter((kind) => kind !== undefined);
  expect(new Set(kinds).size === kinds.length, 'has two alternates of one type');
  for (const { attributes } of named(element, 'category'))
    expect((attributes['term'] ?? '') !== '', 'has a category without a term');
  for (const { attributes, children } of named(element, 'content')) {
    expect(['text', 'html', 'xhtml'].includes(attributes['type'] ?? 'text'), 'has odd content');
    expect(children.length === 0, 'has content with markup that is not escaped');
  }
  return problems;
}

/** What breaks a rule of RFC 4287, section 4; nothing in a valid feed. */
export function atomProblems(feed: XmlElement): readonly string[] {
  if (feed.name !== 'feed') return [`the root is ${feed.name}`];
  const hasAuthor = named(feed, 'author').length > 0;
  const entries = named(feed, 'entry');
  const versions = entries.map((entry) => `${textOf(entry, 'id')} ${textOf(entry, 'updated')}`);
  return [
    ...problemsOf(feed, hasAuthor || entries.every((entry) => named(entry, 'author').length > 0)),
    ...entries.flatMap((entry) => problemsOf(entry, hasAuthor)),
    ...(new Set(versions).size === versions.length ? [] : ['two entries have one id and date']),
  ];
}
