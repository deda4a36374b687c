import numpy as np

vectors = np.load("data/vectors.npy", allow_pickle=True)
