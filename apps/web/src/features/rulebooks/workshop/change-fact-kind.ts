import type { Fact, FactKind, Text } from '@heng/rules';

/** Words for what a kind needs and the fact does not have yet. */
export type KindWords = (key: 'newUnit' | 'optionYes' | 'optionNo' | 'newLevel' | 'newGroup') => Text;

/** The same fact asked for in another form; what both forms have is kept. */
export function changeKind(fact: Fact, kind: FactKind, word: KindWords): Fact {
  if (fact.kind === kind) return fact;
  const { id, title, definition, source, enteredBy, evidence, minutes } = fact;
  const common = {
    id,
    title,
    source,
    enteredBy,
    ...(definition && { definition }),
    ...(evidence && { evidence }),
    ...(minutes !== undefined && { minutes }),
  };
  const options =
    'options' in fact
      ? fact.options.map(({ id: option, title: name }) => ({ id: option, title: name }))
      : [
          { id: 'yes', title: word('optionYes') },
          { id: 'no', title: word('optionNo') },
        ];
  const checks = 'checks' in fact && fact.checks ? { checks: fact.checks } : {};
  const scale = 'scale' in fact ? fact.scale : '100';
  switch (kind) {
    case 'number':
      return { ...common, kind, unit: word('newUnit'), ...checks };
    case 'percent':
      return { ...common, kind, ...checks };
    case 'boolean':
    case 'date':
      return { ...common, kind };
    case 'choice':
    case 'ballots':
      return { ...common, kind, options };
    case 'records':
      return { ...common, kind, levels: [{ id: 'county', title: word('newLevel') }] };
    case 'panel':
      return { ...common, kind, scale };
    case 'raters':
      return { ...common, kind, scale, groups: [{ id: 'group-1', title: word('newGroup') }] };
  }
}
