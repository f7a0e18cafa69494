// Plain CommonJS without modern syntax, so that an old Node answers with a sentence instead of a syntax error.
var needed = [20, 19];
var have = process.versions.node.split('.').map(Number);
if (have[0] < needed[0] || (have[0] === needed[0] && have[1] < needed[1])) {
  console.error(
    'Node ' +
      process.versions.node +
      ' 版本过低，衡需要 Node 20.19 或更高版本，请升级后重试。\n' +
      'Node ' +
      process.versions.node +
      ' is too old: Heng needs Node 20.19 or newer. Upgrade Node and start again.',
  );
  process.exit(1);
}
require('./scripts/start.cjs');
