export { Account } from './account.entity.js';
export { AccountsImporter, type NewAccount } from './accounts.importer.js';
export { AccountsModule } from './accounts.module.js';
export { AppointmentRow } from './appointment.entity.js';
export { Session } from './session.entity.js';
export { SetupCode } from './setup-code.entity.js';
export { SetupService } from './setup.service.js';
export { SignInThrottleRow } from './sign-in-throttle.entity.js';
