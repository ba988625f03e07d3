/** Each library as text in, rows of cells out. A library that names faults may return them, too. */
export const readers = {
  papaparse: async () => {
    const { default: Papa } = await import("papaparse");
    return (text) => {
      const { data, errors } = Papa.parse(text, { delimiter: "," });
      return { rows: data, errors };
    };
  },
  "csv-parse": async () => {
    const { parse } = await import("csv-parse/sync");
    return (text) => ({ rows: parse(text, { bom: true, relax_column_count: true }) });
  },
  "d3-dsv": async () => {
    const { csvParseRows } = await import("d3-dsv");
    return (text) => ({ rows: csvParseRows(text) });
  },
  udsv: async () => {
    const { inferSchema, initParser } = await import("udsv");
    return (text) => {
      const schema = inferSchema(text, { header: () => [], col: "," });
      return { rows: initParser(schema).stringArrs(text) };
    };
  },
  "csv-rex": async () => {
    const { parse } = await import("csv-rex");
    return (text) => {
      const options = { header: false, delimiterChar: ",", newlineChar: "\n" };
      return { rows: parse(text, { ...options, errorOnEmptyLine: false }) };
    };
  },
  "but-csv": async () => {
    const { parse } = await import("but-csv");
    return (text) => ({ rows: parse(text) });
  },
  "csv-simple-parser": async () => {
    const { default: parse } = await import("csv-simple-parser");
    return (text) => ({ rows: parse(text, { header: false }) });
  },
  csv42: async () => {
    const { csv2json } = await import("csv42");
    return (text) => ({
      rows: csv2json(text, { header: false, nested: false }).map(Object.values),
    });
  },
  "@vanillaes/csv": async () => {
    const { parse } = await import("@vanillaes/csv");
    return (text) => ({ rows: parse(text) });
  },
};
