import { Injectable } from '@nestjs/common';
import type { CycleUnit, ResultsResponse, UnitExplanationsResponse, UnitResult } from '@heng/contracts';
import { appliesTo, compile, indicatorsOf, type Basis, type ExplainableAssessment } from '@heng/rules';
import type { Caller } from '../../platform/access/index.js';
import { absent, forbidden, invariant } from '../../platform/errors/index.js';
import { CyclesReader, toCycleUnit, type Cycle, type CycleAccess } from '../cycles/index.js';
import { RuleBooksReader } from '../rulebooks/index.js';
import { WorksheetsReader } from '../worksheets/index.js';
import { bookOfOneUnit } from './own-sheet.js';
import { Publications } from './publications.js';
import { toExplanationResponse, toPublicResult, toUnitResult, toWithheldResult } from './result.mapper.js';
import { resultVisibility } from './result-visibility.js';

/** Figures of a cycle from one run, and the units they are about. */
type Figures = {
  readonly assessment: ExplainableAssessment;
  readonly units: readonly CycleUnit[];
  readonly source: 'live' | 'sealed';
  readonly basis: Basis;
  readonly engine: string;
  readonly bookHash: string;
};

/** Computes results from the facts, or reads them from the seal; what the caller sees of them is decided by `resultVisibility`. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly cycles: CyclesReader,
    private readonly rulebooks: RuleBooksReader,
    private readonly worksheets: WorksheetsReader,
    private readonly publications: Publications,
  ) {}

  async results(caller: Caller, cycleId: string, basis: Basis): Promise<ResultsResponse> {
    const access = await this.cycles.access(caller, cycleId, ['result.read']);
    const { cycle } = access;
    const visibility = resultVisibility(access);
    if (visibility.kind === 'none') throw forbidden();
    if (visibility.kind === 'own') {
      const alone = await this.alone(cycle, visibility.own, basis);
      return this.response(cycle, alone.figures, [alone.result]);
    }
    const figures = await this.figures(cycle, basis);
    const results = pairs(figures).map(([outcome, unit]) =>
      visibility.kind === 'all' || unit.code === visibility.own
        ? toUnitResult(outcome, unit)
        : toPublicResult(outcome, unit),
    );
    return this.response(cycle, figures, results);
  }

  /** One unit with the explanation of every indicator. */
  async unit(caller: Caller, cycleId: string, code: string, basis: Basis): Promise<UnitExplanationsResponse> {
    const access: CycleAccess = await this.cycles.access(caller, cycleId, ['result.read']);
    const visibility = resultVisibility(access);
    if (visibility.kind === 'none') throw forbidden();
    if (visibility.kind !== 'all' && visibility.own !== code) throw absent();
    if (visibility.kind === 'own') {
      const { result, figures } = await this.alone(access.cycle, code, basis);
      return { result, indicators: explained(figures.assessment, result), sections: [], total: null };
    }
    const figures = await this.figures(access.cycle, basis);
    const found = pairs(figures).find(([, unit]) => unit.code === code);
    if (!found) throw absent();
    const result = toUnitResult(...found);
    return {
      result,
      indicators: explained(figures.assessment, result),
      sections: explainedSections(figures.assessment, result),
      total: toExplanationResponse(figures.assessment.explainTotal(code)),
    };
  }

  /** All units, compared. */
  private async figures(cycle: Cycle, basis: Basis): Promise<Figures> {
    if (isSealed(cycle)) {
      const { sealed, assessment } = await this.publications.open(cycle);
      const units = new Map(sealed.organizations.map((unit) => [unit.code, unit]));
      return {
        // The sealed figures, explained by the recomputation.
        assessment: { ...assessment, units: sealed.results.units },
        units: sealed.results.units.map(({ code }) => {
          const unit = units.get(code);
          invariant(unit, 'the package holds every assessed unit');
          return unit;
        }),
        source: 'sealed',
        basis: sealed.results.basis,
        engine: sealed.engine,
        bookHash: sealed.results.bookHash,
      };
    }
    const engine = await this.rulebooks.engineOf(cycle.ruleBookId);
    const units = await this.cycles.units(cycle);
    const previous = await this.worksheets.previousUnits(cycle);
    const assessment = engine.assess(await this.worksheets.assessedUnits(cycle), {
      basis,
      ...(previous ? { previous } : {}),
    });
    return {
      assessment,
      units: units.map(toCycleUnit),
      source: 'live',
      basis,
      engine: assessment.engine,
      bookHash: engine.bookHash,
    };
  }

  /** One unit, computed from its own facts only: no other unit's facts are even read. */
  private async alone(
    cycle: Cycle,
    code: string,
    basis: Basis,
  ): Promise<{ result: UnitResult; figures: Figures }> {
    const [assessed] = await this.worksheets.assessedUnits(cycle, [code]);
    const [row] = await this.cycles.units(cycle, [code]);
    invariant(assessed && row, 'the unit is in the cycle');
    const previous = await this.worksheets.previousUnits(cycle, [code]);
    const whole = await this.rulebooks.engineOf(cycle.ruleBookId);
    const { book, withheld } = bookOfOneUnit(whole.book, assessed);
    const assessment = compile(book).assess([assessed], { basis, ...(previous ? { previous } : {}) });
    const unit = toCycleUnit(row);
    const [outcome] = assessment.units;
    invariant(outcome, 'one unit gives one outcome');
    const listed = indicatorsOf(whole.book);
    const hidden = listed.filter(
      ({ indicator }) => withheld.has(indicator.id) && appliesTo(assessed, indicator.appliesTo),
    );
    const result = toWithheldResult(outcome, unit, {
      indicators: hidden.map(({ indicator }) => ({ id: indicator.id, full: indicator.points })),
      order: listed.map(({ indicator }) => indicator.id),
      selfGap: hidden.some(({ role }) => role === 'base'),
    });
    return {
      result,
      figures: {
        assessment,
        units: [unit],
        source: 'live',
        basis,
        engine: assessment.engine,
        bookHash: whole.bookHash,
      },
    };
  }

  private response(cycle: Cycle, figures: Figures, units: UnitResult[]): ResultsResponse {
    return {
      cycleId: cycle.id,
      stage: cycle.stage,
      basis: figures.basis,
      source: figures.source,
      engine: figures.engine,
      bookHash: figures.bookHash,
      dataLabel: cycle.dataLabel,
      units,
    };
  }
}

const isSealed = ({ stage }: Cycle): boolean => stage === 'published' || stage === 'archived';

function pairs({ assessment, units }: Figures): [ExplainableAssessment['units'][number], CycleUnit][] {
  return assessment.units.map((outcome, index) => {
    const unit = units[index];
    invariant(unit?.code === outcome.code, 'outcomes come in the order of the units');
    return [outcome, unit];
  });
}

const explained = (assessment: ExplainableAssessment, { unit, indicators }: UnitResult) =>
  indicators.map((indicator) =>
    indicator.state === 'withheld'
      ? {
          unit: unit.code,
          indicator: indicator.id,
          state: indicator.state,
          points: null,
          full: indicator.full,
          steps: [],
        }
      : toExplanationResponse(assessment.explain(unit.code, indicator.id)),
  );

/** Sections that need more than addition to be redone by hand. */
const explainedSections = (assessment: ExplainableAssessment, { unit, sections }: UnitResult) =>
  sections
    .map(({ id }) => assessment.explainSection(unit.code, id))
    .filter(({ steps }) => steps.some(({ code, data }) => code !== 'part' && data['by'] !== 'sum'))
    .map(toExplanationResponse);
