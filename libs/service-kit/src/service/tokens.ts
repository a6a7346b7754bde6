/** Injection names of what is no class. */
export const SERVICE_CONFIG = Symbol('ServiceConfig');
export const SERVICE_LOG = Symbol('ServiceLog');
