/** Where the dashboard starts in a browser. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { ApiProvider } from '../api/client/apiProvider.js';
import { GraphqlClient, httpTransport } from '../api/client/client.js';
import { sseConnection } from '../api/live/sseConnection.js';
import { applyTheme } from './theme.js';
import '../ui/style/tokens.css';
import '../ui/style/marks.css';
import '../ui/style/base.css';
import '../ui/style/print.css';

applyTheme();
const openConnection = sseConnection('/graphql');
const client = new GraphqlClient(httpTransport('/graphql'));
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <ApiProvider client={client}>
        <App openConnection={openConnection} />
      </ApiProvider>
    </StrictMode>,
  );
