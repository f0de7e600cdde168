"""Computes with networkx what src/rooms/picture/measures computes. Graphs come in as JSON, figures go out as JSON."""
import json
import sys
import time

import networkx as nx


def build(given):
    graph = nx.DiGraph() if given["directed"] else nx.Graph()
    for source, target, weight in given["edges"]:
        graph.add_edge(source, target, weight=weight if given["weighted"] else 1)
    return graph


def eigenvector(graph):
    try:
        return nx.eigenvector_centrality(graph, max_iter=50000, tol=1e-12, weight="weight")
    except nx.PowerIterationFailedConvergence:
        return None


def figures(given):
    graph = build(given)
    weight = "weight" if given["weighted"] else None
    plain = nx.Graph(graph)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    between = nx.betweenness_centrality(graph, weight=weight, normalized=False)
    # Counting it twice would take minutes for a large graph.
    scale = (1 if given["directed"] else 2) / ((len(graph) - 1) * (len(graph) - 2)) if len(graph) > 2 else 0
    scaled = {node: value * scale for node, value in between.items()}
    communities = [set(group) for group in given["communities"]]
    return {
        "degree": dict(graph.degree()),
        "closeness": nx.closeness_centrality(graph, distance=weight),
        "betweenness": between,
        "betweennessNormalised": scaled if given["timed"] else nx.betweenness_centrality(graph, weight=weight),
        "clustering": nx.clustering(graph, weight=weight),
        "eigenvector": None if given["timed"] else eigenvector(graph),
        "pagerank": nx.pagerank(graph, tol=1e-13, max_iter=1000),
        "network": {
            "nodes": graph.number_of_nodes(),
            "edges": graph.number_of_edges(),
            "density": nx.density(graph),
            "components": nx.number_connected_components(plain),
            "articulationPoints": sorted(nx.articulation_points(plain)),
            "bridges": sorted(sorted(pair) for pair in nx.bridges(plain)),
            "modularity": nx.community.modularity(graph, communities),
            "greedy": None if given["timed"] else nx.community.modularity(
                graph, nx.community.greedy_modularity_communities(graph, weight="weight")
            ),
        },
    }


answers = []
for given in json.load(sys.stdin):
    begun = time.time()
    answers.append({**figures(given), "seconds": time.time() - begun})
json.dump({"version": nx.__version__, "answers": answers}, sys.stdout)
