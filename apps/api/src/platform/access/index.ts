export type { Caller, CallerAppointment } from './caller.js';
export { allowing, may, relationOf } from './relation.js';
export {
  CurrentCaller,
  permissionKey,
  Public,
  rememberCaller,
  Requires,
  SignedIn,
  type Permission,
} from './permission.js';
