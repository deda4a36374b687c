export class McpServer {
  constructor(readonly options: { name: string }) {}
  tool(...parts: unknown[]) {
    return parts;
  }
}
