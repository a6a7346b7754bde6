export const POLICY_HELP = `Policy packs

  npx redress policy check FILE...     what is wrong, by line and column, and what would be right; --strict fails on
                                       warnings too
  npx redress policy explain PACK --facts 'urgency=3,severity=2,media' [--received INSTANT]
                                       which rule decides and why, and the clocks that follow; facts may be a file
  npx redress policy diff A B          what is different in B, in words
  npx redress policy try PACK --since DATE [--until DATE]
                                       what would have been different for past complaints of the running installation;
                                       --user NAME (an administrator, alex.stone), REDRESS_PASSWORD, --port-base 4100
  npx redress policy whole PACK        the pack with everything that it extends written out

A pack is a file, or the code of one that comes with the product: levels, levels@1.0. What a file extends is looked for
beside it, then among those. --language zh speaks Chinese.`;
