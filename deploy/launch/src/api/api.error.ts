/** What a person is told when the installation cannot be asked, or says no. */
export class ApiError extends Error {}
