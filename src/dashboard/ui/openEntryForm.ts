/** How any part of a page opens the entry form. The form itself is composed in `app`. */
import { createContext, useContext } from 'react';

/** What a form begins with: an event type, and values at the paths of its fields. */
export interface EntryPreset {
  readonly type: string;
  readonly values: {
    /** Its short name. */
    readonly stream: string;
    readonly occurred?: string;
    readonly certainty?: string;
    readonly data: Readonly<Record<string, string>>;
  };
}

/** What a form is for; `eventId` is the recorded event that it corrects, retracts or adds sources to. */
export type EntryPurpose =
  | {
      readonly kind: 'enter' | 'suppose';
      readonly stream?: string | undefined;
      /** The date that the page shows, where it is another than now. */
      readonly occurred?: string | undefined;
      readonly preset?: EntryPreset | undefined;
    }
  | { readonly kind: 'correct' | 'retract' | 'addSources'; readonly eventId: string };

/** Opens the entry form for a purpose. */
export type OpenEntryForm = (purpose: EntryPurpose) => void;

/** Provided by the entry feature; null where there are no forms, such as on an embedded card. */
export const OpenEntryFormContext = createContext<OpenEntryForm | null>(null);

/** How to open the entry form; null where there is none. */
export const useOpenEntryForm = (): OpenEntryForm | null => useContext(OpenEntryFormContext);
