/** Where the dashboard starts in a browser. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { App } from './app.js';
import { makeClient } from './client.js';
import { sseLine } from './live/line.js';
import { applyTheme } from './page/theme.js';
import './style/tokens.css';
import './style/marks.css';
import './style/base.css';
import './style/print.css';

applyTheme();
const line = sseLine('/graphql');
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Provider value={makeClient('/graphql')}>
        <App line={line} />
      </Provider>
    </StrictMode>,
  );
