/** Where the card starts in a browser: `/embed/<slug>`, in a frame of a page of others. */
import { sseLine } from '../../api/live/sseConnection.js';
import { askBy, askHeadBy } from './ask.js';
import { Card } from './card.js';
import { cardOptions } from './options.js';
import '../../ui/style/tokens.css';
import '../../ui/style/marks.css';
import './embed.css';

const options = cardOptions(location.pathname, location.search);
if (options.theme !== 'auto') document.documentElement.dataset['theme'] = options.theme;
const place = document.getElementById('card');
if (place) {
  const ask = [askBy('/graphql'), askHeadBy('/graphql')] as const;
  void new Card(place, options, ...ask, sseLine('/graphql')).show();
}
