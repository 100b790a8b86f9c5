/** The layers of a duty: an addition of those that apply, and why the others do not. */
import { useMemo } from 'react';
import { type EventDetails, useEventDetails } from '../../api/cache/eventCache.js';
import { capital, LAYER_REASON } from '../../lib/words/labels.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { type Duty, isUnknown, type Layer, layerName, moneyWords } from './words.js';

/** The events that decide layers, in their order; null where none does. */
function useDeciding(layers: readonly Layer[]): readonly (EventDetails | null | undefined)[] {
  const ids = useMemo(() => layers.flatMap(({ setBy }) => setBy?.id ?? []), [layers]);
  const details = useEventDetails(ids);
  return layers.map(({ setBy }) => (setBy ? details[ids.indexOf(setBy.id)] : null));
}

/** Each layer that applies with its value, act and author, and their sum. */
export function Addition({ duty }: { readonly duty: Duty }) {
  const { layers, amount, expression } = duty;
  const applying = useMemo(() => layers.filter(({ applies }) => applies), [layers]);
  const deciding = useDeciding(applying);
  if (applying.length === 0)
    return (
      <p>
        {isUnknown(duty)
          ? 'Nothing on record bears on this duty. It is unknown, which is not 0 %.'
          : 'No duty on record applies to these goods on that day.'}
      </p>
    );
  const inMoney = applying.some((layer) => layer.amount !== null);
  return (
    <table className="desk-sum">
      <thead>
        <tr>
          <th scope="col" className="number">
            Duty
          </th>
          {inMoney && (
            <th scope="col" className="number">
              Amount
            </th>
          )}
          <th scope="col">Measure and act</th>
        </tr>
      </thead>
      <tbody>
        {applying.map((layer, i) => (
          <tr key={layer.measure?.slug ?? ''}>
            <td className="number">
              {i > 0 && '+ '}
              {heldWords(layer.expression ?? 'no rate on record', layer.leastCertainty)}
            </td>
            {inMoney && <td className="number">{layer.amount && moneyWords(layer.amount)}</td>}
            <td>
              <LayerWords layer={layer} event={deciding[i]} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="number">
            = {heldWords(expression, duty.leastCertainty)}
          </th>
          {inMoney && <th className="number">{amount && moneyWords(amount)}</th>}
          <th>Duty</th>
        </tr>
      </tfoot>
    </table>
  );
}

/** The layers that do not apply, each with what it would take and why it does not. */
export function NotApplying({ layers }: Pick<Duty, 'layers'>) {
  const others = useMemo(() => layers.filter(({ applies }) => !applies), [layers]);
  const deciding = useDeciding(others);
  if (others.length === 0) return null;
  return (
    <section className="topic">
      <h2>What does not apply</h2>
      <ul className="items">
        {others.map((layer, i) => (
          <li key={layer.measure?.slug ?? ''} className="item">
            <p>
              <strong>{capital(LAYER_REASON[layer.reason])}</strong>
              {layer.expression !== null &&
                `; it would take ${heldWords(layer.expression, layer.leastCertainty)}`}
            </p>
            <LayerWords layer={layer} event={deciding[i]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LayerProps {
  readonly layer: Layer;
  /** The event that decides it; undefined while it loads. */
  readonly event: EventDetails | null | undefined;
}

/** The measure, the act with its author and address, and the event behind it. */
function LayerWords({ layer, event }: LayerProps) {
  const { setBy } = layer;
  const name = layerName(layer);
  return (
    <>
      <div>
        {setBy ? (
          <Provenance events={[setBy]} title={name}>
            {name}
          </Provenance>
        ) : (
          name
        )}
        {layer.applies && layer.reason !== 'IN_FORCE' && layer.reason !== 'MFN' && (
          <span className="soft"> ({LAYER_REASON[layer.reason]})</span>
        )}
      </div>
      {event && <Act event={event} />}
    </>
  );
}

function Act({ event: { data, summary, sources } }: { readonly event: EventDetails }) {
  const { instrument, legalBasis } = data as { instrument?: string; legalBasis?: string };
  const source = sources.find(({ kind }) => kind === 'INSTRUMENT') ?? sources[0];
  return (
    <div className="soft">
      {instrument ?? legalBasis ?? summary}
      {source && (
        <>
          {'; '}
          {source.publisher ?? source.title ?? 'source'}
          {source.url !== null && (
            <>
              {', '}
              <a href={source.url} target="_blank" rel="noopener">
                {source.title ?? new URL(source.url).hostname}
              </a>
            </>
          )}
        </>
      )}
    </div>
  );
}
