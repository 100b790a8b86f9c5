/** The dashboard's bundle, `dist/dashboard`: `npm run build`. `npm start` runs it where it is needed. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const PARLEY = process.env['PARLEY_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: 'src/dashboard',
  plugins: [react()],
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    target: 'es2022',
    // The content-security policy lets nothing in that is written into a page or a style sheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The card for pages of others is a page of its own, without React.
    rolldownOptions: { input: ['src/dashboard/index.html', 'src/dashboard/embed.html'] },
  },
  // `npx vite` shows changes as they are made, on the data of a server that runs beside it.
  server: { host: '127.0.0.1', proxy: { '/graphql': { target: PARLEY, changeOrigin: true } } },
});
