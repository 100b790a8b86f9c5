/** One of a few values, each explained when it is chosen. */
import { type FieldProps, useField } from './formState.js';
import { Labelled, tied } from './labelled.js';
import { type Choice, choicesOf, titled } from '../model/vocabulary.js';

const YES_OR_NO: readonly Choice[] = [
  { value: 'true', says: 'Yes' },
  { value: 'false', says: 'No' },
];

export function ChoiceField({ field, path }: FieldProps) {
  const { value = '', problems, change } = useField(path);
  const choices = field.type === 'Boolean' ? YES_OR_NO : (choicesOf(field.type) ?? []);
  const chosen = choices.find((choice) => choice.value === value);
  const label = (choice: Choice) => (field.type === 'Boolean' ? choice.says : titled(choice.value));
  return (
    <Labelled field={field} path={path} hint={field.type === 'Boolean' ? '' : chosen?.says}>
      <select
        {...tied(path, field, problems.length > 0)}
        value={value as string}
        onChange={({ target }) => change(target.value)}
      >
        <option value="">{field.required ? 'Choose …' : 'Not said'}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {label(choice)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
