/** Entry point of the chart for pages of other sites: `/embed/<slug>/duty`. */
import { plainQuery } from '../api/client/plainQuery.js';
import { sseConnection } from '../api/live/sseConnection.js';
import { PAGE_PAINT } from '../features/chart/export/paint.js';
import { standaloneChart } from '../features/chart/standalone.js';
import { ChartFrame, type LoadedChart } from '../features/embed/chartFrame.js';
import { chartOptions } from '../features/embed/chartOptions.js';
import { negotiationPath } from '../lib/routes.js';
import { writeClocks } from '../lib/view.js';
import { chartData } from './chartData.js';
import '../ui/style/tokens.css';
import '../features/embed/chartFrame.css';

const options = chartOptions(location.pathname, location.search);
const { slug, clock, theme, accent, font, hasTitle, pair } = options;
const { style, dataset } = document.documentElement;
if (theme !== 'auto') dataset['theme'] = theme;
if (accent !== null) style.setProperty('--accent', accent);
if (font !== null) style.setProperty('--chart-font', `"${font}"`);

async function load(): Promise<LoadedChart | null> {
  const charted = await chartData(slug, clock, (document, variables) =>
    plainQuery('/graphql', document, variables),
  );
  if (!charted) return null;
  const page = negotiationPath(slug) + writeClocks('', { ...clock, to: null });
  const address = location.origin + page;
  return {
    name: charted.negotiation.title,
    page,
    position: charted.negotiation.view.position,
    draw: (width) =>
      standaloneChart(charted, { width, paint: PAGE_PAINT, pair, hasTitle, address }),
  };
}

const container = document.getElementById('chart');
if (container) void new ChartFrame(container, options, load, sseConnection('/graphql')).show();
