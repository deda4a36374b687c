PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (version INTEGER PRIMARY KEY, title TEXT NOT NULL, applied TEXT NOT NULL) STRICT;
INSERT INTO migration VALUES(1,'sources, runs, the life of findings and forecasts, audit trail','2026-01-02T03:00:00.000Z');
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
INSERT INTO run VALUES(1,'run-ad99e2e9-8e92-473f-b556-57a8fde15876','source-1','','05930774-b037-4c00-903c-715f17fcc371','complete','2026-01-02T03:01:00.000Z','2026-01-02T03:02:00.000Z',NULL,'{"schemaVersion":"1.0","tool":{"name":"isobar","version":"0.1.0"},"target":{"path":"app","source":"local:app"},"startedAt":"2026-01-02T03:04:05.000Z","systems":[],"assets":[{"id":"model-1","kind":"model","layer":"model","name":"acme/rank","systems":[],"facts":{},"seen":[{"path":"src/model.py","line":1,"how":"declared","confidence":0.9}]}],"relations":[],"findings":[{"id":"finding-1","detector":"model-unpinned","objective":"model-pinned","category":"model-integrity","severity":"medium","outcome":"fail","asset":"model-1","systems":[],"message":"Model acme/rank can be moved.","evidence":[{"path":"src/app.py","line":3}],"remedy":"Name a commit.","references":[]},{"id":"finding-2","detector":"model-unpinned","objective":"model-pinned","category":"model-integrity","severity":"critical","outcome":"fail","asset":"model-1","systems":[],"message":"Ärger with acme/rank","evidence":[{"path":"src/app.py","line":3}],"remedy":"Name a commit.","references":[]}],"forecasts":[{"id":"forecast-1","level":"watch","correlation":"moved-model-runs-code","references":[],"systems":[],"score":40,"factors":[],"sentence":"Whoever controls acme/rank can run code here.","conditions":[{"id":"unpinned","state":"true","says":"acme/rank is not pinned","evidence":[{"path":"src/app.py","line":3}]}],"hops":[],"findings":["finding-1"]}],"coverage":{"files":{"seen":1,"read":1,"understood":1,"skipped":0,"bytes":10},"detectors":[{"detector":"model-unpinned","objective":"model-pinned","pass":0,"fail":1,"unknown":0,"notApplicable":0}],"frameworks":[]},"notSeen":[]}');
INSERT INTO run VALUES(2,'run-38d31f28-9313-4fe4-b411-55164303b404','source-1','','05930774-b037-4c00-903c-715f17fcc371','complete','2026-01-02T03:03:00.000Z','2026-01-02T03:04:00.000Z',NULL,'{"schemaVersion":"1.0","tool":{"name":"isobar","version":"0.1.0"},"target":{"path":"app","source":"local:app"},"startedAt":"2026-01-02T03:04:05.000Z","systems":[],"assets":[{"id":"model-1","kind":"model","layer":"model","name":"acme/rank","systems":[],"facts":{},"seen":[{"path":"src/model.py","line":1,"how":"declared","confidence":0.9}]}],"relations":[],"findings":[{"id":"finding-1","detector":"model-unpinned","objective":"model-pinned","category":"model-integrity","severity":"medium","outcome":"fail","asset":"model-1","systems":[],"message":"Model acme/rank can be moved.","evidence":[{"path":"src/app.py","line":3}],"remedy":"Name a commit.","references":[]}],"forecasts":[{"id":"forecast-1","level":"warning","correlation":"moved-model-runs-code","references":[],"systems":[],"score":80,"factors":[],"sentence":"Whoever controls acme/rank can run code here.","conditions":[{"id":"unpinned","state":"true","says":"acme/rank is not pinned","evidence":[{"path":"src/app.py","line":3}]}],"hops":[],"findings":["finding-1"]}],"coverage":{"files":{"seen":1,"read":1,"understood":1,"skipped":0,"bytes":10},"detectors":[{"detector":"model-unpinned","objective":"model-pinned","pass":0,"fail":1,"unknown":0,"notApplicable":0}],"frameworks":[]},"notSeen":[]}');
INSERT INTO run VALUES(3,'run-24596284-6e3b-4c9d-867f-a3115d70a863','source-2','','05930774-b037-4c00-903c-715f17fcc371','interrupted','2026-01-02T03:05:00.000Z','2026-01-02T03:06:00.000Z','the disk was full',NULL);
INSERT INTO run VALUES(4,'run-b7271228-0f72-42f2-bdc3-c49f07ee7e79','source-2','','05930774-b037-4c00-903c-715f17fcc371','running','2026-01-02T03:07:00.000Z',NULL,NULL,NULL);
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
INSERT INTO finding VALUES('source-1','finding-1','known','model-unpinned','model-1','medium','Model acme/rank can be moved.','["src/app.py","src/model.py"]','','run-ad99e2e9-8e92-473f-b556-57a8fde15876','2026-01-02T03:02:00.000Z','run-38d31f28-9313-4fe4-b411-55164303b404','2026-01-02T03:04:00.000Z');
INSERT INTO finding VALUES('source-1','finding-2','resolved','model-unpinned','model-1','critical','Ärger with acme/rank','["src/app.py","src/model.py"]','','run-ad99e2e9-8e92-473f-b556-57a8fde15876','2026-01-02T03:02:00.000Z','run-ad99e2e9-8e92-473f-b556-57a8fde15876','2026-01-02T03:02:00.000Z');
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
INSERT INTO forecast VALUES('source-1','forecast-1','known','moved-model-runs-code','warning',80.0,'Whoever controls acme/rank can run code here.','["src/app.py","src/model.py"]','["finding-1"]','','run-ad99e2e9-8e92-473f-b556-57a8fde15876','2026-01-02T03:02:00.000Z','run-38d31f28-9313-4fe4-b411-55164303b404','2026-01-02T03:04:00.000Z');
CREATE TABLE finding_in_run (
        run TEXT NOT NULL REFERENCES run (id),
        finding TEXT NOT NULL,
        life TEXT NOT NULL,
        PRIMARY KEY (run, finding)
      ) STRICT, WITHOUT ROWID;
INSERT INTO finding_in_run VALUES('run-38d31f28-9313-4fe4-b411-55164303b404','finding-1','known');
INSERT INTO finding_in_run VALUES('run-38d31f28-9313-4fe4-b411-55164303b404','finding-2','resolved');
INSERT INTO finding_in_run VALUES('run-ad99e2e9-8e92-473f-b556-57a8fde15876','finding-1','new');
INSERT INTO finding_in_run VALUES('run-ad99e2e9-8e92-473f-b556-57a8fde15876','finding-2','new');
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
INSERT INTO forecast_in_run VALUES('run-38d31f28-9313-4fe4-b411-55164303b404','forecast-1','known','warning',80.0,'Whoever controls acme/rank can run code here.','new','watch',40.0);
INSERT INTO forecast_in_run VALUES('run-ad99e2e9-8e92-473f-b556-57a8fde15876','forecast-1','new','watch',40.0,'Whoever controls acme/rank can run code here.',NULL,NULL,NULL);
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
INSERT INTO audit VALUES(2,'2026-01-02T03:01:00.000Z','source-1','run-ad99e2e9-8e92-473f-b556-57a8fde15876','run','run-ad99e2e9-8e92-473f-b556-57a8fde15876',NULL,'running',NULL);
INSERT INTO audit VALUES(3,'2026-01-02T03:02:00.000Z','source-1','run-ad99e2e9-8e92-473f-b556-57a8fde15876','run','run-ad99e2e9-8e92-473f-b556-57a8fde15876','running','complete',NULL);
INSERT INTO audit VALUES(4,'2026-01-02T03:02:00.000Z','source-1','run-ad99e2e9-8e92-473f-b556-57a8fde15876','finding','finding-1',NULL,'new',NULL);
INSERT INTO audit VALUES(5,'2026-01-02T03:02:00.000Z','source-1','run-ad99e2e9-8e92-473f-b556-57a8fde15876','finding','finding-2',NULL,'new',NULL);
INSERT INTO audit VALUES(6,'2026-01-02T03:02:00.000Z','source-1','run-ad99e2e9-8e92-473f-b556-57a8fde15876','forecast','forecast-1',NULL,'new watch',NULL);
INSERT INTO audit VALUES(7,'2026-01-02T03:03:00.000Z','source-1','run-38d31f28-9313-4fe4-b411-55164303b404','run','run-38d31f28-9313-4fe4-b411-55164303b404',NULL,'running',NULL);
INSERT INTO audit VALUES(8,'2026-01-02T03:04:00.000Z','source-1','run-38d31f28-9313-4fe4-b411-55164303b404','run','run-38d31f28-9313-4fe4-b411-55164303b404','running','complete',NULL);
INSERT INTO audit VALUES(9,'2026-01-02T03:04:00.000Z','source-1','run-38d31f28-9313-4fe4-b411-55164303b404','finding','finding-1','new','known',NULL);
INSERT INTO audit VALUES(10,'2026-01-02T03:04:00.000Z','source-1','run-38d31f28-9313-4fe4-b411-55164303b404','finding','finding-2','new','resolved',NULL);
INSERT INTO audit VALUES(11,'2026-01-02T03:04:00.000Z','source-1','run-38d31f28-9313-4fe4-b411-55164303b404','forecast','forecast-1','new watch','known warning',NULL);
INSERT INTO audit VALUES(12,'2026-01-02T03:05:00.000Z','source-2',NULL,'source','source-2',NULL,'known',NULL);
INSERT INTO audit VALUES(13,'2026-01-02T03:05:00.000Z','source-2','run-24596284-6e3b-4c9d-867f-a3115d70a863','run','run-24596284-6e3b-4c9d-867f-a3115d70a863',NULL,'running',NULL);
INSERT INTO audit VALUES(14,'2026-01-02T03:06:00.000Z','source-2','run-24596284-6e3b-4c9d-867f-a3115d70a863','run','run-24596284-6e3b-4c9d-867f-a3115d70a863','running','interrupted','the disk was full');
INSERT INTO audit VALUES(15,'2026-01-02T03:07:00.000Z','source-2','run-b7271228-0f72-42f2-bdc3-c49f07ee7e79','run','run-b7271228-0f72-42f2-bdc3-c49f07ee7e79',NULL,'running',NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('audit',15);
CREATE INDEX run_of_source ON run (source, number);
CREATE INDEX run_running ON run (owner) WHERE state = 'running';
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never removed'); END;
COMMIT;
