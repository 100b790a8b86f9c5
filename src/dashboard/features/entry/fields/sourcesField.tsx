/** The sources of an event, with recently used ones as suggestions. */
import { recentSources } from '../model/draft.js';
import { ListField } from './formFields.js';
import { useField } from './formContext.js';
import { isBlank, type FormValues } from '../model/formValues.js';
import { type Field, sentenceCase } from '../model/formSchema.js';

const MAX_OFFERED = 3;
/** The fields of a source that are always shown; the others are in a disclosure. */
const PRIMARY_FIELDS = ['url', 'publisher', 'title', 'published', 'kind'];

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** "The Hindu: Trade talks go on", from the fields that a source has. */
export function sourceLabel(source: FormValues): string {
  const url = stringOf(source['url']);
  const site = URL.canParse(url) ? new URL(url).host : url;
  const parts = [stringOf(source['publisher']), stringOf(source['title']) || site];
  return parts.filter(Boolean).join(': ') || sentenceCase(stringOf(source['kind']) || 'source');
}

export function SourcesField({
  field,
  path,
  minItems,
}: {
  readonly field: Field;
  readonly path: string;
  readonly minItems: number;
}) {
  const { value, change } = useField(path);
  const items = ((value ?? []) as readonly FormValues[]).filter((item) => !isBlank(item));
  const recent = recentSources();
  const entered = new Set(items.map(sourceLabel));
  const byLabel = new Map(recent.toReversed().map((source) => [sourceLabel(source), source]));
  const offered = [...byLabel.values()]
    .toReversed()
    .filter((source) => !entered.has(sourceLabel(source)))
    .slice(0, MAX_OFFERED);
  /** Takes the place of one that is carried over from the last form, where there is one. */
  const use = (source: FormValues) => {
    const publishers = recent.map(({ publisher }) => publisher);
    const carried = items.findIndex(
      ({ publisher, kind: _, ...rest }) => isBlank(rest) && publishers.includes(publisher),
    );
    change(carried < 0 ? [...items, source] : items.with(carried, source));
  };
  return (
    <ListField
      field={field}
      path={path}
      primaryNames={PRIMARY_FIELDS}
      minItems={minItems}
      actions={offered.map((source) => (
        <button
          key={JSON.stringify(source)}
          type="button"
          className="entry-reuse"
          onClick={() => use(source)}
        >
          Use again: {sourceLabel(source)}
        </button>
      ))}
    />
  );
}
