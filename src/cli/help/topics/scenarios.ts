/**
 * Help on scenarios.
 */
export const scenarios = `A scenario says what would change; coterminous scenario FILE tells what that does. To begin:

  coterminous scenario --example > example.yaml
  coterminous scenario example.yaml

The example is one of England and runs as it is. For a county that is reorganised, the proposals on board stand side by
side, each with its source; one of your own may stand beside them:

  coterminous scenario --county Essex -o essex.html
  coterminous scenario --county Essex proposal.csv

Units and pieces are written by name or by code. The shortest form is a table of units and what they become, CSV or
XLSX, with any headings:

  unit,new_unit
  Elmbridge,East Surrey
  Mole Valley,East Surrey
  Guildford,West Surrey

or YAML:

  merge:
    East Surrey: [Elmbridge, Mole Valley]
    West Surrey: [Guildford, Woking]

The long form says which layer changes, what it is held against, and does one thing after another:

  name: two_councils
  layer: england:ltla             # or a file; --layer says the same
  against: [england:icb@2026]     # --against says the same
  pieces: [wards.geojson]         # layers whose units are moved as pieces
  operations:
    - merge: [Elmbridge, Mole Valley]
      into: East Surrey           # or {code: X_EAST, name: East Surrey}
    - move: ['ward:Ashley']       # layer:unit for a unit of another layer
      from: Woking
      to: Guildford               # again: true moves it once more
    - split: Waverley
      into:
        - {name: Farnham, pieces: ['ward:Farnham Castle']}
        - {name: Godalming, rest: true}
    - rename: Runnymede
      to: Thames Side
    - create: Heathlands
      pieces: ['ward:Bagshot', 'ward:Windlesham']
    - abolish: Spelthorne
      to: nobody                  # or a unit

The short forms merge: {New: [a, b]}, move: {To: [piece]}, rename: {Old: New}, abolish: {Old: To} and
split: {Old: {One: [piece], Other: rest}} stand at the top or among the operations. As a table, operations are rows of
operation,pieces,from,to,name with ; between pieces.

Without a layer, the one of England that has the units named is taken, and it is said. A name that stands for a unit
there already means that unit; another name makes a new unit.
`;
