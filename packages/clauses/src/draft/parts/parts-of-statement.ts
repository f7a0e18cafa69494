import type { Statement } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import type { Part } from '../part.js';
import { marginalParts, tiersParts } from './bands.js';
import { awardParts, checklistParts, lossParts } from './conditions.js';
import {
  escalationParts,
  levelsParts,
  ownItemsParts,
  perOccurrenceParts,
  perUnitParts,
  quotaRatesParts,
} from './counted.js';
import { perGapParts, perHeadParts } from './distance.js';
import { convertedParts, proportionParts } from './proportion.js';
import { rankStepParts, rankTableParts, relativeParts } from './ranks.js';
import { departmentParts, judgedParts, panelParts, weightsParts } from './reviews.js';
import { cascadeParts, exemptionParts, furtherLossParts, told } from './provisos.js';

/** What a statement does to the points; nothing for what is told or belongs to the whole book. */
export function partsOfStatement(statement: Statement, draft: Drafting): Part[] {
  switch (statement.kind) {
    case 'award':
      return awardParts(statement, draft);
    case 'loss':
      return lossParts(statement, draft);
    case 'checklist':
      return checklistParts(statement, draft);
    case 'proportion':
      return proportionParts(statement, draft);
    case 'tiers':
      return tiersParts(statement, draft);
    case 'marginal-rates':
      return marginalParts(statement, draft);
    case 'per-unit':
      return perUnitParts(statement, draft);
    case 'quota-rates':
      return quotaRatesParts(statement, draft);
    case 'per-occurrence':
      return perOccurrenceParts(statement, draft);
    case 'per-gap':
      return perGapParts(statement, draft);
    case 'levels':
      return levelsParts(statement, draft);
    case 'escalation':
      return escalationParts(statement, draft);
    case 'rank-table':
      return rankTableParts(statement, draft);
    case 'rank-step':
      return rankStepParts(statement, draft);
    case 'relative':
      return relativeParts(statement, draft);
    case 'own-items':
      return ownItemsParts(statement, draft);
    case 'judged':
      return judgedParts(statement, draft);
    case 'panel':
      return panelParts(statement, draft);
    case 'weights':
      return weightsParts(statement, draft);
    case 'departments':
      return departmentParts(statement, draft);
    case 'mean':
    case 'converted':
      return convertedParts(statement, draft);
    case 'further-loss':
      return furtherLossParts(statement, draft);
    case 'exemption':
      return exemptionParts(statement, draft);
    case 'cascade':
      return cascadeParts(statement, draft);
    case 'per-head':
      return perHeadParts(statement, draft);
    case 'shared':
    case 'diminishing':
    case 'proviso':
    case 'same-matter':
      return told(statement, draft);
    case 'cap':
    case 'floor':
    case 'item-points':
    case 'scaled':
    case 'grades':
    case 'veto':
      return [];
  }
}
