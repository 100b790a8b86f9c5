/** The top of the page: which negotiation, which view of it, and where it stands. */
import { memo } from 'react';
import type { Clocks } from '../../lib/view.js';
import { viewWords } from '../../lib/viewWords.js';
import { Why } from '../../ui/why/why.js';
import { dateWords } from '../../lib/edtfWords.js';
import { capital, countryName } from '../../lib/labels.js';
import { meansOf, PHASE_WORDS } from '../../lib/standing.js';
import type { Picture } from '../../api/cache/snapshotCache.js';
import { Figures, Standing } from './standing.js';

interface PageHeadProps {
  readonly slug: string;
  readonly picture: Picture | null;
  readonly clocks: Clocks;
  /** In which its days are counted. */
  readonly zone: string;
  readonly go: (change: Partial<Clocks>) => void;
}

export const PageHead = memo(function PageHead(props: PageHeadProps) {
  const { slug, picture, clocks, zone, go } = props;
  const words = viewWords(clocks);
  return (
    <header className="page-head">
      <div className="page-name">
        <h1>{picture?.title ?? slug}</h1>
        <p className="soft">
          {picture?.parties.map(({ code }) => capital(countryName(code))).join(' · ')}
          {picture && ' '}
        </p>
      </div>
      <p className="view-line">
        <strong>{words === null ? 'Now' : capital(words)}</strong>
        {words !== null && (
          <button
            type="button"
            className="quiet screen-only"
            onClick={() => go({ at: null, knownAt: null, publicAt: null })}
          >
            Back to now
          </button>
        )}
        <button
          type="button"
          className="quiet screen-only"
          aria-pressed={clocks.to !== null}
          onClick={() => go({ to: clocks.to ? null : { at: null, knownAt: null, publicAt: null } })}
        >
          {clocks.to ? 'Stop comparing' : 'Compare with another view'}
        </button>
      </p>
      {picture && (
        <Standing phase={picture.phase} activity={picture.activity} rtaStatus={picture.rtaStatus} />
      )}
      {picture && (
        <Figures
          duties={picture.duties}
          roundsCompleted={picture.roundsCompleted}
          targets={picture.targets}
          zone={zone}
        />
      )}
    </header>
  );
});

/** The phases it went through, each with who says so. */
export const Course = memo(function Course({ phases }: Pick<Picture, 'phases'>) {
  return (
    <ol className="course" aria-label="Phases so far">
      {phases.map(({ value, since, setBy, certainty }) => (
        <li key={`${value}${since}`}>
          <Why events={[setBy]} title={PHASE_WORDS[value]}>
            {PHASE_WORDS[value]}
          </Why>{' '}
          <span className="soft">
            {certainty === 'POSSIBLE' ? 'possibly ' : ''}
            {dateWords(since, meansOf(value))}
          </span>
        </li>
      ))}
    </ol>
  );
});
