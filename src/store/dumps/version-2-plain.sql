PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (version INTEGER PRIMARY KEY, title TEXT NOT NULL, applied TEXT NOT NULL) STRICT;
INSERT INTO migration VALUES(1,'sources, runs, the life of findings and forecasts, audit trail','2026-01-02T03:00:00.000Z');
INSERT INTO migration VALUES(2,'what a source’s last run knew of its assets, so that they keep their ids','2026-01-02T03:00:00.000Z');
CREATE TABLE source (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO source VALUES('source-1','app');
INSERT INTO source VALUES('source-2','other');
CREATE TABLE run (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL REFERENCES source (id),
        scope TEXT NOT NULL,
        owner TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'complete', 'interrupted')),
        started TEXT NOT NULL,
        finished TEXT,
        why TEXT,
        report TEXT,
        CHECK ((state = 'complete') = (report IS NOT NULL)),
        CHECK ((state = 'running') = (finished IS NULL))
      ) STRICT;
INSERT INTO run VALUES(1,'run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','source-1','','2c9138bd-19c9-4929-98a8-66893e0715e4','complete','2026-01-02T03:01:00.000Z','2026-01-02T03:02:00.000Z',NULL,'{"schemaVersion":"1.0","tool":{"name":"isobar","version":"0.1.0"},"target":{"path":"app","source":"local:app"},"startedAt":"2026-01-02T03:04:05.000Z","systems":[],"assets":[{"id":"model-1","kind":"model","layer":"model","name":"acme/rank","systems":[],"facts":{},"seen":[{"path":"src/model.py","line":1,"how":"declared","confidence":0.9}]}],"relations":[],"findings":[{"id":"finding-1","detector":"model-unpinned","objective":"model-pinned","category":"model-integrity","severity":"medium","outcome":"fail","asset":"model-1","systems":[],"message":"Model acme/rank can be moved.","evidence":[{"path":"src/app.py","line":3}],"remedy":"Name a commit.","references":[]},{"id":"finding-2","detector":"model-unpinned","objective":"model-pinned","category":"model-integrity","severity":"critical","outcome":"fail","asset":"model-1","systems":[],"message":"Ärger with acme/rank","evidence":[{"path":"src/app.py","line":3}],"remedy":"Name a commit.","references":[]}],"forecasts":[{"id":"forecast-1","level":"watch","correlation":"moved-model-runs-code","references":[],"systems":[],"score":40,"factors":[],"sentence":"Whoever controls acme/rank can run code here.","conditions":[{"id":"unpinned","state":"true","says":"acme/rank is not pinned","evidence":[{"path":"src/app.py","line":3}]}],"hops":[],"findings":["finding-1"]}],"coverage":{"files":{"seen":1,"read":1,"understood":1,"skipped":0,"bytes":10},"detectors":[{"detector":"model-unpinned","objective":"model-pinned","pass":0,"fail":1,"unknown":0,"notApplicable":0}],"frameworks":[]},"notSeen":[]}');
INSERT INTO run VALUES(2,'run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','source-1','','2c9138bd-19c9-4929-98a8-66893e0715e4','complete','2026-01-02T03:03:00.000Z','2026-01-02T03:04:00.000Z',NULL,'{"schemaVersion":"1.0","tool":{"name":"isobar","version":"0.1.0"},"target":{"path":"app","source":"local:app"},"startedAt":"2026-01-02T03:04:05.000Z","systems":[],"assets":[{"id":"model-1","kind":"model","layer":"model","name":"acme/rank","systems":[],"facts":{},"seen":[{"path":"src/model.py","line":1,"how":"declared","confidence":0.9}]}],"relations":[],"findings":[{"id":"finding-1","detector":"model-unpinned","objective":"model-pinned","category":"model-integrity","severity":"medium","outcome":"fail","asset":"model-1","systems":[],"message":"Model acme/rank can be moved.","evidence":[{"path":"src/app.py","line":3}],"remedy":"Name a commit.","references":[]}],"forecasts":[{"id":"forecast-1","level":"warning","correlation":"moved-model-runs-code","references":[],"systems":[],"score":80,"factors":[],"sentence":"Whoever controls acme/rank can run code here.","conditions":[{"id":"unpinned","state":"true","says":"acme/rank is not pinned","evidence":[{"path":"src/app.py","line":3}]}],"hops":[],"findings":["finding-1"]}],"coverage":{"files":{"seen":1,"read":1,"understood":1,"skipped":0,"bytes":10},"detectors":[{"detector":"model-unpinned","objective":"model-pinned","pass":0,"fail":1,"unknown":0,"notApplicable":0}],"frameworks":[]},"notSeen":[]}');
INSERT INTO run VALUES(3,'run-0ec3e585-bce5-4c26-b46f-7ecfa5d0f839','source-2','','2c9138bd-19c9-4929-98a8-66893e0715e4','interrupted','2026-01-02T03:05:00.000Z','2026-01-02T03:06:00.000Z','the disk was full',NULL);
INSERT INTO run VALUES(4,'run-be3d71fb-5f64-4721-b11d-eece92ebe270','source-2','','2c9138bd-19c9-4929-98a8-66893e0715e4','running','2026-01-02T03:07:00.000Z',NULL,NULL,NULL);
CREATE TABLE finding (
        source TEXT NOT NULL REFERENCES source (id),
        id TEXT NOT NULL,
        life TEXT NOT NULL,
        detector TEXT NOT NULL,
        asset TEXT NOT NULL,
        severity TEXT NOT NULL,
        message TEXT NOT NULL,
        paths TEXT NOT NULL,
        scope TEXT NOT NULL,
        first_run TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_run TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        PRIMARY KEY (source, id)
      ) STRICT, WITHOUT ROWID;
INSERT INTO finding VALUES('source-1','finding-1','known','model-unpinned','model-1','medium','Model acme/rank can be moved.','["src/app.py","src/model.py"]','','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','2026-01-02T03:02:00.000Z','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','2026-01-02T03:04:00.000Z');
INSERT INTO finding VALUES('source-1','finding-2','resolved','model-unpinned','model-1','critical','Ärger with acme/rank','["src/app.py","src/model.py"]','','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','2026-01-02T03:02:00.000Z','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','2026-01-02T03:02:00.000Z');
CREATE TABLE forecast (
        source TEXT NOT NULL REFERENCES source (id),
        id TEXT NOT NULL,
        life TEXT NOT NULL,
        correlation TEXT NOT NULL,
        level TEXT NOT NULL,
        score REAL NOT NULL,
        sentence TEXT NOT NULL,
        paths TEXT NOT NULL,
        findings TEXT NOT NULL,
        scope TEXT NOT NULL,
        first_run TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_run TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        PRIMARY KEY (source, id)
      ) STRICT, WITHOUT ROWID;
INSERT INTO forecast VALUES('source-1','forecast-1','known','moved-model-runs-code','warning',80.0,'Whoever controls acme/rank can run code here.','["src/app.py","src/model.py"]','["finding-1"]','','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','2026-01-02T03:02:00.000Z','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','2026-01-02T03:04:00.000Z');
CREATE TABLE finding_in_run (
        run TEXT NOT NULL REFERENCES run (id),
        finding TEXT NOT NULL,
        life TEXT NOT NULL,
        PRIMARY KEY (run, finding)
      ) STRICT, WITHOUT ROWID;
INSERT INTO finding_in_run VALUES('run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','finding-1','new');
INSERT INTO finding_in_run VALUES('run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','finding-2','new');
INSERT INTO finding_in_run VALUES('run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','finding-1','known');
INSERT INTO finding_in_run VALUES('run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','finding-2','resolved');
CREATE TABLE forecast_in_run (
        run TEXT NOT NULL REFERENCES run (id),
        forecast TEXT NOT NULL,
        life TEXT NOT NULL,
        level TEXT NOT NULL,
        score REAL NOT NULL,
        sentence TEXT NOT NULL,
        life_before TEXT,
        level_before TEXT,
        score_before REAL,
        PRIMARY KEY (run, forecast)
      ) STRICT, WITHOUT ROWID;
INSERT INTO forecast_in_run VALUES('run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','forecast-1','new','watch',40.0,'Whoever controls acme/rank can run code here.',NULL,NULL,NULL);
INSERT INTO forecast_in_run VALUES('run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','forecast-1','known','warning',80.0,'Whoever controls acme/rank can run code here.','new','watch',40.0);
CREATE TABLE audit (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        source TEXT NOT NULL,
        run TEXT,
        subject TEXT NOT NULL CHECK (subject IN ('source', 'run', 'finding', 'forecast')),
        id TEXT NOT NULL,
        before TEXT,
        after TEXT NOT NULL,
        why TEXT
      ) STRICT;
INSERT INTO audit VALUES(1,'2026-01-02T03:01:00.000Z','source-1',NULL,'source','source-1',NULL,'known',NULL);
INSERT INTO audit VALUES(2,'2026-01-02T03:01:00.000Z','source-1','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','run','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e',NULL,'running',NULL);
INSERT INTO audit VALUES(3,'2026-01-02T03:02:00.000Z','source-1','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','run','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','running','complete',NULL);
INSERT INTO audit VALUES(4,'2026-01-02T03:02:00.000Z','source-1','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','finding','finding-1',NULL,'new',NULL);
INSERT INTO audit VALUES(5,'2026-01-02T03:02:00.000Z','source-1','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','finding','finding-2',NULL,'new',NULL);
INSERT INTO audit VALUES(6,'2026-01-02T03:02:00.000Z','source-1','run-66c827e8-3c37-46cd-a4f1-1da5dd37d71e','forecast','forecast-1',NULL,'new watch',NULL);
INSERT INTO audit VALUES(7,'2026-01-02T03:03:00.000Z','source-1','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','run','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389',NULL,'running',NULL);
INSERT INTO audit VALUES(8,'2026-01-02T03:04:00.000Z','source-1','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','run','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','running','complete',NULL);
INSERT INTO audit VALUES(9,'2026-01-02T03:04:00.000Z','source-1','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','finding','finding-1','new','known',NULL);
INSERT INTO audit VALUES(10,'2026-01-02T03:04:00.000Z','source-1','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','finding','finding-2','new','resolved',NULL);
INSERT INTO audit VALUES(11,'2026-01-02T03:04:00.000Z','source-1','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','forecast','forecast-1','new watch','known warning',NULL);
INSERT INTO audit VALUES(12,'2026-01-02T03:05:00.000Z','source-2',NULL,'source','source-2',NULL,'known',NULL);
INSERT INTO audit VALUES(13,'2026-01-02T03:05:00.000Z','source-2','run-0ec3e585-bce5-4c26-b46f-7ecfa5d0f839','run','run-0ec3e585-bce5-4c26-b46f-7ecfa5d0f839',NULL,'running',NULL);
INSERT INTO audit VALUES(14,'2026-01-02T03:06:00.000Z','source-2','run-0ec3e585-bce5-4c26-b46f-7ecfa5d0f839','run','run-0ec3e585-bce5-4c26-b46f-7ecfa5d0f839','running','interrupted','the disk was full');
INSERT INTO audit VALUES(15,'2026-01-02T03:07:00.000Z','source-2','run-be3d71fb-5f64-4721-b11d-eece92ebe270','run','run-be3d71fb-5f64-4721-b11d-eece92ebe270',NULL,'running',NULL);
CREATE TABLE memory (
        source TEXT PRIMARY KEY REFERENCES source (id),
        run TEXT NOT NULL REFERENCES run (id),
        known TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
INSERT INTO memory VALUES('source-1','run-aa8ce30a-9eb8-46a1-bdf7-08dd65519389','["remembered"]');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('audit',15);
CREATE INDEX run_of_source ON run (source, number);
CREATE INDEX run_running ON run (owner) WHERE state = 'running';
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never removed'); END;
COMMIT;
