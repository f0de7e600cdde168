"""Opens the committed GEXF and GraphML with networkx and says back everything that came through."""
import json
import sys

import networkx as nx


def told(graph):
    return {
        "directed": graph.is_directed(),
        "nodes": {node: dict(facts) for node, facts in graph.nodes(data=True)},
        "edges": sorted([sorted((one, other)), dict(facts)] for one, other, facts in graph.edges(data=True)),
    }


folder = sys.argv[1]
json.dump(
    {"gexf": told(nx.read_gexf(f"{folder}/klein.gexf")), "graphml": told(nx.read_graphml(f"{folder}/klein.graphml"))},
    sys.stdout,
)
