import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OrganizationsModule } from '../organizations/index.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsImporter } from './accounts.importer.js';
import { AccountsService } from './accounts.service.js';
import { Passwords } from './passwords.js';
import { PermissionGuard } from './permission.guard.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SetupService } from './setup.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignInService } from './sign-in.service.js';

@Module({
  imports: [OrganizationsModule],
  controllers: [SessionController, AccountsController],
  providers: [
    AccountsService,
    AccountsImporter,
    Passwords,
    Sessions,
    SetupService,
    SignInService,
    SignInThrottle,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [AccountsImporter, SetupService],
})
export class AccountsModule {}
