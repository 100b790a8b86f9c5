/** A negotiation's picture in words, for a terminal. */
import { sourceKind } from '../../events/envelope.js';
import type { View } from '../app/queries/asOf.js';
import type { Viewed } from '../app/parley.js';
import type { Fact } from '../domain/streamState/knowledgeView.js';
import type { NegotiationMeasure } from '../domain/measure/measureView.js';
import type { NegotiationView } from '../domain/negotiation/negotiationView.js';
import { findingsOf } from '../domain/rules/findings.js';
import { Page } from './terminalLayout.js';
import { counted } from './progress.js';

const LABEL = 11;
const label = (text: string): string => text.padEnd(LABEL);
const INDENT = ' '.repeat(LABEL);
const INNER = `${INDENT}  `;

/** `IN_FORCE` as it is read aloud. */
export const words = (constant: string): string => constant.toLowerCase().replaceAll('_', ' ');

/** `2025-11-05 23:59`, as the clocks of a zone show it. */
export function clock(instant: number, zone: string): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(instant);
}

/** Who says so: the best of its sources. */
function says(fact: Fact): string {
  const rank = (kind: string) => sourceKind.options.findIndex((known) => known === kind);
  const [best] = fact.sources.toSorted((a, b) => rank(a.kind) - rank(b.kind));
  const name = best && (best.publisher ?? best.title ?? best.url);
  const source = best ? `${name ? `${name}, ` : ''}${words(best.kind)}` : 'no source';
  return `[${source}${fact.certainty === 'DISPUTED' ? ', disputed' : ''}]`;
}

const possibly = (certainty: string): string => (certainty === 'POSSIBLE' ? 'possibly ' : '');

const percent = (rate: number): string => `${rate}%`;

function viewLine(view: View, { asOf }: Viewed<NegotiationView>, zone: string): string {
  const known =
    asOf.knownAt === undefined
      ? 'all that is known now'
      : `what the log knew on ${clock(view.knownAt, zone)}`;
  const open = view.publicAt === null ? '' : ` and was public by ${clock(view.publicAt, zone)}`;
  return `${clock(view.at, zone)} (${zone}), from ${known}${open}; ${counted(view.position, 'event')}`;
}

function head(page: Page, viewed: Viewed<NegotiationView>): void {
  const { subject, view } = viewed;
  const { title, slug, parties, phase, phases, activity, knowledge } = subject;
  page.line(`${title} (${slug})`, { tone: 'bold' });
  const between = parties.map(({ name, code }) => `${name} (${code})`).join(' and ');
  if (between) page.line(between, { label: label('Between') });
  page.line(viewLine(view, viewed, knowledge.zone), { label: label('View') }).blank();
  if (phase) {
    const { value, since, certainty, setBy } = phase;
    const text = `${possibly(certainty)}${words(value)} since ${since}  ${says(setBy)}`;
    page.line(text, { label: label('Phase') });
  }
  if (phases.length > 1)
    page.line(phases.map(({ value, since }) => `${words(value)} ${since}`).join(' → '), {
      label: INDENT,
      tone: 'dim',
    });
  if (!activity) return;
  const { value, scope, since, certainty, setBy } = activity;
  const what = `${possibly(certainty)}${words(value)}${scope ? ` (${words(scope)})` : ''}`;
  const tone = value === 'ACTIVE' ? {} : { tone: 'warn' as const };
  page.line(`${what} since ${since}  ${says(setBy)}`, { label: label('Activity'), ...tone });
}

function rounds(page: Page, { rounds: all, roundsCompleted: count }: NegotiationView): void {
  const { reported, counted: held, disputed } = count;
  const said = reported === null ? 'none reported' : `${reported} reported`;
  const numbers = `${said}, ${held} counted${disputed ? '; reports disagree' : ''}`;
  page.line(numbers, { label: label('Rounds'), ...(disputed && { tone: 'warn' }) });
  for (const { number, part, track, dates, place, status, formal } of all) {
    const which = `${part === null ? '' : `, part ${part}`}${track === null ? '' : ` (${track})`}`;
    const name = `${number === null ? 'no number' : `round ${number}`}${which}`;
    const doubt = formal === 'UNDETERMINED' ? '; formal or not is undetermined' : '';
    page.line(`${words(status)}${place ? `, ${place}` : ''}${doubt}`, {
      label: `${INNER}${name.padEnd(10)} ${dates.padEnd(22)} `,
    });
  }
}

const LATE = new Set(['OVERDUE', 'MISSED']);

function targets(page: Page, { targets: all }: NegotiationView): void {
  if (all.length > 0) page.blank().line('', { label: label('Targets') });
  for (const { slug, what, due, status, slips, history, readings, value, unit } of all) {
    const moved = slips === 0 ? '' : `; moved ${slips === 1 ? 'once' : `${slips} times`}`;
    page.line(`${slug}: ${words(status)}, due ${due}${moved}`, {
      label: `${INDENT.slice(2)}- `,
      ...(LATE.has(status) && { tone: 'warn' }),
    });
    page.line(`${what}${value === null ? '' : ` (${value}${unit ? ` ${unit}` : ''})`}`, {
      label: INDENT,
      tone: 'dim',
    });
    if (slips > 0) page.line(history.map((was) => was.due).join(' → '), { label: `${INDENT}due ` });
    for (const reading of readings)
      page.line(`${reading.by}: ${reading.due}, ${words(reading.status)}`, {
        label: `${INDENT}read by `,
      });
  }
}

function measureLine({
  status,
  rate,
  announcedRate,
  certainty,
  endedHow,
  lawful,
  pending,
}: NegotiationMeasure) {
  const first = pending[0];
  return [
    `${possibly(certainty)}${words(status)}`,
    rate !== null && `at ${percent(rate)}`,
    rate === null && announcedRate !== null && `(${percent(announcedRate)} announced)`,
    endedHow !== null && `(${words(endedHow)})`,
    status === 'IN_FORCE' && !lawful && '- its legal basis is gone',
    first && `- ${percent(first.rate)} from ${new Date(first.from).toISOString()}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

function measures(page: Page, { measures: all }: NegotiationView): void {
  if (all.length > 0) page.blank().line('', { label: label('Measures') });
  for (const measure of all) {
    page.line(`${measure.slug}: ${measureLine(measure)}  ${says(measure.setBy)}`, {
      label: `${INDENT.slice(2)}- `,
    });
    const by = measure.imposedBy === null ? '' : ` (${measure.imposedBy})`;
    page.line(`${measure.title}${by}`, { label: INDENT, tone: 'dim' });
  }
}

function duties(page: Page, { duties: all, knowledge: { zone } }: NegotiationView): void {
  if (all.length > 0) page.blank().line('', { label: label('Duties') });
  for (const { imposedBy, on, total, layers, pending, disputed } of all) {
    const doubt = disputed ? '; disputed' : '';
    page.line(`${imposedBy} on goods of ${on}: ${percent(total)}${doubt}`, {
      label: `${INDENT.slice(2)}- `,
      ...(disputed && { tone: 'warn' }),
    });
    for (const { slug, rate, applies, reason } of layers)
      page.line(`${slug}, ${words(reason)}`, {
        label: `${INNER}${(rate === null ? '?' : percent(rate)).padStart(6)} ${applies ? '+' : ' '} `,
        ...(!applies && { tone: 'dim' }),
      });
    for (const change of pending)
      page.line(`${percent(change.total)}, by ${change.measure.streamState.stream}`, {
        label: `${INNER}from ${clock(change.at, zone)} `,
      });
  }
}

const LAST = 5;

function statements(page: Page, { statements: all }: NegotiationView): void {
  if (all.length === 0) return;
  const shown = all.slice(-LAST);
  const heading = all.length > LAST ? `the last ${LAST} of ${all.length}` : '';
  page.blank().line(heading, { label: label('Statements'), tone: 'dim' });
  for (const fact of shown)
    page.line(`${fact.data.speaker}: ${fact.data.summary}  ${says(fact)}`, {
      label: `${INDENT.slice(2)}- ${fact.occurred} `,
    });
}

function findings(page: Page, view: NegotiationView): void {
  const all = findingsOf(view);
  if (all.length > 0) page.blank().line('', { label: label('Findings') });
  for (const { code, message } of all)
    page.line(`${words(code)}: ${message}`, { label: `${INDENT.slice(2)}- ` });
}

/** The picture, at most 100 columns wide. */
export function pictureText(viewed: Viewed<NegotiationView>, colour: boolean): string {
  const page = new Page(colour);
  head(page, viewed);
  for (const part of [rounds, targets, measures, duties, statements, findings])
    part(page, viewed.subject);
  return page.toString();
}

/** Every negotiation in a few lines each. */
export function listText(all: readonly Viewed<NegotiationView>[], colour: boolean): string {
  const page = new Page(colour);
  for (const { subject } of all) {
    const { slug, title, phase, activity } = subject;
    const stands =
      phase && `${possibly(phase.certainty)}${words(phase.value)} since ${phase.since}`;
    const talks = activity && `${words(activity.value)} since ${activity.since}`;
    page.line(slug, { tone: 'bold' });
    page.line(title, { label: '  ' });
    page.line([stands, talks].filter((part) => part !== undefined).join('; '), { label: '  ' });
  }
  return page.toString();
}
