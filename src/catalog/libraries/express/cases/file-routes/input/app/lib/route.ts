// In the folder of the application, but it exports no method.
export const routes = ['/chat'];
export function post(message: string) {
  return message;
}
