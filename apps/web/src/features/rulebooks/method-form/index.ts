export { IndicatorForm } from './indicator-form.js';
