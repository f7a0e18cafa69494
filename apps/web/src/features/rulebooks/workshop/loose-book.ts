import { Fact, type FactKind, type RuleBook } from '@heng/rules';
import { z } from 'zod';

const LooseText = z.looseObject({ zh: z.string(), en: z.string() });
const titled = { id: z.string(), title: LooseText };
const Open = z.looseObject({});
const Titled = z.looseObject(titled);

/** What every fact of a kind has beside the common members. */
const ownParts: Readonly<Partial<Record<FactKind, readonly ('unit' | 'options' | 'levels' | 'groups')[]>>> = {
  number: ['unit'],
  choice: ['options'],
  ballots: ['options'],
  records: ['levels'],
  raters: ['groups'],
};

const LooseFact = z
  .looseObject({
    ...titled,
    kind: z.enum(Fact.options.map(({ shape }) => shape.kind.value)),
    source: z.string(),
    enteredBy: LooseText,
    definition: LooseText.optional(),
    evidence: LooseText.optional(),
    unit: LooseText.optional(),
    checks: Open.optional(),
    options: z.array(Titled).optional(),
    levels: z.array(Titled).optional(),
    genres: z.array(Titled).optional(),
    groups: z.array(Titled).optional(),
  })
  .refine((fact) => (ownParts[fact.kind] ?? []).every((part) => fact[part] !== undefined));

const LooseIndicator = z.looseObject({
  ...titled,
  points: z.string(),
  scoredBy: LooseText,
  measure: z.looseObject({ kind: z.string() }),
  score: z.looseObject({ method: z.string() }),
  missing: z.string(),
});

const LooseSection: z.ZodType = z.lazy(() =>
  z.looseObject({
    ...titled,
    role: z.enum(['base', 'bonus', 'deduction', 'derived']),
    points: z.string(),
    combine: z.looseObject({ by: z.string() }).optional(),
    sections: z.array(LooseSection).optional(),
    indicators: z.array(LooseIndicator).optional(),
  }),
);

const Rounded = z.looseObject({ mode: z.string() }).nullable();

const LooseBook = z.looseObject({
  ...titled,
  issuer: LooseText,
  year: z.number(),
  version: z.string(),
  effective: z.looseObject({ from: z.string(), to: z.string() }),
  unitTypes: z.array(z.string()),
  totalPoints: z.string(),
  rounding: z.looseObject({ indicator: Rounded, section: Rounded, total: Rounded }),
  totalBounds: Open.optional(),
  notes: z.array(LooseText).optional(),
  facts: z.array(LooseFact),
  sections: z.array(LooseSection),
  vetoes: z.array(
    z.looseObject({
      ...titled,
      when: z.looseObject({ kind: z.string() }),
      effects: z.array(z.looseObject({ kind: z.string() })),
    }),
  ),
  cohorts: z.looseObject({ by: z.string(), groups: z.array(Titled).optional() }),
  ranking: z.looseObject({
    on: z.string(),
    ties: z.string(),
    tieBreaks: z.array(z.looseObject({ kind: z.string() })),
    requires: Open.optional(),
    outOfCompetition: Open.optional(),
  }),
  grades: z.array(
    z.looseObject({ ...titled, quota: z.looseObject({}).optional(), lastPlaces: Open.optional() }),
  ),
});

/**
 * The document as the forms take it: the parts stand where they belong, but what is in a field may be unfinished: an empty title, `12.`
 * as points. Null when even that is not so, and only the text of the document can be shown.
 */
export function looseBook(document: unknown): RuleBook | null {
  // The very document, so that what no form touches stays the same object; every form checks the part it reads further.
  return LooseBook.safeParse(document).success ? (document as RuleBook) : null;
}
