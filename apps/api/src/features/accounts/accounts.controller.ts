import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { AccountListResponse, CreateAccountRequest, CreateAccountResponse } from '@heng/contracts';
import { CurrentCaller, Requires, type Caller } from '../../platform/access/index.js';
import { Answers, PageQuery } from '../../platform/http/index.js';
import { AccountsService } from './accounts.service.js';

@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Requires('account.manage')
  @Answers(AccountListResponse)
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<AccountListResponse> {
    return this.accounts.list(caller, query);
  }

  @Post()
  @Requires('account.manage')
  @Answers(CreateAccountResponse)
  create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CreateAccountRequest }) request: CreateAccountRequest,
  ): Promise<CreateAccountResponse> {
    return this.accounts.create(caller, request);
  }
}
