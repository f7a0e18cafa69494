import type { SectionRole } from './regulation.js';

/** What a title says about a section. `clear` is false for 奖扣分项目 and the like, which add and deduct under one heading. */
export type GuessedRole = { readonly role: SectionRole; readonly clear: boolean };

export function guessedRole(title: string): GuessedRole {
  if (/一票否决|否决(?:项|事项|指标|条件|情形)/.test(title)) return { role: 'veto', clear: true };
  const adds = /加分|奖分|附加分|奖励|奖扣|创新项目|特色加/.test(title);
  const deducts = /扣分|减分|倒扣|惩戒|奖扣|负面清单/.test(title);
  if (adds && deducts) return { role: 'bonus', clear: false };
  if (adds) return { role: 'bonus', clear: true };
  if (deducts) return { role: 'deduction', clear: true };
  return { role: 'base', clear: true };
}
