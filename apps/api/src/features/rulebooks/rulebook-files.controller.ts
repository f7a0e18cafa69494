import { Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { RuleBookReadingResponse } from '@heng/contracts';
import { ruleBookTemplate, writeRuleBookWorkbook } from '@heng/documents';
import { z } from 'zod';
import { CurrentCaller, Requires, type Caller } from '../../platform/access/index.js';
import { Answers, SentFile, type FileBody } from '../../platform/http/index.js';
import { RuleBooksService } from './rulebooks.service.js';
import { RuleBookFilesService } from './rulebook-files.service.js';

const Language = z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rule books as files: what people send is read, what we hold is written. */
@Controller()
export class RuleBookFilesController {
  constructor(
    private readonly rulebooks: RuleBooksService,
    private readonly files: RuleBookFilesService,
  ) {}

  @Post('rulebook-readings')
  @HttpCode(200)
  @Requires('rulebook.manage')
  @Answers(RuleBookReadingResponse)
  read(@SentFile() file: FileBody): Promise<RuleBookReadingResponse> {
    return this.files.read(file);
  }

  @Get('rulebooks/template')
  @Requires('rulebook.discuss')
  @Answers(null)
  @Header('Content-Type', workbook)
  @Header('Content-Disposition', 'attachment; filename="rule-book.xlsx"')
  async template(
    @Query({ schema: Language }) { language }: z.infer<typeof Language>,
  ): Promise<StreamableFile> {
    return new StreamableFile(await ruleBookTemplate(language));
  }

  @Get('rulebooks/:id/workbook')
  @Requires('rulebook.read')
  @Answers(null)
  @Header('Content-Type', workbook)
  @Header('Content-Disposition', 'attachment; filename="rule-book.xlsx"')
  async workbook(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: Language }) { language }: z.infer<typeof Language>,
  ): Promise<StreamableFile> {
    const { book } = await this.rulebooks.get(caller, id);
    return new StreamableFile(await writeRuleBookWorkbook(book, language));
  }
}
