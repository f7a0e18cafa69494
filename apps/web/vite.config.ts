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
          ],
        },
      },
    },
  },
});
