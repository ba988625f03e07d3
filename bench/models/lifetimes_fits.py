"""Fits the CDNOW summary with the Python package lifetimes; prints CPU milliseconds and parameters as JSON."""

import json
import statistics
import sys
import time

import pandas
from lifetimes import BetaGeoFitter, GammaGammaFitter, ModifiedBetaGeoFitter, ParetoNBDFitter

data = pandas.read_csv(sys.argv[1])
repeaters = data[data.x > 0]


def measure(fit, runs):
    times = []
    for _ in range(runs):
        start = time.process_time()
        model = fit()
        times.append(1000 * (time.process_time() - start))
    return {"cpu_ms": statistics.median(times), "parameters": dict(model.params_)}


def purchases(model):
    return lambda: model().fit(data.x, data.t_x, data["T"])


def spend():
    return GammaGammaFitter().fit(repeaters.x, repeaters.mean_repeat_value)


print(
    json.dumps(
        {
            "bg-nbd": measure(purchases(BetaGeoFitter), 5),
            "mbg-nbd": measure(purchases(ModifiedBetaGeoFitter), 5),
            "pareto-nbd": measure(purchases(ParetoNBDFitter), 3),
            "gamma-gamma": measure(spend, 3),
        }
    )
)
