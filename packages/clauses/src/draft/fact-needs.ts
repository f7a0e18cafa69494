import type { Fact, FactValue, Text } from '@heng/rules';
import type { DraftContext } from './draft-context.js';

/** What to show the consequences of a choice with. */
export type Trial = {
  /** The value that a unit has which did all that is asked. */
  readonly good: FactValue;
  readonly tries: readonly FactValue[];
  /** Values of other units, for what compares units. */
  readonly field?: readonly FactValue[];
};

export type NeededFact = { readonly fact: Fact; readonly trial: Trial };

type Checks = NonNullable<Extract<Fact, { kind: 'number' }>['checks']>;

type Wanted = {
  readonly title: string;
  readonly trial: Trial;
  readonly definition?: string | undefined;
  /** Never shared with another item, such as a score that the department gives. */
  readonly isOwn?: true;
  /** The same quantity once more in one clause: its mean, or its value of last year. */
  readonly isSame?: true;
};

const longestTitle = 60;

/**
 * The facts that a drafted rule reads. What the book already collects under the same title and in the same form is asked once; a title
 * that means something else in the book gets the item's name before it.
 */
export class FactNeeds {
  private readonly needed: NeededFact[] = [];
  private readonly titles: Map<string, Fact>;
  private readonly ids: Set<string>;

  /** The part of the clause that is being drafted; it goes before names that say nothing by themselves. */
  subject = '';

  constructor(private readonly context: DraftContext) {
    const facts = context.facts ?? [];
    this.titles = new Map(facts.map((fact) => [fact.title.zh, fact]));
    this.ids = new Set(facts.map(({ id }) => id));
  }

  get all(): readonly NeededFact[] {
    return this.needed;
  }

  number(wanted: Wanted & { readonly unit: string; readonly checks?: Checks }): string {
    const { unit, checks } = wanted;
    return this.need(wanted, (common) => ({
      ...common,
      kind: 'number',
      unit: { zh: unit, en: unit },
      ...(checks ? { checks } : {}),
    }));
  }

  /** How often or how many. */
  count(wanted: Wanted & { readonly unit: string }): string {
    return this.number({ ...wanted, checks: { min: '0', integer: true } });
  }

  percent(wanted: Wanted, checks: Checks = { min: '0', max: '100' }): string {
    return this.need(wanted, (common) => ({ ...common, kind: 'percent', checks }));
  }

  boolean(wanted: Wanted): string {
    return this.need(wanted, (common) => ({ ...common, kind: 'boolean' }));
  }

  choice(wanted: Wanted & { readonly options: readonly string[] }): string {
    const options = wanted.options.map((zh, at) => ({ id: `o${at + 1}`, title: text(zh) }));
    return this.need(wanted, (common) => ({ ...common, kind: 'choice', options }));
  }

  records(wanted: Wanted & { readonly levels: readonly string[] }): string {
    const levels = wanted.levels.map((zh, at) => ({ id: `l${at + 1}`, title: text(zh) }));
    return this.need(wanted, (common) => ({ ...common, kind: 'records', levels }));
  }

  panel(wanted: Wanted & { readonly scale: string }): string {
    return this.need(wanted, (common) => ({ ...common, kind: 'panel', scale: wanted.scale }));
  }

  raters(wanted: Wanted & { readonly scale: string; readonly groups: readonly string[] }): string {
    const groups = wanted.groups.map((zh, at) => ({ id: `g${at + 1}`, title: text(zh) }));
    return this.need(wanted, (common) => ({ ...common, kind: 'raters', scale: wanted.scale, groups }));
  }

  ballots(wanted: Wanted & { readonly options: readonly string[] }): string {
    const options = wanted.options.map((zh, at) => ({ id: `o${at + 1}`, title: text(zh) }));
    return this.need(wanted, (common) => ({ ...common, kind: 'ballots', options }));
  }

  private need(wanted: Wanted, make: (common: Common) => Fact): string {
    const item = shortItem(this.subject === '' ? this.context.indicator : this.subject);
    const own = titleFor(wanted.title, item, this.subject === '');
    const names = [own, join(item, wanted.title), ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${own}（${n}）`)];
    for (const name of names) {
      const title = name.slice(0, longestTitle);
      if (title === '') continue;
      const before = this.titles.get(title);
      const made = make(this.common(title, name, wanted));
      const isSure = name.length >= surelyTheSame || (item !== '' && name.includes(item));
      if (before !== undefined && !(isSure && this.isReused(before, made, wanted))) continue;
      return before === undefined ? this.add(made, wanted.trial) : this.again(before, wanted.trial);
    }
    return this.add(
      make(this.common(`${own.slice(0, longestTitle - 12)}（${this.freeId()}）`, own, wanted)),
      wanted.trial,
    );
  }

  /** Known to the book, and not something else of this very clause. */
  private isReused(before: Fact, made: Fact, { isOwn, isSame }: Wanted): boolean {
    const isHere = this.needed.some(({ fact }) => fact.id === before.id);
    return isOwn !== true && isSameForm(before, made) && (!isHere || isSame === true);
  }

  private add(fact: Fact, trial: Trial): string {
    this.needed.push({ fact, trial });
    this.titles.set(fact.title.zh, fact);
    this.ids.add(fact.id);
    return fact.id;
  }

  private again(fact: Fact, trial: Trial): string {
    const at = this.needed.findIndex((each) => each.fact.id === fact.id);
    if (at < 0) this.needed.push({ fact, trial });
    else if (trial.tries.length > 0) this.needed[at] = { fact, trial };
    return fact.id;
  }

  private common(title: string, whole: string, { definition }: Wanted): Common {
    const { department, evidence } = this.context;
    const proof = evidence?.trim() ?? '';
    const enteredBy = departmentText(department);
    const says = definition ?? (whole.length > title.length ? whole : undefined);
    return {
      id: this.freeId(),
      title: text(title),
      ...(says === undefined ? {} : { definition: text(says) }),
      source: proof === '' ? 'department' : 'declared',
      enteredBy,
      ...(proof === '' ? {} : { evidence: text(proof) }),
    };
  }

  private freeId(): string {
    const stem = this.context.id ?? 'item';
    let number = this.needed.length + 1;
    while (this.ids.has(`${stem}-f${number}`)) number += 1;
    return `${stem}-f${number}`;
  }
}

type Common = Pick<Fact, 'id' | 'title' | 'definition' | 'source' | 'enteredBy' | 'evidence'>;

/** Words of the document stand in both languages: nobody here can translate them. */
export const text = (zh: string): Text => ({ zh: zh.slice(0, 2000), en: zh.slice(0, 2000) });

export const departmentText = (department: string | null | undefined): Text => {
  const name = department?.trim() ?? '';
  return name === '' ? { zh: '考核部门', en: 'the assessing department' } : text(name);
};

const join = (item: string, title: string): string =>
  item === '' || title.startsWith(item) ? title : title === '' ? item : `${item}：${title}`;

/** The name of an item that goes before its facts: without what is in brackets or behind the first comma. */
const shortItem = (item: string | null | undefined): string => {
  const [first = ''] = (item?.trim() ?? '').split(/[,，;；。、（(\n]/u);
  return first.slice(0, 20);
};

/** A name as long as this is no chance likeness; a shorter one can mean another thing in another item. */
const surelyTheSame = 12;

const behindName =
  /(?:的(?:目标|完成数|实际[\p{Script=Han}]{1,3}数|[次项人件]数|数量)|[次项人件]数|记录|名次|得分)$/u;

/** 同步组建率 in the item 女职工组织同步组建率 is that of the item; 少的次数 or 达标 says nothing by itself. */
function titleFor(title: string, item: string, isWhole: boolean): string {
  if (item === '') return title;
  const stem = title.replace(behindName, '');
  if (stem.length >= 2 && item.includes(stem)) return (isWhole ? item : stem) + title.slice(stem.length);
  return stem.length >= 5 ? title : join(item, title);
}

/** Asked once: the same kind, unit, options and limits, entered by the same department on the same proof. */
function isSameForm(a: Fact, b: Fact): boolean {
  const form = ({ id: _id, title: _title, minutes: _minutes, ...rest }: Fact) => JSON.stringify(rest);
  return form(a) === form(b);
}
