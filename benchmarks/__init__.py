"""Speed beside peers: ratios within one interleaved run, medians, never timed tests."""
