/** Beside the finding that a target may be met: opens a form that records it. */
import { useMayWrite } from '../api/client/rights.js';
import { PERHAPS_MET } from '../lib/words/targetWords.js';
import { type EntryPreset, useOpenEntryForm } from './openEntryForm.js';

interface PerhapsMet {
  readonly code: string;
  readonly events: readonly {
    readonly stream: string;
    readonly occurred: string;
    readonly target?: string;
  }[];
}

/** What records the outcome of the target of a finding: on the day of what met it, as inferred. */
export function outcomeOf({ code, events }: PerhapsMet): EntryPreset | undefined {
  const set = events.find((event) => event.target !== undefined);
  const metBy = events.find((event) => event.target === undefined);
  if (code !== PERHAPS_MET || set?.target === undefined || !metBy) return undefined;
  const stream = set.stream.replace(/^.*\//, '');
  const { occurred } = metBy;
  return {
    type: 'TargetMet',
    values: { stream, occurred, certainty: 'INFERRED', data: { target: set.target } },
  };
}

export function RecordAsMet({ finding }: { readonly finding: PerhapsMet }) {
  const open = useOpenEntryForm();
  const mayWrite = useMayWrite();
  const preset = outcomeOf(finding);
  const stream = finding.events[0]?.stream;
  if (!open || !mayWrite || !preset) return null;
  return (
    <button
      type="button"
      className="quiet screen-only"
      onClick={() => open({ kind: 'enter', stream, preset })}
    >
      Record that it is met
    </button>
  );
}
