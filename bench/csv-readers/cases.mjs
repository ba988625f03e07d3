/** What a reader must get right so that nothing is lost before we see it. */
const reads = (expected) => ({
  isRight: ({ rows, fault }) => !fault && JSON.stringify(rows) === JSON.stringify(expected),
});
const names = {
  isRight: ({ fault }) =>
    fault !== null && /\d/.test(JSON.stringify({ ...fault, message: fault.message })),
};

export const cases = {
  "`__proto__` column": {
    text: "__proto__,a\nx,1\n",
    ...reads([
      ["__proto__", "a"],
      ["x", "1"],
    ]),
  },
  "line end in quotes": {
    text: 'a,b\n"x\ny",2\n',
    ...reads([
      ["a", "b"],
      ["x\ny", "2"],
    ]),
  },
  CRLF: {
    text: "a,b\r\n1,2\r\n",
    ...reads([
      ["a", "b"],
      ["1", "2"],
    ]),
  },
  "byte order mark": {
    text: "\uFEFFa,b\n1,2\n",
    ...reads([
      ["a", "b"],
      ["1", "2"],
    ]),
  },
  "too few cells kept": {
    text: "a,b,c\n1,2\n",
    ...reads([
      ["a", "b", "c"],
      ["1", "2"],
    ]),
  },
  "too many cells kept": {
    text: "a,b\n1,2,3\n",
    ...reads([
      ["a", "b"],
      ["1", "2", "3"],
    ]),
  },
  "both columns of one name": {
    text: "a,a\n1,2\n",
    ...reads([
      ["a", "a"],
      ["1", "2"],
    ]),
  },
  "open quote named with its place": { text: 'a,b\n"x,1\ny,2\n', ...names },
  "text after a quote named": { text: 'a,b\n"x"y,1\n', ...names },
};
