import onnxruntime

session = onnxruntime.InferenceSession("models/ranker.onnx")
