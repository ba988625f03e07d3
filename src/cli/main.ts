#!/usr/bin/env node
process.stderr.write("loyalty-kpis: no command yet\n");
process.exitCode = 2;
