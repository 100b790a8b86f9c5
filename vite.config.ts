/** The dashboard's bundle, `dist/dashboard`: `npm run build`. `npm start` runs it where it is needed. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const PARLEY = process.env['PARLEY_URL'] ?? 'http://127.0.0.1:4000';

/** While writing: the card's page at the paths of cards, as the server sends it. */
const cardPage: Plugin = {
  name: 'card-page',
  configureServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      const isPage = request.headers.accept?.includes('text/html') ?? false;
      const [path = ''] = request.url?.split('?') ?? [];
      if (isPage && /^\/embed\/[^/]+$/.test(path)) request.url = '/embed.html';
      if (isPage && /^\/embed\/[^/]+\/duty$/.test(path)) request.url = '/embedChart.html';
      next();
    });
  },
};

export default defineConfig({
  root: 'src/dashboard',
  plugins: [react(), cardPage],
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    target: 'es2022',
    // The content-security policy lets nothing in that is written into a page or a style sheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Card and chart for pages of others are pages of their own, without React.
    rolldownOptions: {
      input: ['index', 'embed', 'embedChart'].map((name) => `src/dashboard/${name}.html`),
    },
  },
  // app/sharing.ts for the server: one file that needs no package.
  ssr: { noExternal: true, target: 'node' },
  // `npx vite` shows changes as they are made, on the data of a server that runs beside it.
  server: { host: '127.0.0.1', proxy: { '/graphql': { target: PARLEY, changeOrigin: true } } },
});
