import * as tf from '@tensorflow/tfjs-node';

export const ships = await tf.loadLayersModel('file://./weights/ships/model.json');
export const charts = await tf.loadGraphModel('https://models.harbour.example/charts/model.json');
