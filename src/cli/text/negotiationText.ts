/** A negotiation at a view as text for a terminal. */
import { joinWords } from '../../../events/words.js';
import type { View } from '../../app/queries/asOf.js';
import type { AsOfResult } from '../../app/parley.js';
import type { AgreementParty } from '../../domain/agreement/agreementParties.js';
import type { NegotiationMeasure } from '../../domain/measure/measureView.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { Party } from '../../domain/party/parties.js';
import { findingsOf } from '../../domain/rules/findings.js';
import { pairText, REASON } from './dutyText.js';
import { factText, localTime, sourceText, words } from './eventText.js';
import { TextLayout } from './terminalLayout.js';
import { counted } from '../progress.js';

const LABEL = 11;
const label = (text: string): string => text.padEnd(LABEL);
const INDENT = ' '.repeat(LABEL);
const INNER = `${INDENT}  `;

/** `possibly ` before what is not certain. */
export const possibly = (certainty: string): string =>
  certainty === 'POSSIBLE' ? 'possibly ' : '';

const percent = (rate: number): string => `${rate}%`;

function viewLine(view: View, { asOf }: AsOfResult<NegotiationView>, zone: string): string {
  const knowledge =
    asOf.knownAt === undefined
      ? 'all that is known now'
      : `what the log knew on ${localTime(view.knownAt, zone)}`;
  const publicity =
    view.publicAt === null ? '' : ` and was public by ${localTime(view.publicAt, zone)}`;
  return `${localTime(view.at, zone)} (${zone}), from ${knowledge}${publicity}; ${counted(view.position, 'event')}`;
}

/** A party, since when where it joined later, and until when where it is known to leave. */
function partyText({ name, code, since, until, setBy }: Party): string {
  const joined = setBy.type === 'PartyJoined' ? ` since ${since}` : '';
  return `${name} (${code})${joined}${until === null ? '' : ` until ${until}`}`;
}

/** What was last heard, and up to when someone looked for more. */
function news(layout: TextLayout, { latest, checked }: NegotiationView): void {
  if (latest) layout.line(factText(latest), { label: label('Latest') });
  if (checked)
    layout.line(`sources checked through ${checked.date}  ${sourceText(checked.setBy)}`, {
      label: latest ? INDENT : label('Latest'),
    });
}

function head(layout: TextLayout, viewed: AsOfResult<NegotiationView>): void {
  const { subject, view } = viewed;
  const { title, slug, parties, formerParties, phase, phases, activity, knowledge } = subject;
  layout.line(`${title} (${slug})`, { tone: 'bold' });
  const between = joinWords(parties.map(partyText));
  if (between) layout.line(between, { label: label('Between') });
  const left = formerParties.map(({ name, code, until }) => `${name} (${code}) ${until ?? ''}`);
  if (left.length > 0) layout.line(left.join(', '), { label: label('Left') });
  layout.line(viewLine(view, viewed, knowledge.zone), { label: label('View') }).blank();
  if (phase) {
    const { value, since, certainty, setBy } = phase;
    const text = `${possibly(certainty)}${words(value)} since ${since}  ${sourceText(setBy)}`;
    layout.line(text, { label: label('Phase') });
  }
  if (phases.length > 1)
    layout.line(phases.map(({ value, since }) => `${words(value)} ${since}`).join(' → '), {
      label: INDENT,
      tone: 'dim',
    });
  if (!activity) return;
  const { value, scope, since, certainty, setBy } = activity;
  const what = `${possibly(certainty)}${words(value)}${scope ? ` (${words(scope)})` : ''}`;
  const tone = value === 'ACTIVE' ? {} : { tone: 'warn' as const };
  layout.line(`${what} since ${since}  ${sourceText(setBy)}`, {
    label: label('Activity'),
    ...tone,
  });
}

function rounds(
  layout: TextLayout,
  { rounds: all, roundsCompleted: count }: NegotiationView,
): void {
  const { reported, counted: held, disputed } = count;
  const reports = reported === null ? 'none reported' : `${reported} reported`;
  const numbers = `${reports}, ${held} counted${disputed ? '; reports disagree' : ''}`;
  layout.line(numbers, { label: label('Rounds'), ...(disputed && { tone: 'warn' }) });
  for (const { number, part, track, dates, place, status, formal } of all) {
    const which = `${part === null ? '' : `, part ${part}`}${track === null ? '' : ` (${track})`}`;
    const name = `${number === null ? 'no number' : `round ${number}`}${which}`;
    const doubt = formal === 'UNDETERMINED' ? '; formal or not is undetermined' : '';
    layout.line(`${words(status)}${place ? `, ${place}` : ''}${doubt}`, {
      label: `${INNER}${name.padEnd(10)} ${dates.padEnd(22)} `,
    });
  }
}

const LATE = new Set(['OVERDUE', 'MISSED']);

function targets(layout: TextLayout, { targets: all }: NegotiationView): void {
  if (all.length > 0) layout.blank().line('', { label: label('Targets') });
  for (const target of all) {
    const { slug, what, due, status, slips, history, readings, value, unit, perhapsMetBy } = target;
    const moved = slips === 0 ? '' : `; moved ${slips === 1 ? 'once' : `${slips} times`}`;
    layout.line(`${slug}: ${words(status)}, due ${due}${moved}`, {
      label: `${INDENT.slice(2)}- `,
      ...(LATE.has(status) && { tone: 'warn' }),
    });
    if (perhapsMetBy)
      layout.line(`perhaps met by ${factText(perhapsMetBy)}; nothing says so`, { label: INDENT });
    layout.line(`${what}${value === null ? '' : ` (${value}${unit ? ` ${unit}` : ''})`}`, {
      label: INDENT,
      tone: 'dim',
    });
    if (slips > 0)
      layout.line(history.map((earlier) => earlier.due).join(' → '), { label: `${INDENT}due ` });
    for (const reading of readings)
      layout.line(`${reading.by}: ${reading.due}, ${words(reading.status)}`, {
        label: `${INDENT}read by `,
      });
  }
}

/** How far a party of an agreement has come, in words. */
function stageOf({ bound, from, until, ratification, signed, certainty }: AgreementParty): string {
  const since = from === null ? '' : ` from ${from}${until === null ? '' : ` until ${until}`}`;
  if (bound === 'WITHDRAWN') return `withdrew${since}`;
  if (bound === 'SUSPENDED') return `suspended${since}`;
  if (bound !== 'NOT') return `${possibly(certainty)}bound ${words(bound)}${since}`;
  if (from !== null) return `no longer bound${since}`;
  if (ratification !== 'NONE') return `ratification ${words(ratification)}`;
  return signed === null ? 'nothing on record' : 'signed';
}

function agreements(layout: TextLayout, { agreements: all }: NegotiationView): void {
  if (all.length > 0) layout.blank().line('', { label: label('Agreements') });
  for (const { slug, title, status, since, certainty, byParty } of all) {
    layout.line(`${slug}: ${possibly(certainty)}${words(status)} since ${since}`, {
      label: `${INDENT.slice(2)}- `,
    });
    layout.line(title, { label: INDENT, tone: 'dim' });
    const byStage = new Map<string, string[]>();
    const from = (one: AgreementParty) => one.from ?? '~';
    for (const one of byParty.toSorted((a, b) => from(a).localeCompare(from(b)))) {
      const stage = stageOf(one);
      byStage.set(stage, [...(byStage.get(stage) ?? []), one.party.code]);
    }
    for (const [stage, codes] of byStage)
      layout.line(codes.join(', '), { label: `${INDENT}${stage}: ` });
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
    first && `- ${first.expression ?? 'new terms'} from ${new Date(first.from).toISOString()}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

function measures(layout: TextLayout, { measures: all }: NegotiationView): void {
  if (all.length > 0) layout.blank().line('', { label: label('Measures') });
  for (const measure of all) {
    layout.line(`${measure.slug}: ${measureLine(measure)}  ${sourceText(measure.setBy)}`, {
      label: `${INDENT.slice(2)}- `,
    });
    const by = measure.imposedBy === null ? '' : ` (${measure.imposedBy})`;
    layout.line(`${measure.title}${by}`, { label: INDENT, tone: 'dim' });
  }
}

function duties(
  layout: TextLayout,
  { duties: pairs, measures: { length: measured }, knowledge: { zone } }: NegotiationView,
): void {
  // Among many, only who is on record to impose something; between two, the other side as well.
  const all = pairs.filter(({ layers }) => layers.length > 0 || (measured > 0 && pairs.length < 3));
  if (all.length > 0) layout.blank().line('', { label: label('Duties') });
  for (const { imposedBy, on, total, expression, layers, pending, disputed } of all) {
    const doubt = disputed ? '; disputed' : '';
    layout.line(
      `${pairText({ imposedBy, on })}: ${total === null ? (expression ?? 'not on record') : percent(total)}${doubt}`,
      {
        label: `${INDENT.slice(2)}- `,
        ...(disputed && { tone: 'warn' }),
      },
    );
    for (const { slug, rate, applies, reason } of layers)
      layout.line(`${slug}, ${REASON[reason]}`, {
        label: `${INNER}${(rate === null ? '?' : percent(rate)).padStart(6)} ${applies ? '+' : ' '} `,
        ...(!applies && { tone: 'dim' }),
      });
    for (const change of pending)
      layout.line(
        `${change.total === null ? 'no percentage' : percent(change.total)}, by ${change.measure.streamState.stream}`,
        {
          label: `${INNER}from ${localTime(change.at, zone)} `,
        },
      );
  }
}

const LAST = 5;

function statements(layout: TextLayout, { statements: all }: NegotiationView): void {
  if (all.length === 0) return;
  const shown = all.slice(-LAST);
  const heading = all.length > LAST ? `the last ${LAST} of ${all.length}` : '';
  layout.blank().line(heading, { label: label('Statements'), tone: 'dim' });
  for (const fact of shown)
    layout.line(`${fact.data.speaker}: ${fact.data.summary}  ${sourceText(fact)}`, {
      label: `${INDENT.slice(2)}- ${fact.occurred} `,
    });
}

function findings(layout: TextLayout, view: NegotiationView): void {
  const all = findingsOf(view);
  if (all.length > 0) layout.blank().line('', { label: label('Findings') });
  for (const { code, message } of all)
    layout.line(`${words(code)}: ${message}`, { label: `${INDENT.slice(2)}- ` });
}

/** All of it, at most 100 columns wide. */
export function negotiationText(viewed: AsOfResult<NegotiationView>, colour: boolean): string {
  const layout = new TextLayout(colour);
  head(layout, viewed);
  for (const section of [news, rounds, agreements, targets, measures, duties, statements, findings])
    section(layout, viewed.subject);
  return layout.toString();
}
