import {
  defaultParserErrorProvider,
  tokenLabel,
  type IParserErrorMessageProvider,
  type TokenType,
} from 'chevrotain';

/** The message of a syntax error is only the list of what could have stood there; the sentence is made where it is answered. */
export const grammarMessages: IParserErrorMessageProvider = {
  ...defaultParserErrorProvider,
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => labels(expectedPathsPerAlt.flat()),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => labels(expectedIterationPaths),
};

const labels = (paths: readonly (readonly TokenType[])[]): string =>
  [...new Set(paths.flatMap(([first]) => (first === undefined ? [] : [tokenLabel(first)])))].join('\n');
