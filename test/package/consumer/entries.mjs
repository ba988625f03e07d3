import * as main from "loyalty-kpis";
import * as counts from "loyalty-kpis/counts";
import * as io from "loyalty-kpis/io";
import * as models from "loyalty-kpis/models";
import { checkEntries } from "./checks.cjs";

checkEntries({ main, counts, io, models });
