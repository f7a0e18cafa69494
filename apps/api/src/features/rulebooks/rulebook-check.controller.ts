import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  CheckRuleBookRequest,
  CheckRuleBookResponse,
  CompareRuleBooksRequest,
  RuleBookBurdenResponse,
  RuleBookComparisonResponse,
} from '@heng/contracts';
import { clauseOf, indicatorsOf } from '@heng/rules';
import { burdenOf, describeChange, diffRuleBooks } from '@heng/rules/compare';
import { z } from 'zod';
import { CurrentCaller, Requires, type Caller } from '../../platform/access/index.js';
import { Answers } from '../../platform/http/index.js';
import { checkDocument } from './read-document.js';
import { RuleBooksService } from './rulebooks.service.js';

/** For scripts: what the workshop does in the browser by itself. Nothing is stored. */
@Controller()
export class RuleBookCheckController {
  constructor(private readonly rulebooks: RuleBooksService) {}

  @Post('rulebook-check')
  @HttpCode(200)
  @Requires('rulebook.discuss')
  @Answers(CheckRuleBookResponse)
  check(@Body({ schema: CheckRuleBookRequest }) { document }: CheckRuleBookRequest): CheckRuleBookResponse {
    const { book, problems, findings } = checkDocument(document);
    const clauses =
      book === null
        ? []
        : indicatorsOf(book).map(({ indicator }) => ({
            indicator: indicator.id,
            clause: { zh: clauseOf(indicator, book, 'zh-CN'), en: clauseOf(indicator, book, 'en') },
          }));
    return { problems: [...problems], findings: [...findings], clauses };
  }

  @Post('rulebook-comparisons')
  @HttpCode(200)
  @Requires('rulebook.read')
  @Answers(RuleBookComparisonResponse)
  async compare(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CompareRuleBooksRequest }) request: CompareRuleBooksRequest,
  ): Promise<RuleBookComparisonResponse> {
    const before = await this.rulebooks.get(caller, request.before);
    const after = await this.rulebooks.get(caller, request.after);
    const { changes, clauses } = diffRuleBooks(before.book, after.book);
    return {
      format: 'heng-diff/1',
      changes: changes.map((change) => ({
        ...change,
        sentence: { zh: describeChange(change, 'zh-CN'), en: describeChange(change, 'en') },
      })),
      clauses: [...clauses],
    };
  }

  @Get('rulebooks/:id/burden')
  @Requires('rulebook.read')
  @Answers(RuleBookBurdenResponse)
  async burden(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<RuleBookBurdenResponse> {
    const { book } = await this.rulebooks.get(caller, id);
    return { format: 'heng-burden/1', ...burdenOf(book) };
  }
}
