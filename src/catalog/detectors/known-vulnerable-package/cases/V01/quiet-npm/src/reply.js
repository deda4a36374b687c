import { ChatPromptTemplate } from '@langchain/core/prompts';

export const reply = ChatPromptTemplate.fromMessages([
  ['system', 'You answer questions about orders.'],
  ['human', '{question}'],
]);
