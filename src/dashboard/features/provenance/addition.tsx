/** A duty as an addition: a line for each layer that applies, what disputes it, and their sum. */
import { percent } from '../../lib/words/labels.js';
import { type Names, subjectOf } from '../../lib/words/names.js';
import { pathWords, valueWords } from '../../lib/words/paths.js';
import { Link } from '../../ui/link.js';
import { CertaintyLink } from '../../ui/termLink.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import type { ExplainQuery } from '../../generated/graphql.js';
import { Events } from './events.js';

type Layer = NonNullable<ExplainQuery['negotiation']>['explain'][number];

/** In percentage points where every layer is one, which are decimals; else the terms of the sum. */
function sumOf(layers: readonly Layer[], names: Names): string {
  const values = layers.map(({ value }) => value);
  if (!values.every((value) => typeof value === 'number'))
    return layers.map(({ path, value }) => valueWords(path, value, names)).join(' + ');
  return percent(Number(values.reduce((sum, value) => sum + value, 0).toFixed(10)));
}

/** The name of a layer's measure. */
function measureWords(path: string, names: Names): string {
  const slug = /\.layers\.([^.]+)/.exec(path)?.[1] ?? '';
  return names.titles.get(`measures.${slug}`) ?? pathWords(path, names);
}

function MeasureLink({ path, names }: { readonly path: string; readonly names: Names }) {
  const subject = subjectOf(path, names);
  return subject && <Link href={subject.href}>All of {subject.name}</Link>;
}

/** Each line opens the history of its layer, and is followed by what was announced against it. */
export function Addition({
  layers,
  rivals,
  names,
}: {
  readonly layers: readonly Layer[];
  readonly rivals: readonly Layer[];
  readonly names: Names;
}) {
  return (
    <ol className="reports addition">
      {layers.map(({ path, value, certainty, setBy, alsoBy }, i) => (
        <li key={path} className="current">
          <h3>
            {i > 0 && '+ '}
            {valueWords(path, value, names)}{' '}
            <Provenance path={path} events={[setBy]} title={measureWords(path, names)}>
              {measureWords(path, names)}
            </Provenance>{' '}
            <CertaintyLink certainty={certainty} />
          </h3>
          <MeasureLink path={path} names={names} />
          <Events ids={[setBy, ...alsoBy].map(({ id }) => id)} names={names} />
          {rivals
            .filter((rival) => rival.path === path)
            .map((rival) => (
              <Rival key={rival.setBy.id} rival={rival} names={names} />
            ))}
        </li>
      ))}
      <li className="sum">
        <h3>= {sumOf(layers, names)}</h3>
      </li>
    </ol>
  );
}

/** Another value of a layer, announced as already in effect. */
export const Rival = ({ rival, names }: { readonly rival: Layer; readonly names: Names }) => (
  <div className="rival">
    <h4>
      Against it: {valueWords(rival.path, rival.value, names)} announced{' '}
      <CertaintyLink certainty={rival.certainty} />
    </h4>
    <Events ids={[rival.setBy, ...rival.alsoBy].map(({ id }) => id)} names={names} />
  </div>
);
