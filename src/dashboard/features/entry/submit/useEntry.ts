/** Where a form is on its way from the first letter to the record. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { EventInput } from '../../../generated/graphql.js';
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import { type Consequences, concerned, consequencesOf, refusalOf } from './consequences.js';
import {
  type Draft,
  draftOf,
  emptyDraft,
  forgetDraft,
  keepDraft,
  newKey,
  noteSources,
} from '../model/draft.js';
import { isWithin, put } from '../model/places.js';
import type { Recent } from '../fields/recent.js';
import { type Made, made, streamOf } from './request.js';
import { revisionOf } from './streamEnd.js';
import type { Target } from '../model/target.js';
import { compact, isBlank, type Problem, type Value, type Values } from '../model/values.js';
import { type Conflict, type Outcome, type WentThrough, write } from './writing.js';

/** Which of the two ways of sending is meant. */
export type Aim = 'check' | 'record';

export interface Preview {
  readonly findings: WentThrough['findings'];
  /** Null where they could not be worked out. */
  readonly consequences: readonly Consequences[] | null;
}

export type Stage =
  | { readonly at: 'writing' }
  | { readonly at: 'sending'; readonly aim: Aim }
  | { readonly at: 'preview'; readonly preview: Preview }
  | { readonly at: 'conflict'; readonly conflict: Conflict; readonly aim: Aim }
  | { readonly at: 'token'; readonly message: string; readonly aim: Aim }
  | { readonly at: 'trouble'; readonly outcome: Trouble; readonly aim: Aim }
  | { readonly at: 'done'; readonly result: WentThrough };

export type Trouble = Extract<Outcome, { kind: 'lost' | 'used' | 'failed' }>;

const WRITING: Stage = { at: 'writing' };

interface Given {
  readonly purpose: EntryPurpose;
  readonly today: string;
  readonly recent: Recent;
  readonly target: Target | null;
  /** What stands in a form that nothing was typed into. */
  readonly initial: Values;
  /** The stream of the page from which the form was opened. */
  readonly page: string | undefined;
  readonly onRecorded: () => void;
  /** Takes an event that is to be supposed, not recorded. */
  readonly onSupposed: (event: EventInput) => void;
}

export function useEntry(given: Given) {
  const { purpose, today, recent, target, initial, page, onRecorded, onSupposed } = given;
  const client = useClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(purpose) ?? emptyDraft(initial));
  const [stage, setStage] = useState<Stage>(WRITING);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const busy = useRef(false);
  const latest = useRef(draft);
  latest.current = draft;

  const update = useCallback(
    (next: Draft) => {
      latest.current = next;
      setDraft(next);
      keepDraft(purpose, next);
    },
    [purpose],
  );
  const touch = useCallback(
    (next: Draft) => {
      update(next);
      // What was checked is no longer what would be recorded.
      setStage((now) => (now.at === 'done' || now.at === 'sending' ? now : WRITING));
    },
    [update],
  );
  const change = useCallback(
    (path: string, value: Value | undefined) => {
      const { current } = latest;
      touch({ ...current, values: put(current.values, path, value) });
      setProblems((known) => known.filter((problem) => !isWithin(problem.path, path)));
    },
    [touch],
  );
  const choose = useCallback(
    (type: string | null) => {
      setProblems([]);
      touch({ ...latest.current, type });
    },
    [touch],
  );

  // What the record held when the form was opened is what its expectations rest on.
  const stream = target?.stream ?? streamOf(draft.type, draft.values['stream']);
  const look = useCallback(
    async (name: string) => {
      if (name === '' || latest.current.seen[name] !== undefined) return;
      const revision = await revisionOf(client, name);
      const { current } = latest;
      if (revision === undefined || current.seen[name] !== undefined) return;
      update({ ...current, seen: { ...current.seen, [name]: revision } });
    },
    [client, update],
  );
  const opened = target?.stream ?? page;
  useEffect(() => {
    if (opened !== undefined) void look(opened);
  }, [look, opened]);
  useEffect(() => {
    // Whoever is still typing a name means none of its beginnings.
    const timer = setTimeout(() => void look(stream), 400);
    return () => clearTimeout(timer);
  }, [look, stream]);

  const ready = useCallback(
    (): Made => made(purpose, latest.current, today, target),
    [purpose, today, target],
  );

  const settle = useCallback(
    async (outcome: Outcome, aim: Aim, what: Extract<Made, { request: unknown }>) => {
      switch (outcome.kind) {
        case 'done':
          if (aim === 'check') {
            const slugs = concerned(what.streams, page, recent);
            const consequences = await consequencesOf(client, slugs, what.assuming).catch(
              () => null,
            );
            setStage({ at: 'preview', preview: { findings: outcome.findings, consequences } });
            return;
          }
          noteSources(newSources(latest.current.values, initial));
          forgetDraft(purpose);
          setStage({ at: 'done', result: outcome });
          onRecorded();
          return;
        case 'problems':
          setProblems(outcome.problems);
          setStage(WRITING);
          return;
        case 'conflict':
          setStage({ at: 'conflict', conflict: outcome, aim });
          return;
        case 'token':
          setStage({ at: 'token', message: outcome.message, aim });
          return;
        default:
          setStage({ at: 'trouble', outcome, aim });
      }
    },
    [client, initial, purpose, page, recent, onRecorded],
  );

  const send = useCallback(
    async (aim: Aim) => {
      // A second click while the first is on its way asks for the same thing.
      if (busy.current) return;
      busy.current = true;
      try {
        await look(
          target?.stream ?? streamOf(latest.current.type, latest.current.values['stream']),
        );
        // Problems are named by places among what is sent, so blank entries must go first.
        update({ ...latest.current, values: compact(latest.current.values) });
        const what = ready();
        setProblems(what.problems);
        if (!what.request) {
          setStage(WRITING);
          return;
        }
        setStage({ at: 'sending', aim });
        if (purpose.kind === 'suppose') {
          const refused = await refusalOf(
            client,
            concerned(what.streams, page, recent),
            what.assuming,
          );
          setStage(WRITING);
          setProblems(refused);
          const [event] = what.assuming.with ?? [];
          if (refused.length > 0 || !event) return;
          forgetDraft(purpose);
          onSupposed(event);
          return;
        }
        await settle(await write(client, what.request, aim === 'check'), aim, what);
      } finally {
        busy.current = false;
      }
    },
    [client, look, onSupposed, page, purpose, ready, recent, settle, target, update],
  );

  /** Records after all what someone else was first with: on top of what was recorded meanwhile. */
  const goOn = useCallback(
    async ({ stream: where, actual }: Conflict, aim: Aim) => {
      const { current } = latest;
      update({ ...current, seen: { ...current.seen, [where]: actual } });
      await send(aim);
    },
    [send, update],
  );

  /** Takes note of what was recorded meanwhile, and goes back to the form. */
  const accept = useCallback(
    ({ stream: where, actual }: Conflict) => {
      const { current } = latest;
      touch({ ...current, seen: { ...current.seen, [where]: actual } });
    },
    [touch],
  );

  /** Sends what was typed as something new, where its key was used for other content. */
  const anew = useCallback(async () => {
    update({ ...latest.current, key: newKey() });
    await send('check');
  }, [send, update]);

  const startOver = useCallback(
    (values: Values = initial) => {
      forgetDraft(purpose);
      const next = emptyDraft(values);
      latest.current = next;
      setDraft(next);
      setProblems([]);
      setStage(WRITING);
    },
    [purpose, initial],
  );
  const goBack = useCallback(() => setStage(WRITING), []);

  return useMemo(
    () => ({
      draft,
      stage,
      problems,
      change,
      choose,
      send,
      goOn,
      accept,
      anew,
      startOver,
      goBack,
    }),
    [draft, stage, problems, change, choose, send, goOn, accept, anew, startOver, goBack],
  );
}

export type Entry = ReturnType<typeof useEntry>;

/** The sources that were given here, not those with which the form began. */
function newSources(values: Values, initial: Values): readonly Values[] {
  const before = new Set(sourcesIn(initial).map((source) => JSON.stringify(source)));
  return sourcesIn(values).filter((source) => !before.has(JSON.stringify(source)));
}

const sourcesIn = (values: Values): readonly Values[] =>
  (['sources', 'citing'] as const)
    .flatMap((name) => (values[name] ?? []) as readonly Values[])
    .filter((source) => !isBlank(source));
