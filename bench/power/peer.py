"""Batch power flow by power-grid-model, one thread, iterative current: reads a feeder as JSON, prints solves per second."""
import json
import sys
import time

import numpy as np
from power_grid_model import CalculationMethod, PowerGridModel, initialize_array

case = json.load(sys.stdin)
kv, base_va = case["kv"] * 1e3, case["baseMva"] * 1e6
base_ohm = kv**2 / base_va
nodes, lines = case["buses"], case["branches"]

node = initialize_array("input", "node", nodes)
node["id"] = np.arange(nodes)
node["u_rated"] = kv

line = initialize_array("input", "line", len(lines))
line["id"] = nodes + np.arange(len(lines))
line["from_node"] = [branch[0] for branch in lines]
line["to_node"] = [branch[1] for branch in lines]
line["from_status"] = line["to_status"] = 1
line["r1"] = [branch[2] * base_ohm for branch in lines]
line["x1"] = [branch[3] * base_ohm for branch in lines]
line["c1"] = line["tan1"] = 0
line["i_n"] = 400

load = initialize_array("input", "sym_load", nodes)
load["id"] = nodes + len(lines) + np.arange(nodes)
load["node"] = np.arange(nodes)
load["status"] = 1
load["type"] = 0
load["p_specified"] = load["q_specified"] = 0

source = initialize_array("input", "source", 1)
source["id"] = 2 * nodes + len(lines)
source["node"] = case["source"]
source["status"] = 1
source["u_ref"] = 1
source["sk"] = 1e30

model = PowerGridModel({"node": node, "line": line, "sym_load": load, "source": source})
scenarios = 10_000
update = initialize_array("update", "sym_load", (scenarios, nodes))
update["id"] = load["id"]
p, q = np.array(case["p"]) * base_va, np.array(case["q"]) * base_va
update["p_specified"] = p[np.arange(scenarios) % len(p)]
update["q_specified"] = q[np.arange(scenarios) % len(q)]


def solve():
    return model.calculate_power_flow(
        update_data={"sym_load": update},
        output_component_types={"node", "line"},
        calculation_method=CalculationMethod.iterative_current,
        error_tolerance=1e-8,
        max_iterations=100,
        threading=-1,
    )


result = solve()
losses = (result["line"]["p_from"] + result["line"]["p_to"])[: len(p)].sum(axis=1) / base_va
times = []
for _ in range(3):
    begun = time.perf_counter()
    solve()
    times.append(time.perf_counter() - begun)
print(json.dumps({"solvesPerSecond": scenarios / sorted(times)[1], "losses": losses.tolist()}))
