import { getLlama, LlamaChatSession } from 'node-llama-cpp';
import * as ort from 'onnxruntime-node';

const llama = await getLlama();
const model = await llama.loadModel({ modelPath: 'models/harbour-1b.gguf' });
const context = await model.createContext();
const session = new LlamaChatSession({ contextSequence: context.getSequence() });
export const ships = await ort.InferenceSession.create('./weights/ships.onnx');
export const ask = (question: string) => session.prompt(question);
