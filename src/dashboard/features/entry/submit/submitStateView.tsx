/** The section below the form for each submit state: preview, conflict, missing token or failure. */
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import { PURPOSE_TEXTS } from '../model/purposeTexts.js';
import { ConflictSection } from './conflictSection.js';
import type { SummaryEntry } from './formSummary.js';
import { FailureSection, PreviewSection, TokenSection } from './submitSections.js';
import type { Entry } from './useEntry.js';

export function SubmitStateView({
  entry,
  purpose,
  onClose,
  summary,
}: {
  readonly purpose: EntryPurpose;
  readonly onClose: () => void;
  readonly entry: Entry;
  readonly summary: readonly SummaryEntry[];
}) {
  const { submitState, submit, submitAfterConflict, backToEditing, reset, submitAsNew } = entry;
  const texts = PURPOSE_TEXTS[purpose.kind];
  switch (submitState.status) {
    case 'preview':
      return (
        <PreviewSection
          preview={submitState.preview}
          recordLabel={texts.record}
          hypotheticalLabel={texts.hypotheticalLabel}
          onRecord={() => void submit('record')}
          onBack={backToEditing}
          onAmend={(slug) => {
            entry.choose('MeasureAmended');
            entry.change('stream', slug);
          }}
        />
      );
    case 'conflict':
      return (
        <ConflictSection
          conflict={submitState.conflict}
          summary={summary}
          recordLabel={submitState.mode === 'record' ? texts.recordAnyway : 'Preview my entry'}
          onContinue={() => void submitAfterConflict(submitState.conflict, submitState.mode)}
          onDiscard={() => {
            reset();
            onClose();
          }}
          onEdit={() => entry.acknowledgeConflict(submitState.conflict)}
        />
      );
    case 'unauthorized':
      return (
        <TokenSection message={submitState.message} onToken={() => void submit(submitState.mode)} />
      );
    case 'failed':
      return (
        <FailureSection
          failure={submitState.failure}
          mode={submitState.mode}
          onRetry={() => void submit(submitState.mode)}
          onSubmitAsNew={() => void submitAsNew()}
          onBack={backToEditing}
        />
      );
    case 'editing':
    case 'submitting':
    case 'recorded':
      return null;
  }
}
