/**
 * Help on codes of units and small areas.
 */
export const codes = `Units are matched by their codes: GSS codes (E54000026), ODS codes of the NHS (QJK), or any other that both files have. Upper and lower case, blanks and a leading BOM make no difference.

The field of the codes is found by what it holds; where two could be meant, the command asks. Then name it, and the field of the names, by the id of the layer:

  coterminous overlap icbs.geojson councils.geojson --code ltla=LAD24CD
  coterminous inspect councils.geojson

Codes that have changed (E07000100 became E07000240) are followed where a layer of another year is asked for. --recode FILE adds changes of your own to --group, as old_code,new_code.

Small areas of --people and --blocks must be of one year: more than 1 % without a partner is refused; --allow-unmatched says how many may be. Exit codes are another matter: coterminous help exit-codes.
`;
