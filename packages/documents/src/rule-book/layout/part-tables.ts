import type { CellCodec } from '../cells/cell-codec.js';
import { condition, formula } from '../cells/formulas.js';
import { decimal, plainText, share, wholeNumber } from '../cells/plain.js';
import { reference } from '../cells/references.js';
import { oneOf, wordsOr, yesNo, type Word } from '../cells/words.js';
import { column, columnFor, getAt, type Column, type Row } from './column.js';

/** A sheet whose rows are parts of indicators: bands, places, worth, items, exceptions, origins of parameters. */
export type PartTable = {
  readonly key: 'bands' | 'places' | 'worth' | 'items' | 'exceptions' | 'origins';
  readonly sheet: Word;
  readonly note: Word;
  /** Says something about the method of its indicator. */
  readonly ofMethod: boolean;
  readonly columns: readonly Column[];
  /** The lists of an indicator that stand here. */
  readonly lists: (indicator: Row) => readonly (readonly string[])[];
  /** Which of the lists a row belongs to. */
  readonly listOf: (indicator: Row, row: Row) => readonly string[] | null;
  /** The list holds plain values, each in this column. */
  readonly plain?: (indicator: Row) => string | null;
};

const methodOf = (indicator: Row): unknown => getAt(indicator, ['score', 'method']);
const formOf = (indicator: Row): unknown => getAt(indicator, ['score', 'form']);
const title = (width = 24): readonly [Column, Column] => [
  column('title.zh', ['名称', 'Title'], plainText, ['这一项叫什么', 'what it is called'], { width }),
  column('title.en', ['英文名称', 'English title'], plainText, ['可留空', 'may be blank'], { width }),
];
const points = (zh: string, en: string) => column('points', ['得分', 'Points'], decimal, [zh, en]);
/** A table with one list, for the methods that have it. */
const oneList = (path: (indicator: Row) => readonly string[] | null) => ({
  lists: (indicator: Row) => [path(indicator)].filter((each) => each !== null),
  listOf: (indicator: Row) => path(indicator),
});

const bands: PartTable = {
  key: 'bands',
  ofMethod: true,
  sheet: ['分档', 'Bands'],
  note: [
    '“分档”方法的各档，从低到高，不留空档也不重叠',
    'bands of the method "tiers", ascending, without gap or overlap',
  ],
  columns: [
    column('from', ['起', 'From'], decimal, ['留空：不限', 'blank: open']),
    column('fromIncluded', ['含起点', 'From included'], yesNo, ['留空为“是”', 'blank: yes']),
    column('to', ['止', 'To'], decimal, ['留空：不限', 'blank: open']),
    column('toIncluded', ['含终点', 'To included'], yesNo, ['留空为“否”', 'blank: no']),
    points('本档得分', 'points of the band'),
    column('share', ['得满分的份额', 'Share'], share, ['0.5 为得一半', '0.5 is half of the points']),
    column('rate', ['每单位得分', 'Rate'], decimal, ['“阶梯累进”才填', 'for "marginal"']),
    ...title(20),
  ],
  ...oneList((indicator) => (methodOf(indicator) === 'tiers' ? ['score', 'bands'] : null)),
};

const inTiers = (path: string) => (_: Row, indicator: Row) => (formOf(indicator) === 'tier' ? path : null);
const places: PartTable = {
  key: 'places',
  ofMethod: true,
  sheet: ['名次', 'Places'],
  note: ['“按名次赋分”的得分，从第一名起', 'points of the method "ranked", from the first place'],
  columns: [
    columnFor(
      (_, indicator) => (formOf(indicator) === 'tier' ? null : 'place'),
      'place',
      ['名次', 'Place'],
      wholeNumber,
      ['1、2、3……', '1, 2, 3 …'],
    ),
    columnFor(
      (_, indicator) => (formOf(indicator) === 'tier' ? null : 'points'),
      'points',
      ['得分', 'Points'],
      decimal,
      ['该名次的得分', 'points of the place'],
    ),
    columnFor(inTiers('upTo'), 'upTo', ['截至前', 'Up to'], share, [
      '“按名次分段”：前 20% 写 0.2',
      'for "tier": the first 20% is 0.2',
    ]),
    columnFor(inTiers('share'), 'share', ['得满分的份额', 'Share'], share, [
      '这一段得满分的份额',
      'share of the points',
    ]),
  ],
  ...oneList((indicator) =>
    methodOf(indicator) !== 'ranked'
      ? null
      : formOf(indicator) === 'tier'
        ? ['score', 'tiers']
        : formOf(indicator) === 'table'
          ? ['score', 'points']
          : null,
  ),
  plain: (indicator) => (formOf(indicator) === 'table' ? 'points' : null),
};

const isWorthOf = (indicator: Row, method: string): boolean => methodOf(indicator) === method;
const ofRecords = (path: string) => (_: Row, indicator: Row) =>
  isWorthOf(indicator, 'records-worth') ? path : null;
const worth: PartTable = {
  key: 'worth',
  ofMethod: true,
  sheet: ['层级分值', 'Worth'],
  note: [
    '“评定等次”各选项、“逐件计分”各层级的分；只填类别和系数的行是类别系数',
    'worth of options and levels; rows with a genre and a coefficient only are coefficients of genres',
  ],
  columns: [
    columnFor(
      (_, indicator) =>
        isWorthOf(indicator, 'choice') ? 'option' : isWorthOf(indicator, 'records-worth') ? 'level' : null,
      'of',
      ['选项或层级', 'Option or level'],
      reference(({ names, fact }) => names.options(fact ?? '')),
      ['数据的选项或层级', 'an option or level of the fact'],
      { width: 22 },
    ),
    columnFor(
      ofRecords('genre'),
      'genre',
      ['类别', 'Genre'],
      reference(({ names, fact }) => names.genres(fact ?? '')),
      ['只对某一类别的才填', 'for one genre only'],
      { width: 18 },
    ),
    points('得分，扣分写负数', 'points, negative for a loss'),
    columnFor(ofRecords('coefficient'), 'coefficient', ['类别系数', 'Coefficient'], decimal, [
      '类别的系数',
      'coefficient of the genre',
    ]),
  ],
  lists: (indicator) =>
    isWorthOf(indicator, 'choice')
      ? [['score', 'worth']]
      : isWorthOf(indicator, 'records-worth')
        ? [
            ['score', 'worth'],
            ['score', 'genres'],
          ]
        : [],
  listOf: (indicator, row) =>
    isWorthOf(indicator, 'records-worth') && 'coefficient' in row
      ? ['score', 'genres']
      : isWorthOf(indicator, 'choice') || isWorthOf(indicator, 'records-worth')
        ? ['score', 'worth']
        : null,
};

const items: PartTable = {
  key: 'items',
  ofMethod: true,
  sheet: ['分项', 'Items'],
  note: ['“逐项累加”“分类计次”的各项', 'items of the methods "checklist" and "tally"'],
  columns: [
    column('title.zh', ['名称', 'Title'], plainText, ['这一项叫什么', 'what it is called'], { width: 30 }),
    columnFor(
      (_, indicator) => (methodOf(indicator) === 'checklist' ? 'fact' : 'of'),
      'of',
      ['数据或计算式', 'Fact or measure'],
      (_, indicator): CellCodec =>
        methodOf(indicator) === 'checklist' ? reference(({ names }) => names.facts) : formula,
      ['哪个数据；分类计次也可写计算式', 'a fact; for tally also a formula'],
      { width: 36, offered: 'facts' },
    ),
    points('每项（次）的分，扣分写负数', 'points of each, negative for a loss'),
    column('title.en', ['英文名称', 'English title'], plainText, ['可留空', 'may be blank'], { width: 24 }),
  ],
  ...oneList((indicator) =>
    methodOf(indicator) === 'checklist'
      ? ['score', 'items']
      : methodOf(indicator) === 'tally'
        ? ['score', 'terms']
        : null,
  ),
};

const exceptions: PartTable = {
  key: 'exceptions',
  ofMethod: false,
  sheet: ['例外', 'Exceptions'],
  note: [
    '条件成立时，不按方法计分，直接得这么多分；从上到下第一条成立的算',
    "where the condition holds, these points take the place of the method's; the first that holds counts",
  ],
  columns: [
    column('when', ['条件', 'When'], condition, ['如 [事故数] ≥ 1', 'such as [accidents] >= 1'], {
      width: 36,
    }),
    column('points', ['得分', 'Points'], wordsOr([['full', ['满分', 'full']]], decimal), [
      '数，或“满分”',
      'a number, or "full"',
    ]),
    column('because.zh', ['说明', 'Because'], plainText, ['写进细则的话', 'as the clause says it'], {
      width: 36,
    }),
    column('because.en', ['英文说明', 'English because'], plainText, ['可留空', 'may be blank'], {
      width: 28,
    }),
  ],
  ...oneList(() => ['finish', 'exceptions']),
};

const origins: PartTable = {
  key: 'origins',
  ofMethod: false,
  sheet: ['依据', 'Origins'],
  note: ['参数的来源：本地默认、调研报告或公开文件；可不填', 'where parameters come from; may be left out'],
  columns: [
    column(
      'path',
      ['参数', 'Parameter'],
      plainText,
      ['指标内的位置，如 /score/target', 'place inside the indicator, /score/target'],
      { width: 24 },
    ),
    column(
      'origin',
      ['来源', 'Origin'],
      oneOf({
        default: ['默认', 'default'],
        report: ['调研报告', 'report'],
        document: ['公开文件', 'document'],
      }),
      ['', ''],
    ),
    column('note.zh', ['说明', 'Note'], plainText, ['可留空', 'may be blank'], { width: 40 }),
    column('note.en', ['英文说明', 'English note'], plainText, ['可留空', 'may be blank'], { width: 30 }),
  ],
  ...oneList(() => ['provenance']),
};

export const partTables: readonly PartTable[] = [bands, places, worth, items, exceptions, origins];
