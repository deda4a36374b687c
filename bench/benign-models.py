"""Writes harmless model files with the real libraries, for measuring false alarms: python3 bench/benign-models.py FOLDER.

Every library that is not installed is left out. What was written is printed, one path a line.
"""

import collections
import datetime
import decimal
import enum
import fractions
import logging
import os
import pathlib
import pickle
import random
import re
import sys
import uuid

out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)


def keep(name, value):
    """Pickles a value in every protocol that it has."""
    for protocol in range(6):
        path = out / f"{name}-{protocol}.pkl"
        try:
            path.write_bytes(pickle.dumps(value, protocol))
        except Exception as error:
            path.unlink(missing_ok=True)
            print(f"# {name} {protocol}: {error}", file=sys.stderr)
            continue
        print(path)


class Colour(enum.Enum):
    RED = 1


def plain():
    keep("plain", {
        "when": datetime.datetime(2024, 1, 2, 3, 4, tzinfo=datetime.timezone.utc),
        "price": decimal.Decimal("1.5"), "part": fractions.Fraction(1, 3), "path": pathlib.PurePosixPath("a/b"),
        "id": uuid.UUID(int=5), "set": {1, 2}, "frozen": frozenset([1]), "bytes": b"\x00\x01" * 300, "array": bytearray(b"abc"),
        "default": collections.defaultdict(list, a=[1]), "count": collections.Counter("hello"), "order": collections.OrderedDict(a=1),
        "deque": collections.deque([1, 2], 3), "slice": slice(1, 2), "complex": 1 + 2j, "big": 2**200, "neg": -(2**70), "range": range(4),
        "pattern": re.compile("a+"), "error": ValueError("no"), "random": random.Random(3), "type": type(None), "log": logging.getLogger("train"),
        "nan": float("nan"), "text": "ж" * 400, "long": list(range(3000)),
    })
    keep("nested", [{"a": [{"b": ({}, [], ())}]} for _ in range(50)])


def numpy_files():
    import numpy as np
    keep("np-array", np.arange(10.0))
    keep("np-scalar", [np.float32(3), np.int64(4), np.bool_(True), np.datetime64("2024-01-01"), np.str_("a")])
    keep("np-object", np.array([{"a": 1}, None, "x"], dtype=object))
    keep("np-struct", np.zeros(3, dtype=[("a", "i4"), ("b", "U5")]))
    keep("np-masked", np.ma.array([1, 2, 3], mask=[0, 1, 0]))
    keep("np-matrix", np.matrix([[1, 2]]))
    keep("np-record", np.rec.array([(1, 2.0)], names="a,b"))
    keep("np-random", [np.random.RandomState(1), np.random.default_rng(2), np.random.Generator(np.random.MT19937(3))])
    keep("np-ufunc", [np.log1p, np.exp, np.mean])
    keep("np-fortran", np.asfortranarray(np.ones((3, 4))))
    np.save(out / "array.npy", np.arange(6).reshape(2, 3)); print(out / "array.npy")
    np.save(out / "objects.npy", np.array([1, "a", None], dtype=object), allow_pickle=True); print(out / "objects.npy")
    np.save(out / "struct.npy", np.zeros(3, dtype=[("a", "i4"), ("b", "U5")])); print(out / "struct.npy")
    np.savez(out / "arrays.npz", a=np.ones(3), b=np.zeros((2, 2))); print(out / "arrays.npz")
    np.savez_compressed(out / "packed.npz", a=np.ones(3), b=np.array(["x", {}], dtype=object)); print(out / "packed.npz")
    with open(out / "pickles-and-arrays.pkl", "wb") as file:
        pickle.dump({"a": 1}, file); np.save(file, np.ones(5)); pickle.dump([1], file)
    print(out / "pickles-and-arrays.pkl")


def sklearn_files():
    import joblib
    import numpy as np
    from sklearn.utils import all_estimators
    x = np.abs(np.random.RandomState(0).rand(30, 4)) + 0.1
    y = np.array([0, 1, 1] * 10)
    for name, kind in all_estimators():
        try:
            model = kind()
        except Exception:
            continue
        try:
            model.fit(x, y)
        except Exception:
            pass
        try:
            for compress in (0, 3):
                path = out / f"sk-{name}-{compress}.joblib"
                joblib.dump(model, path, compress=compress)
                print(path)
            path = out / f"sk-{name}.pkl"
            path.write_bytes(pickle.dumps(model))
            print(path)
        except Exception as error:
            print(f"# {name}: {error}", file=sys.stderr)
    from sklearn.compose import ColumnTransformer, make_column_selector
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier, RandomForestClassifier
    from sklearn.gaussian_process import GaussianProcessClassifier
    from sklearn.gaussian_process.kernels import RBF, WhiteKernel
    from sklearn.model_selection import GridSearchCV, RandomizedSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import FunctionTransformer, StandardScaler
    from sklearn.svm import SVC
    from sklearn.linear_model import LogisticRegression
    import scipy.stats
    others = {
        "text": make_pipeline(TfidfVectorizer(), LogisticRegression()).fit(["red blue", "green gold red", "blue gold"], [0, 1, 0]),
        "grid": GridSearchCV(SVC(), {"C": [1, 2]}).fit(x, y),
        "random": RandomizedSearchCV(SVC(), {"C": scipy.stats.uniform(0.1, 1)}, n_iter=2).fit(x, y),
        "function": make_pipeline(FunctionTransformer(np.log1p), StandardScaler()).fit(x),
        "column": ColumnTransformer([("a", StandardScaler(), make_column_selector(dtype_include=float))]),
        "gp": GaussianProcessClassifier(RBF() + WhiteKernel()).fit(x, y),
        "gb": GradientBoostingClassifier(n_estimators=3).fit(x, y),
        "hgb": HistGradientBoostingClassifier(max_iter=3).fit(x, y),
        "rf": RandomForestClassifier(3).fit(x, y),
    }
    for name, model in others.items():
        for compress in (0, 3, ("gzip", 3), ("bz2", 3), ("xz", 3), ("lzma", 3)):
            path = out / f"skx-{name}-{compress if isinstance(compress, int) else compress[0]}.joblib"
            joblib.dump(model, path, compress=compress); print(path)
        keep(f"skx-{name}", model)
    big = {"w": np.random.rand(400, 50), "o": np.array([{}, "a"], dtype=object), "s": np.array(["aa", "b"]), "f": np.asfortranarray(np.ones((3, 2)))}
    joblib.dump(big, out / "joblib-mixed.joblib"); print(out / "joblib-mixed.joblib")


def pandas_files():
    import numpy as np
    import pandas as pd
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", None], "t": pd.to_datetime(["2024-01-01", "2024-02-01"]), "c": pd.Categorical(["u", "v"]), "n": pd.array([1, None], dtype="Int64"), "s": pd.array(["a", None], dtype="string")})
    keep("pd-frame", frame)
    keep("pd-series", frame["a"])
    keep("pd-index", [frame.index, pd.MultiIndex.from_product([[1, 2], ["a"]]), pd.date_range("2024", periods=3), pd.period_range("2024", periods=2, freq="M"), pd.IntervalIndex.from_breaks([0, 1, 2]), pd.CategoricalIndex(["a"]), pd.timedelta_range(0, periods=2)])
    keep("pd-values", [pd.Timestamp("2024-01-01", tz="UTC"), pd.Timedelta(days=1), pd.Period("2024-01"), pd.NaT, pd.NA, pd.Interval(0, 1), pd.offsets.MonthEnd()])
    keep("pd-sparse", pd.DataFrame({"a": pd.arrays.SparseArray([0, 0, 1])}))
    frame.to_pickle(out / "frame.pkl.gz"); print(out / "frame.pkl.gz")
    keep("pd-group", {"mean": frame["a"].mean(), "columns": frame.columns, "dtypes": frame.dtypes})


def scipy_files():
    import numpy as np
    import scipy.interpolate, scipy.sparse, scipy.spatial, scipy.stats
    keep("sp-sparse", [scipy.sparse.csr_matrix(np.eye(3)), scipy.sparse.coo_matrix(np.eye(3)), scipy.sparse.csc_matrix(np.eye(2)), scipy.sparse.lil_matrix(np.eye(2))])
    keep("sp-interp", [scipy.interpolate.interp1d([0, 1], [0, 1]), scipy.interpolate.CubicSpline([0, 1, 2], [0, 1, 0]), scipy.interpolate.RegularGridInterpolator(([0, 1],), [0, 1])])
    keep("sp-tree", [scipy.spatial.cKDTree(np.random.rand(9, 2)), scipy.spatial.KDTree(np.random.rand(9, 2))])
    keep("sp-stats", [scipy.stats.norm(0, 1), scipy.stats.gaussian_kde([1.0, 2, 4])])


def boosters():
    import numpy as np
    x, y = np.random.rand(40, 3), np.array([0, 1] * 20)
    try:
        import xgboost
        for name, model in {"c": xgboost.XGBClassifier(n_estimators=2), "r": xgboost.XGBRegressor(n_estimators=2), "k": xgboost.XGBRanker(n_estimators=2)}.items():
            try:
                keep(f"xgb-{name}", model.fit(x, y, **({"group": [40]} if name == "k" else {})))
            except Exception as error:
                print(f"# xgb {error}", file=sys.stderr)
        model.get_booster().save_model(out / "xgb_model.json"); print(out / "xgb_model.json")
        model.get_booster().save_model(out / "xgb.ubj"); print(out / "xgb.ubj")
    except ImportError:
        pass
    try:
        import lightgbm
        model = lightgbm.LGBMClassifier(n_estimators=2, verbose=-1).fit(x, y)
        keep("lgb", model); keep("lgb-booster", model.booster_)
        model.booster_.save_model(out / "lgb_model.txt"); print(out / "lgb_model.txt")
    except ImportError:
        pass


def torch_files():
    import torch
    net = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.ReLU(), torch.nn.BatchNorm1d(8), torch.nn.LSTM(8, 3), torch.nn.Dropout())
    conv = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.GELU(), torch.nn.Embedding(5, 2))
    optimiser = torch.optim.Adam(net.parameters())
    values = {
        "state": net.state_dict(), "whole": net, "conv": conv, "transformer": torch.nn.TransformerEncoderLayer(8, 2),
        "checkpoint": {"epoch": 3, "model": net.state_dict(), "optimizer": optimiser.state_dict(), "rng": torch.get_rng_state(), "best": float("inf")},
        "tensors": [torch.ones(3, dtype=d) for d in (torch.float16, torch.bfloat16, torch.int8, torch.uint8, torch.bool, torch.int64, torch.complex64, torch.float64)],
        "sparse": torch.eye(3).to_sparse(), "param": torch.nn.Parameter(torch.ones(2)), "quant": torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8),
        "misc": [torch.Size([1, 2]), torch.device("cpu"), torch.float32, torch.strided], "scheduler": torch.optim.lr_scheduler.StepLR(optimiser, 3).state_dict(),
        "optimizer": optimiser,
    }
    for name, value in values.items():
        for new in (True, False):
            path = out / f"torch-{name}-{'zip' if new else 'legacy'}.pt"
            try:
                torch.save(value, path, _use_new_zipfile_serialization=new); print(path)
            except Exception as error:
                print(f"# torch {name}: {error}", file=sys.stderr)
        keep(f"torch-plain-{name}", value)
    scripted = torch.jit.script(torch.nn.Sequential(torch.nn.Linear(4, 2), torch.nn.ReLU()))
    scripted.save(str(out / "scripted.pt")); print(out / "scripted.pt")
    torch.jit.trace(conv[0], torch.ones(1, 1, 5, 5)).save(str(out / "traced.pt")); print(out / "traced.pt")


def onnx_files():
    import numpy as np
    import onnx
    from onnx import TensorProto, helper, numpy_helper
    weight = numpy_helper.from_array(np.ones((4, 4), np.float32), "w")
    graph = helper.make_graph([helper.make_node("MatMul", ["x", "w"], ["y"])], "g", [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 4])], [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 4])], [weight])
    model = helper.make_model(graph)
    onnx.save(model, out / "plain.onnx"); print(out / "plain.onnx")
    onnx.save(model, str(out / "outside.onnx"), save_as_external_data=True, location="outside.onnx.data", size_threshold=0); print(out / "outside.onnx")


def safe_files():
    import numpy as np
    from safetensors.numpy import save_file
    save_file({"a": np.ones((2, 3), np.float32), "b": np.zeros(4, np.int64), "e": np.zeros((0,), np.float32)}, out / "plain.safetensors", {"format": "pt"}); print(out / "plain.safetensors")
    import gguf
    writer = gguf.GGUFWriter(str(out / "tiny.gguf"), "llama")
    writer.add_context_length(128); writer.add_embedding_length(8); writer.add_block_count(1)
    writer.add_token_list(["<s>", "a", "b"]); writer.add_token_scores([0.0, 1.0, 2.0])
    writer.add_chat_template("{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] }}{% endfor %}")
    writer.add_tensor("token_embd.weight", np.ones((8, 4), np.float32)); writer.add_tensor("output.weight", np.ones((8, 4), np.float16))
    writer.write_header_to_file(); writer.write_kv_data_to_file(); writer.write_tensors_to_file(); writer.close(); print(out / "tiny.gguf")


def keras_files():
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras
    net = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(3, activation="relu"), keras.layers.Dropout(0.1), keras.layers.Dense(1)])
    net.compile("adam", "mse")
    inputs = keras.Input((8, 8, 1)); z = keras.layers.Conv2D(2, 3)(inputs); z = keras.layers.BatchNormalization()(z); z = keras.layers.GlobalAveragePooling2D()(z)
    functional = keras.Model(inputs, keras.layers.Dense(2, activation="softmax")(z))
    text = keras.Sequential([keras.layers.Input((5,)), keras.layers.Embedding(10, 4), keras.layers.Bidirectional(keras.layers.LSTM(3)), keras.layers.Dense(1)])
    for name, model in {"seq": net, "func": functional, "text": text}.items():
        model.save(out / f"keras-{name}.keras"); print(out / f"keras-{name}.keras")
        model.save(out / f"keras-{name}.h5"); print(out / f"keras-{name}.h5")
        model.save_weights(out / f"keras-{name}.weights.h5"); print(out / f"keras-{name}.weights.h5")
    import tensorflow as tf
    functional.export(out / "saved"); print(out / "saved/saved_model.pb")
    (out / "model.tflite").write_bytes(tf.lite.TFLiteConverter.from_keras_model(net).convert()); print(out / "model.tflite")
    tf.io.write_graph(tf.function(lambda x: x * 2).get_concrete_function(tf.TensorSpec([1])).graph.as_graph_def(), str(out), "frozen.pb", as_text=False); print(out / "frozen.pb")


def skops_files():
    import skops.io
    from sklearn.linear_model import LogisticRegression
    import numpy as np
    skops.io.dump(LogisticRegression().fit(np.random.rand(9, 2), [0, 1, 0] * 3), out / "logistic.skops"); print(out / "logistic.skops")


for write in (plain, numpy_files, sklearn_files, pandas_files, scipy_files, boosters, torch_files, onnx_files, safe_files, keras_files, skops_files):
    try:
        write()
    except ImportError as error:
        print(f"# {write.__name__}: {error}", file=sys.stderr)
    except Exception as error:
        print(f"# {write.__name__}: {type(error).__name__} {error}", file=sys.stderr)
