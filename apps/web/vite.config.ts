import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['HENG_API'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  // The workspace packages are read from source, so that no stale build is ever bundled.
  resolve: { conditions: ['@heng/source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
  build: {
    // The support floor: Chromium 86, which county PCs still run.
    target: 'chrome86',
    cssTarget: 'chrome86',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/, priority: 20 },
            // What nearly every page needs stays in few pieces, however many pages are loaded later: small ones compress worse.
            {
              name: 'lib',
              test: /node_modules[\\/](@tanstack[\\/]|i18next|react-i18next|use-sync)/,
              priority: 12,
            },
            {
              name: 'base',
              test: /packages[\\/]contracts[\\/]src|apps[\\/]web[\\/]src[\\/]platform/,
              priority: 11,
            },
            {
              name: 'rules',
              test: /packages[\\/]rules[\\/]src[\\/](explain|families|measures|format|exact)[\\/]/,
              priority: 10,
            },
          ],
        },
      },
    },
  },
});
