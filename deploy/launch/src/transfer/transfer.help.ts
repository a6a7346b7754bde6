export const TRANSFER_HELP = `Complaints in and out, through the public API of a running installation

  npx redress import FILE            loads a CSV or an XLSX: bad rows are told with line and reason, good rows load;
                                     the same rows again do no harm, so a file may be sent again at any time
    --history                        the rows are complaints that have ended: no clocks, no messages
    --mapping NAME|JSON              how its columns are read; without it the columns tell
    --encoding NAME                  of a CSV: utf-8, gbk or utf-16; without it the bytes tell
    --name NAME                      rows are the same only within one name
    --refused FILE                   writes the refused rows, by line, column and reason, as a CSV
    --no-wait                        ends when the file has been taken
  npx redress import --watch ID      waits for an import that was begun before

  npx redress export FILE            writes complaints to FILE.csv or FILE.xlsx; "-" is a CSV on standard output
    --where FIELD=VALUE              narrows them as the list is; may be given again: --where stage=closed
    --sort newest|next-due|priority
    --words                          with the complainant and what was said

Both
  --json                             prints what became of it as JSON
  --user NAME                        signs in (wei.liu) with REDRESS_PASSWORD; or a token in REDRESS_TOKEN
  --port-base PORT                   (4100), or --intake URL and --staffing URL

Progress goes to standard error. Exit codes: 0 done; 1 not done; 2 done, but rows were refused.`;
