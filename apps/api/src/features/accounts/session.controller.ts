import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Res } from '@nestjs/common';
import {
  ChangePasswordRequest,
  SessionResponse,
  SetupRequest,
  SignInRequest,
  WelcomeResponse,
} from '@heng/contracts';
import type { FastifyReply } from 'fastify';
import { CurrentCaller, Public, SignedIn, type Caller } from '../../platform/access/index.js';
import { Answers } from '../../platform/http/index.js';
import { Installation } from '../../platform/installation/installation.js';
import { toSessionResponse } from './account.mapper.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SetupService } from './setup.service.js';
import { SignInService, type OpenedSession } from './sign-in.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly setup: SetupService,
    private readonly installation: Installation,
  ) {}

  @Get('welcome')
  @Public()
  @Answers(WelcomeResponse)
  welcome(): Promise<WelcomeResponse> {
    return this.setup.welcome();
  }

  @Post('setup')
  @HttpCode(200)
  @Public()
  @Answers(SessionResponse)
  async setUp(
    @Body({ schema: SetupRequest }) request: SetupRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.handOver(reply, await this.setup.setUp(request, address));
  }

  @Post('session')
  @HttpCode(200)
  @Public()
  @Answers(SessionResponse)
  async signIn(
    @Body({ schema: SignInRequest }) request: SignInRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.handOver(reply, await this.signIns.signIn(request, address));
  }

  @Get('session')
  @SignedIn({ beforePasswordChange: true })
  @Answers(SessionResponse)
  current(@CurrentCaller() caller: Caller): SessionResponse {
    return toSessionResponse(caller, this.installation);
  }

  @Delete('session')
  @HttpCode(204)
  @SignedIn({ beforePasswordChange: true })
  @Answers(null)
  async signOut(
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOut(caller);
    clearSessionCookie(reply, this.installation);
  }

  @Post('account/password')
  @HttpCode(200)
  @SignedIn({ beforePasswordChange: true })
  @Answers(SessionResponse)
  async changePassword(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ChangePasswordRequest }) request: ChangePasswordRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.handOver(reply, await this.signIns.changePassword(caller, request, address));
  }

  private handOver(reply: FastifyReply, { id, response }: OpenedSession): SessionResponse {
    setSessionCookie(reply, this.installation, id);
    return response;
  }
}
