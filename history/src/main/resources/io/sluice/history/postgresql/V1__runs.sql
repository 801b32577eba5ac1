CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  profile TEXT NOT NULL,
  load TEXT NOT NULL,
  digest TEXT NOT NULL,
  started TIMESTAMPTZ NOT NULL,
  duration_seconds DOUBLE PRECISION NOT NULL,
  version TEXT NOT NULL,
  verdict TEXT NOT NULL,
  sentence TEXT NOT NULL,
  branch TEXT NOT NULL,
  commit_hash TEXT NOT NULL,
  build TEXT NOT NULL,
  folder TEXT NOT NULL
);
CREATE INDEX runs_by_time ON runs (started);
CREATE INDEX runs_by_name ON runs (name, profile, started);

CREATE TABLE objectives (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  expression TEXT NOT NULL,
  unit TEXT NOT NULL,
  comparison TEXT NOT NULL,
  threshold DOUBLE PRECISION,
  estimate DOUBLE PRECISION,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
  samples BIGINT NOT NULL,
  effective_samples DOUBLE PRECISION,
  severity TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
);

-- position 0, without a name: all requests together
CREATE TABLE requests (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  finished BIGINT NOT NULL,
  failed BIGINT NOT NULL,
  per_second DOUBLE PRECISION,
  p50_ms DOUBLE PRECISION,
  p95_ms DOUBLE PRECISION,
  p99_ms DOUBLE PRECISION,
  times BYTEA NOT NULL,
  PRIMARY KEY (run_id, position)
);

CREATE TABLE design_effects (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  q DOUBLE PRECISION NOT NULL,
  factor DOUBLE PRECISION NOT NULL,
  batches INTEGER NOT NULL,
  slices INTEGER NOT NULL,
  PRIMARY KEY (run_id, position, q)
);

CREATE TABLE comparisons (
  from_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  to_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  method TEXT NOT NULL,
  change TEXT NOT NULL,
  sentence TEXT NOT NULL,
  PRIMARY KEY (from_id, to_id)
);
