import type { Fact } from '../../format/fact.js';
import type { Section, Veto } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { records } from '../authoring/facts.js';
import { text } from '../authoring/text.js';

/** Which indicators' data or evidence were proven false: the level of an entry is the indicator it concerns. */
export const falsifiedIndicators = (baseSections: readonly Section[]): Fact =>
  records(
    'falsified-indicators',
    text('数据或佐证造假查实的指标', 'Indicators whose data or evidence were proven false'),
    baseSections.flatMap(({ indicators }) => indicators ?? []).map(({ id, title }) => ({ id, title })),
    {
      source: 'department',
      enteredBy: bodies.assessmentOffice,
      definition: text(
        '每查实一项登记一条，层级选所涉指标。',
        'One entry per proven case; its level is the indicator concerned.',
      ),
    },
  );

const noExcellence = { kind: 'grade-ceiling', grade: 'good' } as const;
const unqualified = { kind: 'grade', grade: 'unqualified' } as const;

/** 否决与等次上限: five situations. */
export const vetoes: Veto[] = [
  {
    id: 'falsification',
    title: text('数据或佐证造假查实', 'Data or evidence proven false'),
    when: {
      kind: 'compare',
      left: { kind: 'count', fact: 'falsified-indicators' },
      comparison: 'at-least',
      right: '1',
    },
    effects: [{ kind: 'indicators-named-zero', fact: 'falsified-indicators' }, noExcellence],
  },
  {
    id: 'concealment',
    title: text(
      '辖区发生侵害妇女儿童恶性案件且瞒报、不履行强制报告',
      'A grave case of harm was concealed or not reported',
    ),
    when: { kind: 'is-true', fact: 'harm-concealed' },
    effects: [unqualified],
  },
  {
    id: 'violation',
    title: text(
      '主席或班子严重违纪违法',
      'Serious violation of discipline or law by the chair or the leadership',
    ),
    when: { kind: 'is-true', fact: 'serious-violation' },
    effects: [noExcellence],
  },
  {
    id: 'provincial-criticism',
    title: text('被省级以上通报批评', 'Criticised in a circular at provincial level or above'),
    when: {
      kind: 'compare',
      left: { kind: 'count', fact: 'criticisms', levels: ['national', 'provincial'] },
      comparison: 'at-least',
      right: '1',
    },
    effects: [noExcellence],
  },
  {
    id: 'refusal',
    title: text('未开展述职或拒不接受考核', 'No report was given, or the assessment was refused'),
    when: { kind: 'is-true', fact: 'assessment-refused' },
    effects: [unqualified],
  },
];
