// Writes what a TextMate grammar makes of each file named on the command line to $INTO/NAME.textmate:
// line, first byte, number of bytes and innermost scope (without .convene), a run of one scope a line.
'use strict';
const fs = require('fs');
const path = require('path');
const modules = path.resolve(process.env.MODULES);
const { Registry, parseRawGrammar, INITIAL } = require(path.join(modules, 'vscode-textmate'));
const { loadWASM, OnigScanner, OnigString } = require(path.join(modules, 'vscode-oniguruma'));

async function load(grammar) {
  await loadWASM(fs.readFileSync(path.join(modules, 'vscode-oniguruma/release/onig.wasm')).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (string) => new OnigString(string),
    }),
    loadGrammar: async () => parseRawGrammar(fs.readFileSync(grammar, 'utf8'), grammar),
  });
  return registry.loadGrammar('source.convene');
}

function scope(token) {
  const inner = token.scopes[token.scopes.length - 1];
  return inner === 'source.convene' || inner.startsWith('meta.') ? '-' : inner.replace(/\.convene$/, '');
}

function dump(grammar, file) {
  let state = INITIAL;
  const out = [];
  fs.readFileSync(file, 'utf8').replace(/\n$/, '').split('\n').forEach((line, index) => {
    const made = grammar.tokenizeLine(line, state);
    state = made.ruleStack;
    for (const token of made.tokens) {
      const begin = Buffer.byteLength(line.slice(0, token.startIndex));
      const length = Buffer.byteLength(line.slice(token.startIndex, token.endIndex));
      if (length > 0) out.push([index + 1, begin + 1, length, scope(token)].join('\t'));
    }
  });
  return out.join('\n') + '\n';
}

load('editors/vscode/syntaxes/convene.tmLanguage.json').then((grammar) => {
  for (const file of process.argv.slice(2))
    fs.writeFileSync(path.join(process.env.INTO, file.replace(/\//g, '%') + '.textmate'), dump(grammar, file));
}).catch((error) => {
  console.error(error);
  process.exit(1);
});
