export { defaultRuleBooks } from './default-rule-books.js';
export { countermeasures, type Countermeasure } from './countermeasures.js';
export { notScored, type NotScored } from './not-scored.js';
export { surveyProblems, surveyReports, type SurveyProblem } from './survey-problems.js';
