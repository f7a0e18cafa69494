import '@testing-library/jest-dom';
import { createI18n } from '../src/platform/i18n.js';
import { zhCN } from '../src/app/locales/zh-CN.js';
import { en } from '../src/app/locales/en.js';

/** What jsdom lacks and antd or ECharts ask for. */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoResizeObserver;

const media = (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
});
window.matchMedia ??= media as typeof window.matchMedia;

const styleOf = window.getComputedStyle.bind(window);
window.getComputedStyle = (element: Element) => styleOf(element);

// antd batches form updates through MessageChannel, which the jsdom environment hides.
class TimeoutChannel {
  port1: { onmessage: ((event: { data: unknown }) => void) | null; close: () => void } = {
    onmessage: null,
    close() {},
  };
  port2 = {
    postMessage: (data: unknown) => void setTimeout(() => this.port1.onmessage?.({ data }), 0),
    close() {},
  };
}
// The stub has the two members antd uses, not the whole interface.
globalThis.MessageChannel ??= TimeoutChannel as unknown as typeof MessageChannel;
HTMLCanvasElement.prototype.getContext = () => null;

createI18n({ 'zh-CN': zhCN, en }, 'zh-CN');
