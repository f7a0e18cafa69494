import type { RuleBook } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';

/** Every JavaScript object answers to these names, so that a unit without the fact would seem to have it. */
const ofObjects: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Object.prototype).filter((name) => /^[A-Za-z]/.test(name)),
);

/** Words of the long form of a facts document; as an option they would make a ballot look like one. */
const ofFactsDocuments: ReadonlySet<string> = new Set(['declared', 'verified', 'notApplicable']);

/** Ids that name keys in facts documents may not be words that already mean something there. */
export function reservedNameProblems(book: RuleBook): Problem[] {
  const facts = book.facts.flatMap((fact, index) => {
    const path = `/facts/${index}`;
    const own = ofObjects.has(fact.id) ? [reserved(fact.id, `${path}/id`)] : [];
    const [options, list] =
      fact.kind === 'ballots'
        ? ([fact.options, 'options'] as const)
        : fact.kind === 'raters'
          ? ([fact.groups, 'groups'] as const)
          : ([[], ''] as const);
    const taken = options.flatMap(({ id }, position) =>
      ofObjects.has(id) || ofFactsDocuments.has(id) ? [reserved(id, `${path}/${list}/${position}/id`)] : [],
    );
    return [...own, ...taken];
  });
  const { cohorts } = book;
  return cohorts.by === 'attribute' && ofObjects.has(cohorts.attribute)
    ? [...facts, reserved(cohorts.attribute, '/cohorts/attribute')]
    : facts;
}

const reserved = (id: string, path: string): Problem =>
  problem(
    'RESERVED_NAME',
    path,
    [`“${id}”是保留字，不能作标识。`, `"${id}" is a reserved word and cannot be an id.`],
    ['请换一个标识。', 'Choose another id.'],
  );
