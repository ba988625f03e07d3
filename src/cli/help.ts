/** `loyalty-kpis --help`. */
export const HELP = `Usage: loyalty-kpis report [ORDERS ...] [options]
       loyalty-kpis fit ORDERS ... [options]

Customer-loyalty KPIs from exports, each with its formula, working, interval and warnings.

Files (CSV, JSON or JSON lines; several files of orders are read as one)
  ORDERS                     orders: customer, date, amount
  --subscriptions FILE       subscriptions: customer, start, end, mrr
  --answers FILE             survey answers: survey (nps, csat, ces), score, date
  --columns FIELD=COLUMN,…   where columns of orders are called otherwise, such as
                             --columns customerId=email,date=created_at,amount=total
  --subscription-columns, --answers-columns FIELD=COLUMN,…   the same for those files
  --layout NAME              plain, shopify, woocommerce or stripe; else told by the header
  --date-order ORDER         dmy (31/12/2025), mdy or ymd, where dates are not written 2025-12-31
  --decimal-comma            amounts are written 12,50
  --tolerant                 leave out rows that cannot be read, and say so; default: end with 2
  --rejects FILE             with --tolerant: write those rows there as CSV, each with its fault

Question
  --period PERIOD            2025, 2025-Q2, 2025-06, 2025-W07, 2025-01-01/2025-04-01, "last 90 days"
  --compare-to WHAT          previous or same-period-last-year
  --as-of DAY                data are complete up to this day; default: the day after the last row
  --currency CODE            such as EUR, where the rows name none
  --time-zone ZONE           such as Europe/Paris, for instants; default UTC
  --week-starts-on DAY       such as sunday; default monday
  --guests keep              keep orders without a customer; default: refuse them
  --rows-are lines           rows are lines of orders, not whole orders
  --confidence SHARE         of the intervals; default 0.95
  --margin SHARE             profit as a share of revenue, such as 0.4
  --discount RATE            of a year, for customer lifetime value by formula; default 0.1
  --csat-scale 1-7           default 1-5
  --ces-version VERSION      1.0 (1 to 5, low is good) or 2.0 (1 to 7, high is good)

Output
  --format FORMAT            text (default), markdown, json or html
  --locale LANGUAGE          en (default) or fr; json is the same data in both, in English
  --out FILE                 write there instead of to standard output
  --help, --version

Fit: a model of when customers buy and leave, and what each of them is worth
  --model NAME               bg-nbd, mbg-nbd, mbg-cnbd-k, pareto-nbd; default: the best, and why
  --horizon SPAN             52w (default), 365d, 12m or 2y; its letter is the unit of the model
  --discount RATE            of a year; default 0.1
  --holdout-from DAY         what follows is kept to check the model by; default: the last third
  --parts LIST               some of answers,model,worth,risk,checks; default all
  --out FILE                 the customers as CSV; the report itself goes to standard output
  and --as-of, --currency, --time-zone, --guests, --rows-are, --margin, --confidence, --columns,
  --layout, --date-order, --decimal-comma, --format text|markdown|html as above

Exit codes: 0 done, 2 bad usage or bad data. Messages go to standard error.
Examples: loyalty-kpis report orders.csv --period 2025-Q2 --compare-to previous --currency EUR
          loyalty-kpis fit orders.csv --horizon 52w --discount 0.1 --out clv.csv
`;
