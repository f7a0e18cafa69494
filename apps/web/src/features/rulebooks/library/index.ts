export { LibraryPicker } from './library-picker.js';
