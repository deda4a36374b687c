export const query = (what: object) => [what];
