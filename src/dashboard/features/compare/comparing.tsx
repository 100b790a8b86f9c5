/** Stands in place of what differs, as high as a window: what is below it is not seen to move. */
import { Loading } from '../../ui/loading/notice.js';

export const Comparing = () => (
  <div className="compare-to-come">
    <Loading what="Comparing" />
  </div>
);
