/** Who says so: at least one source, with those last given offered again. */
import { lastSources } from '../model/draft.js';
import { ListField } from './fields.js';
import { useField } from './formState.js';
import { isBlank, type Values } from '../model/values.js';
import { type Field, titled } from '../model/vocabulary.js';

const MOST_OFFERED = 3;
/** Of a source: where it is, whose, called what, since when, and of which kind. */
const FEW = 5;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** "The Hindu: Trade talks go on", as far as a source says so. */
export function sourceName(source: Values): string {
  const url = text(source['url']);
  const site = URL.canParse(url) ? new URL(url).host : url;
  const parts = [text(source['publisher']), text(source['title']) || site];
  return parts.filter(Boolean).join(': ') || titled(text(source['kind']) || 'source');
}

export function SourcesField({
  field,
  path,
  least,
}: {
  readonly field: Field;
  readonly path: string;
  readonly least: number;
}) {
  const { value, change } = useField(path);
  const entries = ((value ?? []) as readonly Values[]).filter((entry) => !isBlank(entry));
  const offered = lastSources()
    .filter((source) => !entries.some((each) => JSON.stringify(each) === JSON.stringify(source)))
    .slice(0, MOST_OFFERED);
  return (
    <ListField
      field={field}
      path={path}
      few={FEW}
      least={least}
      extra={offered.map((source) => (
        <button
          key={JSON.stringify(source)}
          type="button"
          className="entry-again"
          onClick={() => change([...entries, source])}
        >
          Again: {sourceName(source)}
        </button>
      ))}
    />
  );
}
