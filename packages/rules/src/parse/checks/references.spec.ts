import {
  A1,
  A2,
  A3,
  B4,
  C1,
  fact,
  fromResults,
  itReports,
  measured,
  weighedMean,
  weightedB,
} from '../../../test/wrong-book.js';

describe('[PA3] what is pointed at exists and is of the right kind', () => {
  itReports([
    [
      'MEASURE_ABSENT',
      `${A1}/measure`,
      { [`${A1}/measure`]: { kind: 'none' } },
      { [`${A1}/measure`]: fact('done') },
    ],
    [
      'GRADE_UNKNOWN',
      '/vetoes/0/effects/0/grade',
      { '/vetoes/0/effects/0/grade': 'bad' },
      { '/vetoes/0/effects/0/grade': 'rest' },
    ],
    [
      'INDICATOR_UNKNOWN',
      '/ranking/tieBreaks/0/indicator',
      { '/ranking/tieBreaks/0': { kind: 'indicator', indicator: 'A9' } },
      { '/ranking/tieBreaks/0': { kind: 'indicator', indicator: 'A1' } },
    ],
    [
      'SECTION_UNKNOWN',
      '/ranking/tieBreaks/0/section',
      { '/ranking/tieBreaks/0': { kind: 'section', section: 'Z' } },
      { '/ranking/tieBreaks/0': { kind: 'section', section: 'A' } },
    ],
    [
      'FACT_UNKNOWN',
      `${A2}/measure/fact`,
      { [`${A2}/measure`]: fact('rates') },
      { [`${A2}/measure`]: fact('rate') },
    ],
    [
      'FACT_KIND',
      `${A2}/measure/fact`,
      { [`${A2}/measure`]: fact('votes') },
      { [`${A2}/measure`]: fact('funded') },
    ],
    [
      'OPTION_UNKNOWN',
      `${B4}/score/worth/0`,
      { [`${B4}/score/worth/0/option`]: 'second' },
      { [`${B4}/score/worth/0/option`]: 'none' },
    ],
    ['PART_UNKNOWN', '/sections/1/combine/weights/4/part', weightedB({}, 'A1'), weightedB({})],
    [
      'MEASURE_ABSENT',
      `${A2}/measure/of/1`,
      measured({ kind: 'sum', of: [fact('rate'), { kind: 'none' }] }),
      measured({ kind: 'sum', of: [fact('rate'), { kind: 'constant', value: '0' }] }),
    ],
    ['MEASURE_ABSENT', '/gradesOn', { '/gradesOn': { kind: 'none' } }, { '/gradesOn': fact('rate') }],
    [
      'FACT_UNKNOWN',
      `${A2}/measure/of/0/measure/of/fact`,
      measured(weighedMean({ kind: 'root', of: fact('rates'), degree: 2 })),
      measured(weighedMean({ kind: 'root', of: fact('rate'), degree: 2 })),
    ],
    [
      'FACT_UNKNOWN',
      `${A3}/score/at/of/fact`,
      { [`${A3}/score/at`]: { kind: 'cohort', of: fact('fund'), take: 'mean' } },
      { [`${A3}/score/at`]: { kind: 'cohort', of: fact('funded'), take: 'mean' } },
    ],
    [
      'INDICATOR_UNKNOWN',
      '/gradesOn/of/indicator',
      { '/gradesOn': { kind: 'place', of: { kind: 'indicator-points', indicator: 'A9' }, better: 'higher' } },
      { '/gradesOn': { kind: 'place', of: { kind: 'indicator-points', indicator: 'A1' }, better: 'higher' } },
    ],
    [
      'INDICATOR_UNKNOWN',
      '/ranking/requires/indicators/0',
      { '/ranking/requires': { indicators: ['A'] } },
      { '/ranking/requires': { indicators: ['A1'], sections: ['A'] } },
    ],
    [
      'SECTION_UNKNOWN',
      '/ranking/requires/sections/1',
      { '/ranking/requires': { sections: ['A', 'A1'] } },
      { '/ranking/requires': { sections: ['A', 'B'] } },
    ],
    [
      'INDICATOR_UNKNOWN',
      '/ranking/tieBreaks/0/indicators/1',
      { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A0'], by: 'points' } },
      { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A2'], by: 'points' } },
    ],
    [
      'GRADE_UNKNOWN',
      '/facts/8/from/value/grades/0',
      {
        ...fromResults({ book: 'small', value: { of: 'grade', grades: ['fine'] } }),
        '/facts/8/source': 'children',
      },
      {
        ...fromResults({ book: 'small', value: { of: 'grade', grades: ['good'] } }),
        '/facts/8/source': 'children',
      },
    ],
    [
      'OPTION_UNKNOWN',
      `${C1}/score/worth/2/genre`,
      { [`${C1}/score/worth/-`]: { level: 'city', genre: 'essay', points: '5' } },
      { [`${C1}/score/worth/-`]: { level: 'city', genre: 'news', points: '5' } },
    ],
  ]);
});
