export class CopilotRuntime {}
