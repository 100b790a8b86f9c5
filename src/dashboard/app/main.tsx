/** Where the dashboard starts in a browser. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { App } from './app.js';
import { makeClient } from '../api/client/client.js';
import { sseConnection } from '../api/live/sseConnection.js';
import { applyTheme } from './theme.js';
import '../ui/style/tokens.css';
import '../ui/style/marks.css';
import '../ui/style/base.css';
import '../ui/style/print.css';

applyTheme();
const line = sseConnection('/graphql');
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Provider value={makeClient('/graphql')}>
        <App line={line} />
      </Provider>
    </StrictMode>,
  );
