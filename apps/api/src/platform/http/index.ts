export { Answers, answersKey } from './answers.js';
export { CheckAnswers } from './check-answers.js';
export { acceptFiles, SentFile, type FileBody } from './file-body.js';
export { IfMatch } from './if-match.js';
export { parseJsonBody } from './json-body.js';
export { defaultPageSize, pageOf, PageQuery } from './page-query.js';
export { assertSameOrigin } from './same-origin.js';
export { validationPipe } from './validation-pipe.js';
export { routesOf, type Route } from './routes.js';
