/** Store trouble: what a database refuses or cannot do, as against mistakes of ours. */

const connectionCodes = /^(?:ECONN|EPIPE|ETIMEDOUT|EAI_|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ENOENT$)/;

/**
 * Tells whether the database could not do what was asked: the disk is full, the file is damaged or was taken away, the server is gone.
 * A statement that the database does not understand is a mistake of ours and is none.
 */
export const isStoreTrouble = (error: unknown): boolean => {
  const { code, message } = error as { code?: unknown; message?: string };
  if (code === 'ERR_SQLITE_ERROR') return true;
  if (typeof code === 'string')
    // PostgreSQL’s classes: connection, resources, limits, intervention of an operator, system, damaged data, locks.
    return /^(?:08|53|54|57|58|XX|55|40)...$/.test(code) || connectionCodes.test(code);
  return /connection terminated|timeout exceeded when trying to connect|not queryable/i.test(message ?? '');
};
