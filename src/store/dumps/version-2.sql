PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (version INTEGER PRIMARY KEY, title TEXT NOT NULL, applied TEXT NOT NULL) STRICT;
INSERT INTO migration VALUES(1,'sources, runs, the life of findings and forecasts, audit trail','2026-01-02T03:00:00.000Z');
INSERT INTO migration VALUES(2,'what a source’s last run knew of its assets, so that they keep their ids; reports are packed','2026-01-02T03:00:00.000Z');
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
INSERT INTO run VALUES(1,'run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','source-1','','73b98f6e-ef70-45b8-8db3-8d5499f6fd97','complete','2026-01-02T03:01:00.000Z','2026-01-02T03:02:00.000Z',NULL,'',X'28b52ffd600c05c514005664672a80276d03333003ab1591568d749282644ab1d86d29a5947a1047e4c6605809a2f8ffdb7e2b2a4d4614045d005a005b002b9b4be73746cd84285819e17e5c24504a1900a8a5a056823280a08c431901101442aefc85b6effa31d3b39eb27ecc998e99725934572aafcb2fc2f5333d06d5644ad74347972b172aa7b3f2757fa65486235772bbe87b40e12a2ca6136b9b8def1cb1cf6ee18dd857b68d7bb60b0ecdec16668c7eb6bf0dc1aeb14bb8ddeb5bcf843cc823c0a0789b4bb859a66cebfad8b65ca96825d3b172d92d16c301f3c8bb0ed324c1ea070b99fa2ef4654a76894c79186f5bc30cb9f2d95b29ac5c6f16b7353322336e186d1b57d8ab2257be6df64565eb9d644294770ae48b70060d9e32f7ce19427a10df64fd1d84cd90a2854aa02d4c58166d36531ada360dd11e102b43680042635c78e4739a347b0632ae2dcc0fa26025ef16789084b762a17aa256ee3b28736f5916be9915cd096662d4c579d4f18b4326b5b2edb2b844ecfee8db9869ba9ee9709e4bd2f16d9ae5b1b482be194587e24223e3fffad1356eb6be0a42cc787cedcfcd502b080264a8111d724c192a93828226d3182042829053e70312a08515cb81c52a1021299ff2a3541c28d81fd73e7950bea9fbe84c2203e2f9ff903b05699f713391e4d81197e055ea1097ca79e292518f0fa0b7d61b6d602564e7b3b82f08c5689b0b75f5bf6b1305804aab081242078b867010873c9fd412daa8b2769e43400269e7fe7f48146eb464ae079ac32269db42f9103659b46006d547ef92277e5c09a7a84928e2a0e231a35046109dda0539954680d35f26c45758634b2105ede9567fccc0d55d6e269822f4334f89d45e8e60bc9244f5e336ed2e6bcf63e87266336eac897307eae63810e2ff3fff805168b83f10cc68123956605601');
INSERT INTO run VALUES(2,'run-325b60ab-1677-4bb8-a594-af5537b585b4','source-1','','73b98f6e-ef70-45b8-8db3-8d5499f6fd97','complete','2026-01-02T03:03:00.000Z','2026-01-02T03:04:00.000Z',NULL,'',X'28b52ffd60e9033d1300c6226121406ddb1d1dbb73466736a8f468b9b40873bfbc9ed3849890a734b8943ce628ba26580056005700ea9e9814100bbdd177c883522a41a0d6805a028a2140298b520a0254002e7c84a6dff98e29b25e327eac1f764ce838890b1b9fce2ba3f33145120ac2849d0b76870bb5c9c568e1637e4ca8120b2e5c76deda908d36986314cd0cfd640ab9671ab1e05de7eca3f0337d6d8c756d1db3ec3e9f36264544113948a8d5e6986586099b763ea60d173eb8816959a8eb204e0280b5af6ac492716c3680362c5b21f930e13a07265c94a78d1b5cd81c461f0d075cf8dbac0c166a33736dcc14dfa715a529d48c75dbf9c0854f217defc9b4996965b4df350db324136d52a16923e0380929264c3485b84974916cb2244960a4bb360b3e970cb37f9ac7356d7029a4feae19faeb20011105c4c2555d88281ccd0f6db219b550df22997b8e83f0bcfbe075ece39e4e1451cb431698d4c2a68ee31ccefcdedaf669a98d69899e63306a859839dc489e3771973824fde9ff7c776d99696b2349f6697fdcbfcc120e5fa85199614c192a5352d0641a0320428290937c12409695c53c410a22ca3efb1928be3f6ab326946fb1c6eb163a6edd9f6d9b28c1edcbaeda4ae7c41147f0382f860d83c02ba33c84a42f45852e18e5b43263402e2d044ad3406f30f93ce1d78dd8bec12372cc5d28b5c243b2e42324e981065a69e50a17e59feb2267996756fe6f0aa0c45662158909212e288f1311c23e516f58a049e97bf47ee3108782bbad2214c68f19f83b2b42d7b9ab609f503fef8254978219e14bc4346e68576a5d1e1796cca665937f0e07ac045342c8fd7ffc03aed0477f2298b1c95e2ceaac02');
INSERT INTO run VALUES(3,'run-9e1b231b-f22a-4c3c-abe9-52f71a842f3c','source-2','','73b98f6e-ef70-45b8-8db3-8d5499f6fd97','interrupted','2026-01-02T03:05:00.000Z','2026-01-02T03:06:00.000Z','the disk was full',NULL,NULL);
INSERT INTO run VALUES(4,'run-1319b0cd-6afe-40d2-9136-9d38ce3d0815','source-2','','73b98f6e-ef70-45b8-8db3-8d5499f6fd97','running','2026-01-02T03:07:00.000Z',NULL,NULL,NULL,NULL);
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
INSERT INTO finding VALUES('source-1','finding-1','known','model-unpinned','model-1','medium','Model acme/rank can be moved.','["src/app.py","src/model.py"]','','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','2026-01-02T03:02:00.000Z','run-325b60ab-1677-4bb8-a594-af5537b585b4','2026-01-02T03:04:00.000Z');
INSERT INTO finding VALUES('source-1','finding-2','resolved','model-unpinned','model-1','critical','Ärger with acme/rank','["src/app.py","src/model.py"]','','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','2026-01-02T03:02:00.000Z','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','2026-01-02T03:02:00.000Z');
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
INSERT INTO forecast VALUES('source-1','forecast-1','known','moved-model-runs-code','warning',80.0,'Whoever controls acme/rank can run code here.','["src/app.py","src/model.py"]','["finding-1"]','','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','2026-01-02T03:02:00.000Z','run-325b60ab-1677-4bb8-a594-af5537b585b4','2026-01-02T03:04:00.000Z');
CREATE TABLE finding_in_run (
        run TEXT NOT NULL REFERENCES run (id),
        finding TEXT NOT NULL,
        life TEXT NOT NULL,
        PRIMARY KEY (run, finding)
      ) STRICT, WITHOUT ROWID;
INSERT INTO finding_in_run VALUES('run-325b60ab-1677-4bb8-a594-af5537b585b4','finding-1','known');
INSERT INTO finding_in_run VALUES('run-325b60ab-1677-4bb8-a594-af5537b585b4','finding-2','resolved');
INSERT INTO finding_in_run VALUES('run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','finding-1','new');
INSERT INTO finding_in_run VALUES('run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','finding-2','new');
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
INSERT INTO forecast_in_run VALUES('run-325b60ab-1677-4bb8-a594-af5537b585b4','forecast-1','known','warning',80.0,'Whoever controls acme/rank can run code here.','new','watch',40.0);
INSERT INTO forecast_in_run VALUES('run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','forecast-1','new','watch',40.0,'Whoever controls acme/rank can run code here.',NULL,NULL,NULL);
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
INSERT INTO audit VALUES(2,'2026-01-02T03:01:00.000Z','source-1','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','run','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3',NULL,'running',NULL);
INSERT INTO audit VALUES(3,'2026-01-02T03:02:00.000Z','source-1','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','run','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','running','complete',NULL);
INSERT INTO audit VALUES(4,'2026-01-02T03:02:00.000Z','source-1','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','finding','finding-1',NULL,'new',NULL);
INSERT INTO audit VALUES(5,'2026-01-02T03:02:00.000Z','source-1','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','finding','finding-2',NULL,'new',NULL);
INSERT INTO audit VALUES(6,'2026-01-02T03:02:00.000Z','source-1','run-af0a4e4a-84d9-437d-a9a2-05bf763cf2a3','forecast','forecast-1',NULL,'new watch',NULL);
INSERT INTO audit VALUES(7,'2026-01-02T03:03:00.000Z','source-1','run-325b60ab-1677-4bb8-a594-af5537b585b4','run','run-325b60ab-1677-4bb8-a594-af5537b585b4',NULL,'running',NULL);
INSERT INTO audit VALUES(8,'2026-01-02T03:04:00.000Z','source-1','run-325b60ab-1677-4bb8-a594-af5537b585b4','run','run-325b60ab-1677-4bb8-a594-af5537b585b4','running','complete',NULL);
INSERT INTO audit VALUES(9,'2026-01-02T03:04:00.000Z','source-1','run-325b60ab-1677-4bb8-a594-af5537b585b4','finding','finding-1','new','known',NULL);
INSERT INTO audit VALUES(10,'2026-01-02T03:04:00.000Z','source-1','run-325b60ab-1677-4bb8-a594-af5537b585b4','finding','finding-2','new','resolved',NULL);
INSERT INTO audit VALUES(11,'2026-01-02T03:04:00.000Z','source-1','run-325b60ab-1677-4bb8-a594-af5537b585b4','forecast','forecast-1','new watch','known warning',NULL);
INSERT INTO audit VALUES(12,'2026-01-02T03:05:00.000Z','source-2',NULL,'source','source-2',NULL,'known',NULL);
INSERT INTO audit VALUES(13,'2026-01-02T03:05:00.000Z','source-2','run-9e1b231b-f22a-4c3c-abe9-52f71a842f3c','run','run-9e1b231b-f22a-4c3c-abe9-52f71a842f3c',NULL,'running',NULL);
INSERT INTO audit VALUES(14,'2026-01-02T03:06:00.000Z','source-2','run-9e1b231b-f22a-4c3c-abe9-52f71a842f3c','run','run-9e1b231b-f22a-4c3c-abe9-52f71a842f3c','running','interrupted','the disk was full');
INSERT INTO audit VALUES(15,'2026-01-02T03:07:00.000Z','source-2','run-1319b0cd-6afe-40d2-9136-9d38ce3d0815','run','run-1319b0cd-6afe-40d2-9136-9d38ce3d0815',NULL,'running',NULL);
CREATE TABLE memory (
        source TEXT PRIMARY KEY REFERENCES source (id),
        run TEXT NOT NULL REFERENCES run (id),
        known BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
INSERT INTO memory VALUES('source-1','run-325b60ab-1677-4bb8-a594-af5537b585b4',X'28b52ffd200e7100005b2272656d656d6265726564225d');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('audit',15);
CREATE INDEX run_of_source ON run (source, number);
CREATE INDEX run_running ON run (owner) WHERE state = 'running';
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is never removed'); END;
COMMIT;
