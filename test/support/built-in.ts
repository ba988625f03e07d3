/** What poisoning is looked for in: only what the language defines, since runner and runtime change the rest. */
export const BUILT_IN: { readonly ignoredRootRegex: RegExp } = {
  ignoredRootRegex:
    /^(?!(Object|Array|Map|Set|String|Number|BigInt|Date|Promise|Reflect|JSON|Math|Function|Symbol|Error|Int32Array|Float64Array)$)/,
};
