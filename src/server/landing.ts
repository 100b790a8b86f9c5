/** `/`: a plain page that says what is kept here and where to ask. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parley, Viewed } from '../app/parley.js';
import type { NegotiationView } from '../domain/view/negotiation.js';
import { send } from './reply.js';

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  dt { font-weight: 600; margin-top: 1rem; }
  dd { margin: 0; }
`;

const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const words = (constant: string): string => constant.toLowerCase().replaceAll('_', ' ');

/** A question about a negotiation, ready to run in GraphiQL. */
const question = (slug: string): string => `{
  negotiation(slug: ${JSON.stringify(slug)}) {
    title
    phase { value since certainty setBy { id summary } }
    activity { value scope since }
    targets { slug what due status slips }
    duties { imposedBy on total }
  }
}`;

function item({ subject }: Viewed<NegotiationView>): string {
  const { slug, title, phase, activity } = subject;
  const stands = phase ? `${words(phase.value)} since ${phase.since}` : '';
  const talks = activity ? `; talks ${words(activity.value)} since ${activity.since}` : '';
  const ask = `/graphql?query=${encodeURIComponent(question(slug))}`;
  return `<dt>${escape(title)}</dt>
    <dd>${escape(stands + talks)} · <a href="${escape(ask)}">ask about it</a></dd>`;
}

function page(negotiations: readonly Viewed<NegotiationView>[], position: number): string {
  const list =
    negotiations.length > 0
      ? `<dl>${negotiations.map(item).join('\n    ')}</dl>`
      : '<p>No negotiation is recorded yet. <code>npm run parley -- import FILE</code> records some.</p>';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Parley</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <h1>Parley</h1>
    <p>A sourced record of negotiations: where things stand, since when, and who says so,
      at any date, as it was known then. ${position.toLocaleString('en')} events are in the log.</p>
    <h2>Negotiations</h2>
    ${list}
    <h2>Ask</h2>
    <ul>
      <li><a href="/graphql">GraphiQL</a>: write a question and run it; its Docs describe every field</li>
      <li><a href="/schema.graphql">The GraphQL schema</a>, to read or to generate a client from</li>
      <li><a href="/health">Health</a>, <a href="/ready">readiness</a> and <a href="/metrics">metrics</a></li>
    </ul>
  </body>
</html>
`;
}

/** Sends the page, read now. */
export async function landing(
  parley: Parley,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const negotiations = await parley.negotiations();
  const { position } = await parley.head();
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Cache-Control': 'no-cache',
  };
  send(request, response, 200, headers, page(negotiations, position));
}
