import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Sentences and clauses are words, not arithmetic: what they say is for explain.spec.ts and for readers. */
const reason = 'makes a sentence';
const nameForWords = /^(sentence|clause)$|(Text|Words)$/;

/** Who takes `say`, or `Words`, speaks. */
function isGivenWords(parameter) {
  if (parameter.typeAnnotation?.typeAnnotation?.typeName?.name === 'Words') return true;
  const names =
    parameter.type === 'ObjectPattern' ? parameter.properties.map(({ key }) => key?.name) : [parameter.name];
  return names.includes('say');
}

function shouldIgnore({ node, parent }) {
  if (!node.params) return undefined;
  const name = node.id?.name ?? node.key?.name ?? parent?.id?.name ?? '';
  const isMethodOfClass = node.type === 'ClassMethod';
  return (!isMethodOfClass && nameForWords.test(name)) || node.params.some(isGivenWords) ? reason : undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words', { shouldIgnore })];
