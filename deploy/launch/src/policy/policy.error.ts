/** What a person is told when a command about packs cannot be carried out. */
export class PolicyError extends Error {}
