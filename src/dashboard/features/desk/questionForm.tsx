/** The form of the goods desk: little is asked first, the rest is behind one step. */
import { type InputHTMLAttributes, type SubmitEvent, useId } from 'react';
import { countries } from '../../lib/words/countries.js';
import { navigate } from '../../lib/location.js';
import { readClocks, writeClocks } from '../../lib/view.js';
import { type Field, type Texts, unitSymbol, withTexts } from './question.js';

interface FormProps {
  readonly search: string;
  readonly texts: Texts;
  readonly problems: Partial<Readonly<Record<Field, string>>>;
}

const AREAS = 'desk-areas';

/** The fields behind the step: whether one is filled in opens it. */
const FURTHER: readonly Field[] = [
  'origin',
  'quotas',
  'endUse',
  'producer',
  'content',
  'loadedAt',
  'transshipped',
  'mfnRate',
  'hsEdition',
];

/** Writes the question into the URL, from where the page reads it. Rendered anew for each URL. */
export function QuestionForm({ search, texts, problems }: FormProps) {
  const { at } = readClocks(search);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const asked = Object.fromEntries(
      Object.keys(texts).map((field) => [field, text(field)]),
    ) as Texts;
    const day = text('at');
    const sameDay = at?.slice(0, 10) === day;
    const clocks = { ...readClocks(search), ...(!sameDay && { at: day || null }) };
    navigate(`/duty${withTexts(writeClocks(search, clocks), asked)}`);
  };
  const isOpen = FURTHER.some((field) => texts[field] !== '');
  const props = (field: Field) => ({
    field,
    text: shownText(field, texts),
    problem: problems[field],
  });
  return (
    <form className="desk-form screen-only" aria-label="Question" noValidate onSubmit={submit}>
      <datalist id={AREAS}>
        {countries().map(({ code, name }) => (
          <option key={code} value={name}>
            {code}
          </option>
        ))}
      </datalist>
      <div className="desk-fields">
        <Text {...props('on')} label="From" note="Whose goods they are" list={AREAS} />
        <Text {...props('imposedBy')} label="To" note="Who imposes the duty" list={AREAS} />
        <Text {...props('hs')} label="HS code" note="2 to 10 digits; empty for any good" />
        <Labelled label="Date of entry" note="In the zone of the country of entry; empty for now">
          {(id, described) => (
            <input
              id={id}
              name="at"
              type="date"
              defaultValue={at?.slice(0, 10) ?? ''}
              aria-describedby={described}
            />
          )}
        </Labelled>
        <Text {...props('value')} label="Customs value" note="Such as 50000 USD" />
        <Text {...props('quantities')} label="Quantities" note="Such as 1000 kg; 200 pairs" />
      </div>
      <details open={isOpen}>
        <summary>Claims, contents and carriage</summary>
        <div className="desk-fields">
          <Text {...props('origin')} label="Origin claimed" note="Such as USMCA" />
          <Text {...props('quotas')} label="Quotas in which a place is held" note="By name" />
          <Text {...props('endUse')} label="End use" note="As the relief names it" />
          <Text {...props('producer')} label="Producer" note="Who makes or exports them" />
          <Text {...props('content')} label="Contents" note="Such as 40 % steel; 10 % aluminium" />
          <Text
            {...props('loadedAt')}
            label="Loaded on board (UTC)"
            note="For goods under way when a duty rose"
            type="datetime-local"
          />
          <Text
            {...props('mfnRate')}
            label="Ordinary (MFN) duty"
            note="In percent, if you know it"
          />
          <Text {...props('hsEdition')} label="HS edition" note="Such as 2022" />
          <label className="desk-check">
            <input
              type="checkbox"
              name="transshipped"
              value="true"
              defaultChecked={texts.transshipped === 'true'}
            />{' '}
            Transshipped to evade a duty
          </label>
        </div>
      </details>
      <button type="submit" className="primary">
        Work out the duty
      </button>
    </form>
  );
}

/** A text of the URL as its field shows it. */
function shownText(field: Field, texts: Texts): string {
  const text = texts[field];
  if (field === 'imposedBy' || field === 'on')
    return countries().find(({ code }) => code === text)?.name ?? text;
  // A field for a date and a time takes neither zone nor fractions of a second.
  if (field === 'loadedAt') return text.replace(/^(.{16}).*Z$/, '$1');
  if (field === 'quantities')
    return text.replaceAll(/(?<= )[A-Z\d]{2,3}(?=;|$)/g, (code) => unitSymbol(code));
  return text;
}

interface TextProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'list' | 'type'> {
  readonly field: Field;
  readonly label: string;
  readonly note: string;
  readonly text: string;
  readonly problem: string | undefined;
}

function Text({ field, label, note, text, problem, ...rest }: TextProps) {
  return (
    <Labelled label={label} note={note} problem={problem}>
      {(id, described) => (
        <input
          id={id}
          name={field}
          type="text"
          autoComplete="off"
          defaultValue={text}
          aria-describedby={described}
          aria-invalid={problem !== undefined}
          {...rest}
        />
      )}
    </Labelled>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly note: string;
  readonly problem?: string | undefined;
  readonly children: (id: string, describedBy: string) => React.ReactNode;
}

function Labelled({ label, note, problem, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      {children(id, `${id}-note`)}
      <p id={`${id}-note`} className={problem === undefined ? 'soft' : 'desk-problem'}>
        {problem ?? note}
      </p>
    </div>
  );
}
