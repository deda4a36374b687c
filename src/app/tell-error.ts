/** What the command line says of an error: its three parts where it is the user’s to mend, a request to report it where it is ours. */
import { AccessError, ConfigError } from '../kit/errors.ts';
import { sayTrouble } from './trouble.ts';

/** The text for standard error. */
export const tellError = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof AccessError) return `isobar: ${error.message}\n`;
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return `isobar: ${sayTrouble('the disk is full', 'the report could not be written', 'make room, or name another place with --out')}\n`;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `isobar: ${sayTrouble('this is a mistake in Isobar itself', 'the scan was not finished, so nothing can be said of the folder', 'report it with the lines below, once you have seen that they name nothing private')}\n${stack}\n`;
};
