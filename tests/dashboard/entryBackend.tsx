/** Entry forms over an in-memory backend that a test can inspect and change. */
import { configure, fireEvent, render, screen, within } from '@testing-library/react';
import { ApiProvider } from '../../src/dashboard/api/client/apiProvider.js';
import { LogHeadProvider } from '../../src/dashboard/api/client/logHead.js';
import { GraphqlClient, httpTransport } from '../../src/dashboard/api/client/client.js';
import { EntryLauncherProvider } from '../../src/dashboard/features/entry/entryLauncher.js';
import { type EntryPurpose, useOpenEntryForm } from '../../src/dashboard/ui/openEntryForm.js';
import { httpServer } from './httpServer.js';
import type { Resolvers } from './contractServer.js';

// On a busy machine an update may take longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 });

interface Sent {
  readonly input: Record<string, unknown> & {
    readonly dryRun?: boolean;
    readonly idempotencyKey: string;
    readonly expectedRevision?: number;
    readonly expectedRevisions?: readonly { stream: string; revision: number }[];
  };
}

interface Context {
  readonly mayWrite: boolean;
}

const STREAM = 'negotiation/in-us-bta';

/** The event that corrections are about, as recorded. */
export const HELD = {
  __typename: 'RoundHeld',
  id: '0195b3c0-0000-7000-8000-000000000001',
  type: 'RoundHeld',
  stream: STREAM,
  also: [],
  position: 3,
  hash: 'a1b2c3d4'.repeat(8),
  revision: 3,
  occurred: '2025-03-26/2025-03-29',
  timeZone: null,
  zone: 'America/New_York',
  certainty: 'REPORTED',
  recordedAt: '2025-04-01T00:00:00Z',
  recordedBy: 'desk',
  summary: 'Round 1 held in New Delhi',
  retracted: false,
  data: { round: 1, formal: 'YES', place: 'New Delhi', leads: [{ party: 'IN', name: 'A. B.' }] },
  sources: [{ kind: 'PRESS', publisher: 'The Hindu' }],
  corrections: [] as object[],
};

const otherEvent = (revision: number) => ({
  ...HELD,
  __typename: 'StatementMade',
  id: `0195b3c0-0000-7000-8000-00000000010${revision}`,
  type: 'StatementMade',
  revision,
  position: revision,
  occurred: '2025-04-02',
  summary: `Recorded by another editor at revision ${revision}`,
  recordedBy: 'another editor',
  data: { speaker: 'A minister', summary: 'Recorded by another editor' },
});

const connection = (nodes: readonly object[]) => ({
  edges: nodes.map((node) => ({ node, cursor: '' })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
});

const negotiation = (phase: string) => ({
  slug: 'in-us-bta',
  title: 'India-US Trade Agreement',
  phase: { value: phase, since: '2025-03', certainty: 'CERTAIN' },
  activity: { value: 'ACTIVE', scope: null, since: '2025-04', certainty: 'CERTAIN' },
  roundsCompleted: { reported: null, counted: 1, disputed: false },
  statements: { ...connection([]), totalCount: 0 },
  parties: [
    { code: 'IN', name: 'India', kind: 'COUNTRY' },
    { code: 'US', name: 'United States of America', kind: 'COUNTRY' },
  ],
  ...Object.fromEntries(
    ['rounds', 'meetings', 'pauses', 'targets', 'agreements', 'measures', 'duties', 'findings'].map(
      (name) => [name, []],
    ),
  ),
});

/**
 * The backend. `revision` is that of its stream; a test raises it as another editor's event would.
 */
export class EntryBackend {
  revision = 3;
  readonly recorded: Sent['input'][] = [];
  /** The response to every mutation instead of recording, or null. */
  refusal: object | null = null;
  /** What every mutation finds worth a check. */
  findings: readonly object[] = [
    { code: 'ODD', message: 'Rounds are counted otherwise.', events: [] },
  ];
  readonly target = { ...HELD };
  /** The rounds of its negotiation. */
  rounds: readonly object[] = [];
  /** The measures on record. */
  measures: readonly object[] = [];
  /** The measures that the duty on any goods is made of. */
  layers: readonly object[] = [];
  readonly server = httpServer(this.#resolvers());

  #write(success: string, { input }: Sent, { mayWrite }: Context): object {
    if (!mayWrite)
      return { __typename: 'ForbiddenError', code: 'FORBIDDEN', message: 'Send a token that may.' };
    if (this.refusal) return this.refusal;
    const recorded = this.recorded.find(
      ({ idempotencyKey }) => idempotencyKey === input.idempotencyKey,
    );
    if (recorded && !input.dryRun) return this.#done(success, true);
    const expected =
      input.expectedRevision ??
      input.expectedRevisions?.find(({ stream }) => stream === STREAM)?.revision;
    if (expected !== undefined && expected !== this.revision)
      return {
        __typename: 'RevisionConflictError',
        code: 'REVISION_CONFLICT',
        message: 'Other events were recorded first.',
        stream: STREAM,
        expected,
        actual: this.revision,
      };
    if (input.dryRun) return this.#done(success, false);
    this.recorded.push(input);
    this.revision += 1;
    return this.#done(success, false);
  }

  #done(success: string, repeated: boolean): object {
    const { findings } = this;
    return { __typename: success, events: [otherEvent(this.revision)], findings, repeated };
  }

  #resolvers(): Resolvers {
    const write = (success: string) => (_: unknown, sent: Sent, context: Context) =>
      this.#write(success, sent, context);
    return {
      Query: {
        log: () => ({ headPosition: this.revision, headRecordedAt: '2025-04-01T00:00:00Z' }),
        negotiation: (_: unknown, { assuming }: { assuming?: object | null }) => ({
          ...negotiation(assuming ? 'SIGNED' : 'NEGOTIATING'),
          rounds: this.rounds,
        }),
        negotiations: () => connection([negotiation('NEGOTIATING')]),
        duty: () => ({ layers: this.layers }),
        measures: () => connection(this.measures),
        event: () => this.target,
        events: () =>
          connection(
            Array.from({ length: this.revision - 3 }, (_, i) =>
              otherEvent(this.revision - i),
            ).concat(HELD as never),
          ),
      },
      Mutation: {
        appendEvents: write('AppendEventsSuccess'),
        correctEvent: write('CorrectEventSuccess'),
        retractEvent: write('RetractEventSuccess'),
        addSources: write('AddSourcesSuccess'),
      },
    };
  }
}

function Opener({ purpose }: { readonly purpose: EntryPurpose }) {
  const openForm = useOpenEntryForm();
  return (
    <button type="button" onClick={() => openForm?.(purpose)}>
      Open
    </button>
  );
}

/** Renders a page with a button that opens a form. */
export const renderLauncher = (purpose: EntryPurpose) =>
  render(
    <ApiProvider client={new GraphqlClient(httpTransport('http://parley.test/graphql'))}>
      <LogHeadProvider>
        <EntryLauncherProvider>
          <Opener purpose={purpose} />
        </EntryLauncherProvider>
      </LogHeadProvider>
    </ApiProvider>,
  );

/** Enters a statement as far as its preview. */
export async function previewStatement() {
  await fillStatement();
  press('See what will change');
  return section('What will change');
}

/** Opens a form for a purpose and records a statement in it. */
export async function recordStatement(purpose: EntryPurpose): Promise<void> {
  renderLauncher(purpose);
  await previewStatement();
  press('Record the event');
  await section('Recorded');
}

/** Opens the form and waits for its dialog. */
export async function openForm(): Promise<void> {
  press('Open');
  await screen.findByText(/./, { selector: 'h2' });
}

/** Fills the first field with a label. */
export function fill(label: RegExp | string, value: string): void {
  const [field] = screen.getAllByLabelText(label);
  fireEvent.change(field!, { target: { value } });
}

/** Opens the form and fills in a statement that can be submitted. */
export async function fillStatement(summary = 'Talks go on'): Promise<void> {
  await openForm();
  await fillOpenStatement(summary);
}

/** Chooses the first event type that a search finds. */
export async function chooseType(search: string): Promise<void> {
  const field = await screen.findByLabelText('What happened?');
  fireEvent.change(field, { target: { value: search } });
  fireEvent.keyDown(field, { key: 'Enter' });
}

/** Fills in a statement in the open form. */
export async function fillOpenStatement(summary = 'Talks go on'): Promise<void> {
  await chooseType('statement');
  await screen.findByLabelText(/^Occurred/);
  fill(/^Occurred/, 'March 2025');
  fill(/^Speaker/, 'Piyush Goyal');
  fill(/^Summary/, summary);
  fill(/^Publisher/, 'The Hindu');
  fill(/^Kind/, 'PRESS');
}

export const press = (name: RegExp | string) =>
  fireEvent.click(screen.getByText(name, { selector: 'button' }));

/** The section below the form with a heading. */
export async function section(title: string) {
  const heading = await screen.findByText(title, { selector: 'h3' });
  return within(heading.closest('section')!);
}
