/** What an event belongs to: a negotiation, a measure, a rulebook or an area, by its name. */
import { useField } from './formState.js';
import { Labelled, tied } from './labelled.js';
import { idOf } from '../model/places.js';
import type { Recent } from './recent.js';
import { type EventKind, envelopeField, isNamedByCode } from '../model/vocabulary.js';

const NAMES: Readonly<Record<EventKind['stream'], { label: string; says: string }>> = {
  negotiation: { label: 'Negotiation', says: 'By its short name, such as in-us-bta.' },
  measure: { label: 'Measure', says: 'By its short name, such as us-recip-in.' },
  rulebook: { label: 'Rulebook', says: 'By the code of the country whose rules they are.' },
  area: { label: 'Area', says: 'By the code of the group, such as MERCOSUR.' },
  any: {
    label: 'Belongs to',
    says: 'negotiation/<name>, measure/<name>, rulebook/<country> or area/<code>.',
  },
};

/** What was typed as a name, in the form that names have. */
export const asName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9/]+/g, '-')
    .replace(/^-+|-+$/g, '');

export function StreamField({
  kind,
  recent,
}: {
  readonly kind: EventKind;
  readonly recent: Recent;
}) {
  const path = 'stream';
  const { value = '', problems, change } = useField(path);
  const text = value as string;
  const { label, says } = NAMES[kind.stream];
  const known =
    kind.stream === 'negotiation'
      ? recent.negotiations
      : kind.stream === 'measure'
        ? recent.measures
        : isNamedByCode(kind.stream)
          ? []
          : [
              ...recent.negotiations.map((each) => ({
                ...each,
                value: `negotiation/${each.value}`,
              })),
              ...recent.measures.map((each) => ({ ...each, value: `measure/${each.value}` })),
            ];
  const there = known.find((each) => each.value === text);
  const isNew = text !== '' && known.length > 0 && !there;
  const field = { ...envelopeField('stream'), name: label, says };
  const list = `${idOf(path)}-list`;
  return (
    <Labelled
      field={field}
      path={path}
      hint={
        there ? (
          <strong>{there.label}</strong>
        ) : isNew ? (
          <strong>New: nothing is known of it yet.</strong>
        ) : (
          ''
        )
      }
    >
      <input
        {...tied(path, field, problems.length > 0)}
        type="text"
        autoComplete="off"
        spellCheck={false}
        list={list}
        value={text}
        onChange={({ target }) => change(target.value)}
        onBlur={() => {
          const name = isNamedByCode(kind.stream) ? text.trim().toUpperCase() : asName(text);
          if (kind.stream !== 'any' && name !== text) change(name);
        }}
      />
      <datalist id={list}>
        {known.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </datalist>
    </Labelled>
  );
}
