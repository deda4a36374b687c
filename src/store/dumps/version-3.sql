PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (version INTEGER PRIMARY KEY, title TEXT NOT NULL, applied TEXT NOT NULL) STRICT;
INSERT INTO migration VALUES(1,'sources, runs, the life of findings and forecasts, audit trail','2026-01-02T03:00:00.000Z');
INSERT INTO migration VALUES(2,'what a source’s last run knew of its assets, so that they keep their ids; reports are packed','2026-01-02T03:00:00.000Z');
INSERT INTO migration VALUES(3,'findings with owner, due day and waiver, assets with their drift, measures of runs, full text','2026-01-02T03:00:00.000Z');
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
        report TEXT, packed BLOB,
        CHECK ((state = 'complete') = (report IS NOT NULL)),
        CHECK ((state = 'running') = (finished IS NULL))
      ) STRICT;
INSERT INTO run VALUES(1,'run-19947c37-5433-4b5a-9a90-91f20911898a','source-1','','cbc1e46f-62eb-4030-8237-b45fa390f9d7','complete','2026-01-02T03:01:00.000Z','2026-01-02T03:02:00.000Z',NULL,'',X'28b52ffd640c05c514005664672a80276d03333003ab1591568d749282644ab1d86d29a5947a1047e4c6605809a2f8ffdb7e2b2a4d4614045d005a005b002b9b4be73746cd84285819e17e5c24504a1900a8a5a056823280a08c431901101442aefc85b6effa31d3b39eb27ecc998e99725934572aafcb2fc2f5333d06d5644ad74347972b172aa7b3f2757fa65486235772bbe87b40e12a2ca6136b9b8def1cb1cf6ee18dd857b68d7bb60b0ecdec16668c7eb6bf0dc1aeb14bb8ddeb5bcf843cc823c0a0789b4bb859a66cebfad8b65ca96825d3b172d92d16c301f3c8bb0ed324c1ea070b99fa2ef4654a76894c79186f5bc30cb9f2d95b29ac5c6f16b7353322336e186d1b57d8ab2257be6df64565eb9d644294770ae48b70060d9e32f7ce19427a10df64fd1d84cd90a2854aa02d4c58166d36531ada360dd11e102b43680042635c78e4739a347b0632ae2dcc0fa26025ef16789084b762a17aa256ee3b28736f5916be9915cd096662d4c579d4f18b4326b5b2edb2b844ecfee8db9869ba9ee9709e4bd2f16d9ae5b1b482be194587e24223e3fffad1356eb6be0a42cc787cedcfcd502b080264a8111d724c192a93828226d3182042829053e70312a08515cb81c52a1021299ff2a3541c28d81fd73e7950bea9fbe84c2203e2f9ff903b05699f713391e4d81197e055ea1097ca79e292518f0fa0b7d61b6d602564e7b3b82f08c5689b0b75f5bf6b1305804aab081242078b867010873c9fd412daa8b2769e43400269e7fe7f48146eb464ae079ac32269db42f9103659b46006d547ef92277e5c09a7a84928e2a0e231a35046109dda0539954680d35f26c45758634b2105ede9567fccc0d55d6e269822f4334f89d45e8e60bc9244f5e336ed2e6bcf63e87266336eac897307eae63810e2ff3fff805168b83f10cc6812395660560172f14d80');
INSERT INTO run VALUES(2,'run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','source-1','','cbc1e46f-62eb-4030-8237-b45fa390f9d7','complete','2026-01-02T03:03:00.000Z','2026-01-02T03:04:00.000Z',NULL,'',X'28b52ffd64e9033d1300c6226121406ddb1d1dbb73466736a8f468b9b40873bfbc9ed3849890a734b8943ce628ba26580056005700ea9e9814100bbdd177c883522a41a0d6805a028a2140298b520a0254002e7c84a6dff98e29b25e327eac1f764ce838890b1b9fce2ba3f33145120ac2849d0b76870bb5c9c568e1637e4ca8120b2e5c76deda908d36986314cd0cfd640ab9671ab1e05de7eca3f0337d6d8c756d1db3ec3e9f36264544113948a8d5e6986586099b763ea60d173eb8816959a8eb204e0280b5af6ac492716c3680362c5b21f930e13a07265c94a78d1b5cd81c461f0d075cf8dbac0c166a33736dcc14dfa715a529d48c75dbf9c0854f217defc9b4996965b4df350db324136d52a16923e0380929264c3485b84974916cb2244960a4bb360b3e970cb37f9ac7356d7029a4feae19faeb20011105c4c2555d88281ccd0f6db219b550df22997b8e83f0bcfbe075ece39e4e1451cb431698d4c2a68ee31ccefcdedaf669a98d69899e63306a859839dc489e3771973824fde9ff7c776d99696b2349f6697fdcbfcc120e5fa85199614c192a5352d0641a0320428290937c12409695c53c410a22ca3efb1928be3f6ab326946fb1c6eb163a6edd9f6d9b28c1edcbaeda4ae7c41147f0382f860d83c02ba33c84a42f45852e18e5b43263402e2d044ad3406f30f93ce1d78dd8bec12372cc5d28b5c243b2e42324e981065a69e50a17e59feb2267996756fe6f0aa0c45662158909212e288f1311c23e516f58a049e97bf47ee3108782bbad2214c68f19f83b2b42d7b9ab609f503fef8254978219e14bc4346e68576a5d1e1796cca665937f0e07ac045342c8fd7ffc03aed0477f2298b1c95e2ceaac027255cafc');
INSERT INTO run VALUES(3,'run-e33029a5-8974-44cb-ac4c-5b74a9de0741','source-2','','cbc1e46f-62eb-4030-8237-b45fa390f9d7','interrupted','2026-01-02T03:05:00.000Z','2026-01-02T03:06:00.000Z','the disk was full',NULL,NULL);
INSERT INTO run VALUES(4,'run-a5f813a1-0789-41c2-9891-c924878a59c1','source-2','','cbc1e46f-62eb-4030-8237-b45fa390f9d7','running','2026-01-02T03:07:00.000Z',NULL,NULL,NULL,NULL);
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
        last_seen TEXT NOT NULL, systems TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (source, id)
      ) STRICT, WITHOUT ROWID;
INSERT INTO forecast VALUES('source-1','forecast-1','known','moved-model-runs-code','warning',80.0,'Whoever controls acme/rank can run code here.','["src/app.py","src/model.py"]','["finding-1"]','','run-19947c37-5433-4b5a-9a90-91f20911898a','2026-01-02T03:02:00.000Z','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','2026-01-02T03:04:00.000Z','[]');
CREATE TABLE finding_in_run (
        run TEXT NOT NULL REFERENCES run (id),
        finding TEXT NOT NULL,
        life TEXT NOT NULL,
        PRIMARY KEY (run, finding)
      ) STRICT, WITHOUT ROWID;
INSERT INTO finding_in_run VALUES('run-19947c37-5433-4b5a-9a90-91f20911898a','finding-1','new');
INSERT INTO finding_in_run VALUES('run-19947c37-5433-4b5a-9a90-91f20911898a','finding-2','new');
INSERT INTO finding_in_run VALUES('run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','finding-1','known');
INSERT INTO finding_in_run VALUES('run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','finding-2','resolved');
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
INSERT INTO forecast_in_run VALUES('run-19947c37-5433-4b5a-9a90-91f20911898a','forecast-1','new','watch',40.0,'Whoever controls acme/rank can run code here.',NULL,NULL,NULL);
INSERT INTO forecast_in_run VALUES('run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','forecast-1','known','warning',80.0,'Whoever controls acme/rank can run code here.','new','watch',40.0);
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
INSERT INTO audit VALUES(2,'2026-01-02T03:01:00.000Z','source-1','run-19947c37-5433-4b5a-9a90-91f20911898a','run','run-19947c37-5433-4b5a-9a90-91f20911898a',NULL,'running',NULL);
INSERT INTO audit VALUES(3,'2026-01-02T03:02:00.000Z','source-1','run-19947c37-5433-4b5a-9a90-91f20911898a','run','run-19947c37-5433-4b5a-9a90-91f20911898a','running','complete',NULL);
INSERT INTO audit VALUES(4,'2026-01-02T03:02:00.000Z','source-1','run-19947c37-5433-4b5a-9a90-91f20911898a','finding','finding-1',NULL,'new',NULL);
INSERT INTO audit VALUES(5,'2026-01-02T03:02:00.000Z','source-1','run-19947c37-5433-4b5a-9a90-91f20911898a','finding','finding-2',NULL,'new',NULL);
INSERT INTO audit VALUES(6,'2026-01-02T03:02:00.000Z','source-1','run-19947c37-5433-4b5a-9a90-91f20911898a','forecast','forecast-1',NULL,'new watch',NULL);
INSERT INTO audit VALUES(7,'2026-01-02T03:03:00.000Z','source-1','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','run','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3',NULL,'running',NULL);
INSERT INTO audit VALUES(8,'2026-01-02T03:04:00.000Z','source-1','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','run','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','running','complete',NULL);
INSERT INTO audit VALUES(9,'2026-01-02T03:04:00.000Z','source-1','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','finding','finding-1','new','known',NULL);
INSERT INTO audit VALUES(10,'2026-01-02T03:04:00.000Z','source-1','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','finding','finding-2','new','resolved',NULL);
INSERT INTO audit VALUES(11,'2026-01-02T03:04:00.000Z','source-1','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','forecast','forecast-1','new watch','known warning',NULL);
INSERT INTO audit VALUES(12,'2026-01-02T03:05:00.000Z','source-2',NULL,'source','source-2',NULL,'known',NULL);
INSERT INTO audit VALUES(13,'2026-01-02T03:05:00.000Z','source-2','run-e33029a5-8974-44cb-ac4c-5b74a9de0741','run','run-e33029a5-8974-44cb-ac4c-5b74a9de0741',NULL,'running',NULL);
INSERT INTO audit VALUES(14,'2026-01-02T03:06:00.000Z','source-2','run-e33029a5-8974-44cb-ac4c-5b74a9de0741','run','run-e33029a5-8974-44cb-ac4c-5b74a9de0741','running','interrupted','the disk was full');
INSERT INTO audit VALUES(15,'2026-01-02T03:07:00.000Z','source-2','run-a5f813a1-0789-41c2-9891-c924878a59c1','run','run-a5f813a1-0789-41c2-9891-c924878a59c1',NULL,'running',NULL);
CREATE TABLE memory (
        source TEXT PRIMARY KEY REFERENCES source (id),
        run TEXT NOT NULL REFERENCES run (id),
        known BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
INSERT INTO memory VALUES('source-1','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3',X'28b52ffd240e7100005b2272656d656d6265726564225df87d78c8');
CREATE TABLE IF NOT EXISTS "finding" (
        number INTEGER PRIMARY KEY,
        source TEXT NOT NULL REFERENCES source (id),
        id TEXT NOT NULL,
        life TEXT NOT NULL,
        detector TEXT NOT NULL,
        objective TEXT NOT NULL,
        category TEXT NOT NULL,
        severity TEXT NOT NULL,
        rank INTEGER NOT NULL,
        asset TEXT NOT NULL,
        asset_name TEXT NOT NULL,
        message TEXT NOT NULL,
        scope TEXT NOT NULL,
        first_run TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_run TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        owner TEXT,
        due TEXT,
        state TEXT,
        waived_owner TEXT,
        waived_reason TEXT,
        waived_until TEXT,
        waived_state TEXT,
        waived_by TEXT,
        UNIQUE (source, id)
      ) STRICT;
INSERT INTO finding VALUES(1,'source-1','finding-1','known','model-unpinned','model-pinned','model-integrity','medium',2,'model-1','acme/rank','Model acme/rank can be moved.','','run-19947c37-5433-4b5a-9a90-91f20911898a','2026-01-02T03:02:00.000Z','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','2026-01-02T03:04:00.000Z',NULL,'2026-04-02',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO finding VALUES(2,'source-1','finding-2','resolved','model-unpinned','model-pinned','model-integrity','critical',0,'model-1','acme/rank','Ärger with acme/rank','','run-19947c37-5433-4b5a-9a90-91f20911898a','2026-01-02T03:02:00.000Z','run-19947c37-5433-4b5a-9a90-91f20911898a','2026-01-02T03:02:00.000Z',NULL,'2026-01-09',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE finding_detail (
        number INTEGER PRIMARY KEY,
        paths TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
INSERT INTO finding_detail VALUES(1,'["src/app.py","src/model.py"]','{"systems":[],"evidence":[{"path":"src/app.py","line":3}],"remedy":"Name a commit.","references":[]}');
INSERT INTO finding_detail VALUES(2,'["src/app.py","src/model.py"]','{"systems":[],"evidence":[{"path":"src/app.py","line":3}],"remedy":"Name a commit.","references":[]}');
CREATE TABLE finding_system (
        system TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (system, number)
      ) STRICT, WITHOUT ROWID;
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','finding_text','finding_text',0,'CREATE VIRTUAL TABLE finding_text USING fts5 (words, content = '''', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")');
CREATE TABLE IF NOT EXISTS 'finding_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO finding_text_data VALUES(1,X'0320');
INSERT INTO finding_text_data VALUES(10,X'00000000ff000001010203000201010101010101020201010202000001');
INSERT INTO finding_text_data VALUES(137438953473,X'00000092053061636d650102030102040202707001020b01020a02047267657202020201026265010206010363616e0102050109696e7465677269747901020901020801056d6f64656c01020201020603037665640102070102707901020c01020b010472616e6b010204010205010373726301020a0102090108756e70696e6e6564010208010207010477697468020203040c0a090708110d080a0c0b10');
INSERT INTO finding_text_data VALUES(274877906945,X'00000068053061636d650102030202707001020b01026265010206010363616e0102050109696e7465677269747901020901056d6f64656c01020203037665640102070102707901020c010472616e6b010204010373726301020a0108756e70696e6e656401020804090707080e0a08070908');
INSERT INTO finding_text_data VALUES(9007336693694464,X'04000000000000010000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'finding_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO finding_text_idx VALUES(1,X'',2);
INSERT INTO finding_text_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'finding_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO finding_text_docsize VALUES(1,X'0b',2);
INSERT INTO finding_text_docsize VALUES(2,X'0a',1);
CREATE TABLE IF NOT EXISTS 'finding_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO finding_text_config VALUES('version',4);
CREATE TABLE asset (
        number INTEGER PRIMARY KEY,
        source TEXT NOT NULL REFERENCES source (id),
        id TEXT NOT NULL,
        life TEXT NOT NULL,
        kind TEXT NOT NULL,
        layer TEXT NOT NULL,
        name TEXT NOT NULL,
        digest TEXT NOT NULL,
        scope TEXT NOT NULL,
        first_run TEXT NOT NULL,
        first_seen TEXT NOT NULL,
        last_run TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        UNIQUE (source, id)
      ) STRICT;
INSERT INTO asset VALUES(1,'source-1','model-1','present','model','model','acme/rank','ZPJdwpea6ULg-nEhuXzeIZ','','run-19947c37-5433-4b5a-9a90-91f20911898a','2026-01-02T03:02:00.000Z','run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','2026-01-02T03:04:00.000Z');
CREATE TABLE asset_detail (
        number INTEGER PRIMARY KEY,
        paths TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
INSERT INTO asset_detail VALUES(1,'["src/model.py"]','{"facts":{},"seen":[{"path":"src/model.py","line":1,"how":"declared","confidence":0.9}],"systems":[]}');
CREATE TABLE asset_system (
        system TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (system, number)
      ) STRICT, WITHOUT ROWID;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','asset_text','asset_text',0,'CREATE VIRTUAL TABLE asset_text USING fts5 (words, content = '''', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")');
CREATE TABLE IF NOT EXISTS 'asset_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO asset_text_data VALUES(1,X'020a');
INSERT INTO asset_text_data VALUES(10,X'00000000ff000001010203000201010101010101010201010202000001');
INSERT INTO asset_text_data VALUES(137438953473,X'0000002f053061636d6501020201056d6f64656c01020401027079010206010472616e6b010203010373726301020504090a0709');
INSERT INTO asset_text_data VALUES(274877906945,X'0000002f053061636d6501020201056d6f64656c01020401027079010206010472616e6b010203010373726301020504090a0709');
INSERT INTO asset_text_data VALUES(9007336693694464,X'04000000000000010000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS 'asset_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO asset_text_idx VALUES(1,X'',2);
INSERT INTO asset_text_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'asset_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO asset_text_docsize VALUES(1,X'05',2);
CREATE TABLE IF NOT EXISTS 'asset_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO asset_text_config VALUES('version',4);
CREATE TABLE asset_change (
        number INTEGER PRIMARY KEY,
        run TEXT NOT NULL REFERENCES run (id),
        source TEXT NOT NULL,
        asset TEXT NOT NULL,
        at TEXT NOT NULL,
        what TEXT NOT NULL CHECK (what IN ('appeared', 'changed', 'vanished', 'returned')),
        detail TEXT NOT NULL
      ) STRICT;
INSERT INTO asset_change VALUES(1,'run-19947c37-5433-4b5a-9a90-91f20911898a','source-1','model-1','2026-01-02T03:02:00.000Z','appeared','[]');
CREATE TABLE run_measure (
        run TEXT PRIMARY KEY REFERENCES run (id),
        source TEXT NOT NULL REFERENCES source (id),
        at TEXT NOT NULL,
        warnings INTEGER NOT NULL,
        watches INTEGER NOT NULL,
        advisories INTEGER NOT NULL,
        score REAL NOT NULL,
        critical INTEGER NOT NULL,
        high INTEGER NOT NULL,
        medium INTEGER NOT NULL,
        low INTEGER NOT NULL,
        info INTEGER NOT NULL,
        assets INTEGER NOT NULL,
        files_seen INTEGER NOT NULL,
        files_understood INTEGER NOT NULL,
        asked INTEGER NOT NULL,
        answered INTEGER NOT NULL
      ) STRICT;
INSERT INTO run_measure VALUES('run-19947c37-5433-4b5a-9a90-91f20911898a','source-1','2026-01-02T03:02:00.000Z',0,1,0,40.0,1,0,1,0,0,1,1,1,1,1);
INSERT INTO run_measure VALUES('run-dbe0d6b9-0b1a-4fec-a18f-b827117e9cf3','source-1','2026-01-02T03:04:00.000Z',1,0,0,80.0,0,0,1,0,0,1,1,1,1,1);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('audit',15);
CREATE INDEX run_of_source ON run (source, number);
CREATE INDEX run_running ON run (owner) WHERE state = 'running';
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never removed'); END;
CREATE INDEX finding_gravest ON finding (rank, number, life, category, detector, source, owner, asset);
CREATE INDEX finding_of_life ON finding (life, rank, number);
CREATE INDEX finding_of_category ON finding (category, rank, number);
CREATE INDEX finding_of_detector ON finding (detector, rank, number);
CREATE INDEX finding_of_owner ON finding (owner, rank, number);
CREATE INDEX finding_of_source ON finding (source, rank, number);
CREATE INDEX finding_of_asset ON finding (asset, rank, number);
CREATE INDEX finding_waived ON finding (waived_until, rank, number);
CREATE INDEX finding_newest ON finding (first_seen, number);
CREATE INDEX finding_due ON finding (due, number);
CREATE INDEX finding_system_number ON finding_system (number);
CREATE INDEX asset_by_name ON asset (name, number, kind, layer, life, source);
CREATE INDEX asset_of_kind ON asset (kind, name, number);
CREATE INDEX asset_of_layer ON asset (layer, name, number);
CREATE INDEX asset_of_source ON asset (source, name, number);
CREATE INDEX asset_of_life ON asset (life, name, number);
CREATE INDEX asset_system_number ON asset_system (number);
CREATE INDEX asset_change_of_asset ON asset_change (source, asset, number);
CREATE INDEX asset_change_of_run ON asset_change (run, number);
CREATE INDEX run_measure_of_source ON run_measure (source, at);
PRAGMA writable_schema=OFF;
COMMIT;
