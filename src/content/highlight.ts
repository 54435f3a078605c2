// Code to read, coloured at build time. Shiki with its CSS-variables theme, but every variable becomes a class
// ("tok-keyword"): the pages' content security policy forbids inline styles, and a class follows the theme.

import { createHighlighterCoreSync, createCssVariablesTheme } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import elixir from 'shiki/langs/elixir.mjs';
import erlang from 'shiki/langs/erlang.mjs';
import go from 'shiki/langs/go.mjs';
import hcl from 'shiki/langs/hcl.mjs';
import ini from 'shiki/langs/ini.mjs';
import java from 'shiki/langs/java.mjs';
import json from 'shiki/langs/json.mjs';
import properties from 'shiki/langs/properties.mjs';
import python from 'shiki/langs/python.mjs';
import shell from 'shiki/langs/shellscript.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import yaml from 'shiki/langs/yaml.mjs';

const VARIABLE = '--tok-';

const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: VARIABLE, fontStyle: false });
const highlighter = createHighlighterCoreSync({
  themes: [theme],
  langs: [elixir, erlang, go, hcl, ini, java, json, properties, python, shell, typescript, yaml],
  engine: createJavaScriptRegexEngine(),
});

const plain = ['text', 'hocon'];

/** Languages that a fence may name. */
export const languages: readonly string[] = [...plain, ...highlighter.getLoadedLanguages()].toSorted();

export type Token = { readonly text: string; readonly name: string | null };

/** Lines of tokens; `name` is the class without its prefix, null where the code has no colour of its own. */
export function tokens(code: string, language: string): readonly (readonly Token[])[] {
  // A language that is not here has been reported as a mistake by then.
  if (plain.includes(language) || !languages.includes(language))
    return code.split('\n').map((text) => [{ text, name: null }]);
  const { tokens: lines } = highlighter.codeToTokens(code, { lang: language, theme: 'classes' });
  return lines.map((line) => line.map((token) => ({ text: token.content, name: nameOf(token.color) })));
}

/** 'var(--tok-token-string-expression)' is 'string-expression'; the foreground has no name. */
function nameOf(color: string | undefined): string | null {
  const match = color === undefined ? null : /^var\(--tok-token-([a-z-]+)\)$/.exec(color);
  return match?.[1] ?? null;
}
