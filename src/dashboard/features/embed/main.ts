/** Entry point of the card: `/embed/<slug>`, loaded in a frame by other sites. */
import { sseConnection } from '../../api/live/sseConnection.js';
import { cardFetcher, logHeadFetcher } from './cardQueries.js';
import { Card } from './card.js';
import { cardOptions } from './cardOptions.js';
import '../../ui/style/tokens.css';
import '../../ui/style/marks.css';
import './embed.css';

const options = cardOptions(location.pathname, location.search);
if (options.theme !== 'auto') document.documentElement.dataset['theme'] = options.theme;
const container = document.getElementById('card');
if (container) {
  const fetchers = [cardFetcher('/graphql'), logHeadFetcher('/graphql')] as const;
  void new Card(container, options, ...fetchers, sseConnection('/graphql')).show();
}
