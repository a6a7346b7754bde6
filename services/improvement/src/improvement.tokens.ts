/** Injection names of what is no class. */
export const BUS = Symbol('Bus');
