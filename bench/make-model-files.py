"""Makes the small model files that the cases of the extractor model-artifacts read, each with the library that really writes it.

    python bench/make-model-files.py DESTINATION [PART…]

Parts whose library is not installed are named and left out. All that is written is below 4 KB where the format allows it, and holds no
data of anybody’s.
"""

import json
import pickle
import sys
from pathlib import Path

PARTS = {}


def part(make):
    PARTS[make.__name__] = make
    return make


@part
def safetensors(to):
    import numpy
    from safetensors.numpy import save_file

    weights = {"embed.weight": numpy.zeros((4, 8), "float16"), "head.weight": numpy.ones((2, 8), "float16")}
    save_file(weights | {"scale": numpy.ones(1, "float32")}, to / "model.safetensors", metadata={"format": "pt"})
    lora = {"base_model.model.q_proj.lora_A.weight": numpy.zeros((2, 8), "float32")}
    save_file(lora, to / "lora.safetensors", metadata={"ss_base_model_version": "sd_v1", "ss_network_module": "networks.lora"})


@part
def gguf(to):
    import gguf
    import numpy

    writer = gguf.GGUFWriter(to / "tiny.gguf", "llama")
    writer.add_name("Tiny Llama")
    writer.add_license("apache-2.0")
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q4_K_M)
    writer.add_base_model_count(1)
    writer.add_base_model_name(0, "Example 1B")
    writer.add_base_model_organization(0, "example-org")
    writer.add_base_model_repo_url(0, "https://huggingface.co/example-org/example-1b")
    writer.add_array("tokenizer.ggml.tokens", ["<s>", "</s>", "a"])
    writer.add_tensor("token_embd.weight", numpy.zeros((2, 32), "float32"))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


@part
def onnx(to):
    import onnx
    from onnx import TensorProto, helper

    graph = helper.make_graph(
        [helper.make_node("Relu", ["x"], ["y"])],
        "tiny",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 2])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 2])],
    )
    model = helper.make_model(graph, producer_name="pytorch", producer_version="2.2.0")
    onnx.save(model, to / "relu.onnx")


@part
def sklearn(to):
    import joblib
    import numpy
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    model = LogisticRegression().fit(numpy.array([[0.0], [1.0]]), [0, 1])
    joblib.dump(model, to / "classifier.joblib")
    joblib.dump(model, to / "classifier-compressed.joblib", compress=3)
    (to / "model.pkl").write_bytes(pickle.dumps(model))
    (to / "model-protocol-0.pkl").write_bytes(pickle.dumps(StandardScaler(), protocol=0))


@part
def pickles(to):
    import pandas

    (to / "frame.pkl").write_bytes(pickle.dumps(pandas.DataFrame({"a": [1, 2]})))
    (to / "plain.pkl").write_bytes(pickle.dumps({"a": [1, 2], "b": "text"}))
    # A program that writes JSON under the name of a pickle.
    (to / "settings.pkl").write_text(json.dumps({"a": 1}))


@part
def numpy(to):
    import numpy

    numpy.save(to / "samples.npy", numpy.zeros((4, 2), "float32"))
    numpy.savez(to / "model_weights.npz", w=numpy.zeros((2, 2), "float32"), b=numpy.zeros(2, "float32"))
    numpy.save(to / "objects.npy", numpy.array([{"a": 1}], dtype=object), allow_pickle=True)


@part
def hdf5(to):
    import h5py

    with h5py.File(to / "measurements.h5", "w") as file:
        file["temperature"] = [1.0, 2.0]


@part
def xgboost(to):
    import numpy
    import xgboost

    data = xgboost.DMatrix(numpy.array([[0.0], [1.0]]), label=[0, 1])
    booster = xgboost.train({"max_depth": 1, "objective": "binary:logistic"}, data, num_boost_round=1)
    booster.save_model(to / "xgb_model.json")
    booster.save_model(to / "booster.ubj")


@part
def lightgbm(to):
    import lightgbm
    import numpy

    rows = numpy.arange(40, dtype="float64").reshape(-1, 1)
    data = lightgbm.Dataset(rows, label=(rows[:, 0] > 20).astype(int))
    booster = lightgbm.train({"objective": "binary", "num_leaves": 2, "verbose": -1}, data, num_boost_round=1)
    booster.save_model(to / "lgbm_model.txt")


@part
def catboost(to):
    from catboost import CatBoostClassifier

    model = CatBoostClassifier(iterations=1, depth=1, verbose=0, allow_writing_files=False)
    model.fit([[0], [1], [2], [3]], [0, 0, 1, 1])
    model.save_model(str(to / "classifier.cbm"))


@part
def torch(to):
    import torch

    weights = torch.nn.Linear(2, 1).state_dict()
    torch.save(weights, to / "linear.pt")
    torch.save(weights, to / "legacy.pth", _use_new_zipfile_serialization=False)
    torch.jit.script(torch.nn.Linear(2, 1)).save(str(to / "scripted.pt"))
    # Weights that were renamed without being converted, as happens.
    torch.save(weights, to / "renamed.safetensors")


@part
def hugging_face(to):
    from diffusers import DDPMPipeline, DDPMScheduler, UNet2DModel
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM, GPT2Config

    config = GPT2Config(n_layer=1, n_head=1, n_embd=4, vocab_size=8, n_positions=4, bos_token_id=0, eos_token_id=0)
    model = AutoModelForCausalLM.from_config(config)
    model.save_pretrained(to / "tiny-gpt2", max_shard_size=200)
    model.name_or_path = "example-org/tiny-gpt2"
    tuned = get_peft_model(model, LoraConfig(r=1, target_modules=["c_attn"], base_model_name_or_path="example-org/tiny-gpt2"))
    tuned.save_pretrained(to / "tiny-lora")
    unet = UNet2DModel(sample_size=4, in_channels=1, out_channels=1, layers_per_block=1, block_out_channels=(4,), norm_num_groups=1,
                       down_block_types=("DownBlock2D",), up_block_types=("UpBlock2D",))
    DDPMPipeline(unet, DDPMScheduler()).save_pretrained(to / "tiny-diffusion")


@part
def keras(to):
    import keras

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.save(to / "dense.keras")
    model.save(to / "dense.h5")


@part
def tensorflow(to):
    import tensorflow

    class Double(tensorflow.Module):
        @tensorflow.function(input_signature=[tensorflow.TensorSpec([1], tensorflow.float32)])
        def __call__(self, x):
            return x * 2

    tensorflow.saved_model.save(Double(), str(to / "double"))
    (to / "double.tflite").write_bytes(tensorflow.lite.TFLiteConverter.from_saved_model(str(to / "double")).convert())


@part
def coreml(to):
    import coremltools
    from coremltools.models import datatypes
    from coremltools.models.neural_network import NeuralNetworkBuilder

    builder = NeuralNetworkBuilder([("x", datatypes.Array(2))], [("y", datatypes.Array(2))])
    builder.add_activation("relu", "RELU", "x", "y")
    coremltools.models.MLModel(builder.spec, skip_model_load=True).save(str(to / "relu.mlmodel"))


@part
def openvino(to):
    import numpy
    import openvino
    from openvino import opset13

    x = opset13.parameter([1, 2], numpy.float32, name="x")
    openvino.save_model(openvino.Model([opset13.relu(x)], [x], "tiny"), to / "openvino_model.xml")


if __name__ == "__main__":
    destination = Path(sys.argv[1])
    destination.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or PARTS:
        try:
            PARTS[name](destination)
        except ImportError as error:
            print(f"left out: {name} ({error})", file=sys.stderr)
