export class Agent {
  constructor(readonly options: object) {}
}
export const createTool = (options: object) => options;
