import type { Finish, Indicator, Measure, Score } from '@heng/rules';
import type { Method } from './method-starters.js';

/** The forms of the catalogue that each method covers, by code. */
export const codesOf: Readonly<Record<Method, readonly string[]>> = {
  proportion: ['M04', 'M05', 'M20', 'M52', 'M53', 'M55', 'M56', 'M57'],
  inverse: ['M06', 'M07'],
  threshold: ['M01', 'M02', 'M20'],
  checklist: ['M03'],
  linear: ['M08', 'M15', 'M16', 'M31', 'M39', 'M51'],
  steps: ['M09', 'M10', 'M11', 'M18', 'M19', 'M21', 'M22', 'M23', 'M26', 'M27', 'M47', 'M49'],
  tally: ['M12', 'M17', 'M28', 'M31', 'M35'],
  tiers: ['M13', 'M14', 'M15', 'M16', 'M17', 'M18', 'M25', 'M39', 'M54', 'M57'],
  choice: ['M24', 'M37'],
  'records-worth': ['M24', 'M30', 'M32', 'M33', 'M34', 'M36', 'M37', 'M38'],
  relative: ['M29', 'M44', 'M46'],
  efficacy: ['M45'],
  ranked: ['M40', 'M41', 'M42', 'M43', 'M48'],
  judged: ['M50', 'M58'],
};

/** The methods in the order of the catalogue. */
export const methodsInOrder: readonly Method[] = [
  'proportion',
  'threshold',
  'steps',
  'tiers',
  'tally',
  'checklist',
  'records-worth',
  'choice',
  'inverse',
  'linear',
  'ranked',
  'relative',
  'efficacy',
  'judged',
];

/** An indicator of this method in one form of the catalogue: with its parameters, what it measures and its last step. */
export function inForm(indicator: Indicator, code: string): Indicator {
  const measure = measureIn(indicator, code);
  const finish = finishIn(indicator, code);
  return {
    ...indicator,
    measure,
    score: scoreIn(indicator, code),
    ...(finish === undefined ? {} : { finish }),
  };
}

/** Reviews and comparisons with last year measure something of their own; its data is left to be chosen. */
function measureIn({ measure, score }: Indicator, code: string): Measure {
  const wanted = measures[code];
  if (wanted === undefined || score.method === 'records-worth' || measure.kind === wanted.kind)
    return measure;
  if (code === 'M47' && measure.kind !== 'none')
    return { kind: 'difference', of: [measure, { kind: 'previous', of: measure }] };
  return wanted;
}

const blank: Measure = { kind: 'fact', fact: '' };

const measures: Readonly<Record<string, Measure>> = {
  M47: { kind: 'difference', of: [blank, { kind: 'previous', of: blank }] },
  M48: { kind: 'section-points', section: '' },
  M52: {
    kind: 'panel-mean',
    fact: '',
    drop: { high: 1, low: 1, fromJudges: 5 },
    minimumJudges: 3,
  },
  M53: { kind: 'vote-mean', fact: '', worth: [], minimumValid: 1 },
  M54: { kind: 'vote-share', fact: '', options: [], minimumValid: 1 },
  M55: { kind: 'rater-mean', fact: '', weights: [], absent: 'renormalise' },
  M56: { kind: 'panel-mean', fact: '', minimumJudges: 1, withoutSelf: true },
  M57: { kind: 'sample-rate', positive: blank, sample: blank, minimumSample: '30' },
};

function finishIn({ finish }: Indicator, code: string): Finish | undefined {
  const unnamed = { zh: '', en: '' };
  switch (code) {
    case 'M26':
      return { ...finish, linkedCap: finish?.linkedCap ?? { indicator: '' } };
    case 'M27':
    case 'M49': {
      const added: NonNullable<Finish['exceptions']>[number] = {
        when: { kind: 'is-true', fact: '' },
        points: code === 'M27' ? '0' : 'full',
        because: unnamed,
      };
      return { ...finish, exceptions: [...(finish?.exceptions ?? []), added] };
    }
    default:
      return finish;
  }
}

function scoreIn({ score, points }: Pick<Indicator, 'score' | 'points'>, code: string): Score {
  switch (score.method) {
    case 'proportion':
      return code === 'M05' ? { ...score, capShare: '1' } : score;
    case 'inverse':
      return code === 'M06'
        ? { method: 'inverse', form: 'complement' }
        : { method: 'inverse', form: 'target-over-actual', target: score.target ?? '1' };
    case 'steps':
      return stepsIn(score, code, points);
    case 'tiers':
      return tiersIn(score, code);
    case 'records-worth':
      return recordsIn(score, code);
    case 'relative':
      if (code === 'M29') return { ...score, to: 'beyond-mean', better: 'lower', deduct: '1' };
      return code === 'M46' ? { ...score, to: 'mean', low: '0', high: '1' } : { ...score, to: 'best' };
    case 'ranked':
      return rankedIn(score, code, points);
    default:
      return score;
  }
}

type Of<M extends Method> = Extract<Score, { method: M }>;

function stepsIn(score: Of<'steps'>, code: string, full: string): Score {
  const { above, below, ...rest } = score;
  const loses = { points: '-0.5', per: '1', partial: 'down' } as const;
  const gains = { points: '0.5', per: '1', partial: 'down' } as const;
  switch (code) {
    case 'M09':
      return { ...rest, above: above ?? gains, below: below ?? loses };
    case 'M10':
      return { ...rest, base: '0', origin: '0', above: gains };
    case 'M11':
      return { ...rest, base: '0', above: gains };
    case 'M21':
    case 'M26':
    case 'M27':
      return { ...rest, base: full, origin: '0', above: { ...loses, partial: 'up' } };
    case 'M22':
      return { ...rest, base: full, origin: '0', above: { ...loses, per: '5' } };
    case 'M23':
      return {
        ...rest,
        base: full,
        origin: score.origin === '0' ? '0.9' : score.origin,
        below: { points: '-0.1', per: '0.01', partial: 'proportional' },
      };
    case 'M47':
      return { ...rest, origin: '0', above: gains, below: loses };
    default:
      return score;
  }
}

function tiersIn(score: Of<'tiers'>, code: string): Score {
  if (code === 'M14') return { ...score, form: 'interpolate' };
  if (code !== 'M16') return score;
  return {
    ...score,
    form: 'marginal',
    bands: score.bands.map(({ points: _points, share: _share, ...band }) => ({
      ...band,
      rate: band.rate ?? '0',
    })),
  };
}

function recordsIn(score: Of<'records-worth'>, code: string): Score {
  switch (code) {
    case 'M33':
      return { ...score, sameMatter: 'diminishing', othersCoefficient: '0.5' };
    case 'M34':
      return { ...score, sameMatter: 'highest' };
    case 'M36':
      return { ...score, split: { by: 'equal' } };
    case 'M38':
      return { ...score, amount: { most: '2' }, sameMatter: 'all' };
    case 'M24':
    case 'M30':
      return { ...score, sameMatter: 'all', worth: score.worth.map((row) => ({ ...row, points: '-0.5' })) };
    default:
      return score;
  }
}

function rankedIn({ method, better, tied }: Of<'ranked'>, code: string, full: string): Score {
  const common = { method, better, tied };
  switch (code) {
    case 'M40':
      return { ...common, form: 'table', points: [full], beyond: '0' };
    case 'M42':
      return { ...common, form: 'percent', share: '0.05' };
    case 'M43':
      return {
        ...common,
        form: 'tier',
        places: 'half-up',
        tiers: [
          { upTo: '0.3', share: '1' },
          { upTo: '1', share: '0.8' },
        ],
      };
    default:
      return { ...common, form: 'step', free: 3, points: '0.2' };
  }
}
