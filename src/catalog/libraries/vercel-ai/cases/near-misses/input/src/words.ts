export const tool = <T>(options: T): T => options;
export const generateText = (options: { model: string; tools: unknown }) => `${options.model} words`;
