/**
 * Help on rules and exit code 1.
 */
export const rules = `A rule makes the exit code 1 where it is broken, so that a script or a CI system stops there:

  coterminous align england:icb england:ltla --fail-on "shared_units max 12"
  coterminous check councils.geojson --fail-on error

A rule is QUANTITY max N, QUANTITY min N, or QUANTITY no-worse-than-baseline. Usual quantities:

  shared_units              units of the second layer split between the first's
  people_outside_main       people of these outside their main partner
  share_outside_main        the same as a share of all people, 0 to 1
  patches, patches_ha       misaligned pieces (align)
  deviating_km              border that the other layer does not follow (align)
  gap_people                people in no neighbourhood (coverage)
  double_people             people in two or more (coverage)
  neighbourhoods_under_N    neighbourhoods of fewer than N people (coverage)
  changed_units             units that changed (compare)
  errors, warnings          findings in the data
  in_doubt                  what hangs on a measured tolerance

A quantity that the result has not is answered with those it has. docs/rules.md explains them all.

--baseline saved.json judges by what is new: findings that the saved result does not have break the rule new_findings max 0. Write it once with -o, accept a later run with --update-baseline:

  coterminous check councils.geojson -o accepted.json
  coterminous check councils.geojson --baseline accepted.json
`;
