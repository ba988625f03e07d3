import { nps } from "loyalty-kpis";

console.log(nps([10, 9, 7, 3]).value);
