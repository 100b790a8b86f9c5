/** A select for an enum or a Boolean; the chosen value's description is shown below it. */
import { type FieldProps, useField } from './formContext.js';
import { FieldFrame, fieldAttributes } from './fieldFrame.js';
import { type EnumValue, enumValues, sentenceCase } from '../model/formSchema.js';

const YES_OR_NO: readonly EnumValue[] = [
  { value: 'true', description: 'Yes' },
  { value: 'false', description: 'No' },
];

export function SelectField({ field, path }: FieldProps) {
  const { value = '', problems, change } = useField(path);
  const choices = field.type === 'Boolean' ? YES_OR_NO : (enumValues(field.type) ?? []);
  const chosen = choices.find((choice) => choice.value === value);
  const label = (choice: EnumValue) =>
    field.type === 'Boolean' ? choice.description : sentenceCase(choice.value);
  return (
    <FieldFrame
      field={field}
      path={path}
      hint={field.type === 'Boolean' ? '' : chosen?.description}
    >
      <select
        {...fieldAttributes(path, field, problems.length > 0)}
        value={value as string}
        onChange={({ target }) => change(target.value)}
      >
        <option value="">{field.required ? 'Choose …' : 'Not stated'}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {label(choice)}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
