import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { catalogues } from './app/locales/catalogues.js';
import { createI18n, rememberedLocale } from './platform/i18n.js';

createI18n(catalogues, rememberedLocale());
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
