import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CheckRuleBookRequest, CheckRuleBookResponse } from '@heng/contracts';
import { clauseOf, indicatorsOf } from '@heng/rules';
import { Requires } from '../../platform/access/index.js';
import { Answers } from '../../platform/http/index.js';
import { checkDocument } from './read-document.js';

/** For scripts: what the workshop does in the browser by itself. Nothing is stored. */
@Controller('rulebook-check')
export class RuleBookCheckController {
  @Post()
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
}
