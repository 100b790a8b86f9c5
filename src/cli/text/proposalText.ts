/** Proposals for a terminal and as JSON. */
import type { Proposal } from '../../app/proposals/proposal.js';
import type { NotUnderstood } from '../../domain/drafts/rules/draftsFrom.js';
import { typeWords } from './eventText.js';
import { TextLayout, wantsColour } from './terminalLayout.js';

/** A proposal as a draft of the interchange format, with its id. */
export function proposalJson({
  id,
  status,
  proposedBy,
  event,
  spans,
  needs,
  text,
}: Proposal): object {
  const byPath: Record<string, (readonly [number, number])[]> = {};
  for (const { path, start, end } of spans) (byPath[path] ??= []).push([start, end]);
  return { id, status, proposedBy, ...event, spans: byPath, needs, text };
}

const LABEL = 22;

/** A proposal with the words behind each field. */
export function proposalText({ id, event, spans, needs }: Proposal): string {
  const layout = new TextLayout(wantsColour());
  const row = (name: string, text: string): TextLayout =>
    layout.line(text, { label: name.padEnd(LABEL) });
  const words = (path: string): string =>
    spans
      .filter((span) => span.path === path || span.path.startsWith(`${path}[`))
      .map(({ quote }) => `“${quote}”`)
      .join(' ');
  layout.line(`${typeWords(event.type)} (${event.type})`, { tone: 'bold' });
  row('ID', id);
  if (event.stream !== undefined) row('Stream', event.stream);
  const fields = [
    ['type', event.type],
    ['occurred', event.occurred],
    ...Object.entries(event.data).map(([key, value]) => [`data.${key}`, value]),
  ] as const;
  for (const [path, value] of fields) {
    if (value === undefined || (path === 'type' && words(path) === '')) continue;
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    const quoted = words(String(path));
    row(String(path), quoted === `“${shown}”` ? quoted : `${shown} ${quoted}`.trim());
  }
  if (needs.length > 0) row('Needs', needs.join(', '));
  return layout.blank().toString();
}

/** The sentences that may tell something and that no rule understood. */
export function notUnderstoodText(sentences: readonly NotUnderstood[]): string {
  const layout = new TextLayout(wantsColour());
  layout.line('Not understood', { tone: 'warn' });
  for (const { words, reason } of sentences) layout.line(`${words} (${reason})`, { label: '- ' });
  return layout.blank().toString();
}
