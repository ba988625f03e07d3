import { htmlText } from "../result/render.ts";

/** The look of a report page: no script, nothing from elsewhere, fit for print. */
const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1d2733; background: #fff; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.8rem; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-bottom: 2px solid #d8dee6; padding-bottom: .2rem; }
h3 { font-size: 1.1rem; margin: 2rem 0 .3rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; padding: .4rem .7rem; border-bottom: 1px solid #e4e9ef; }
th { background: #f4f6f9; font-weight: 600; }
td { font-variant-numeric: tabular-nums; }
tbody tr:hover { background: #fafbfc; }
pre { background: #f4f6f9; border-left: 3px solid #4a6fa5; padding: .6rem .9rem; overflow-x: auto; font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap; }
ul { margin: .2rem 0 1rem; padding-left: 1.2rem; font-size: .92rem; color: #44515f; }
p strong { font-size: .92rem; color: #44515f; }
p:has(strong) { margin: .6rem 0 0; }
@media print { body { margin: 0; max-width: none; } h3 { break-after: avoid; } pre, table { break-inside: avoid; } }
`;

/**
 * Puts an HTML fragment into a page that stands alone.
 *
 * @example
 * htmlPage("Report <1>", "<p>Hi</p>").includes("<title>Report &lt;1&gt;</title>"); // => true
 */
export function htmlPage(title: string, fragment: string, language = "en"): string {
  return `<!doctype html>
<html lang="${htmlText(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${fragment}
</body>
</html>
`;
}
