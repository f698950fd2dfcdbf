DROP TABLE claims;

CREATE TABLE affiliations (
	number INTEGER NOT NULL,
	member TEXT NOT NULL,
	body TEXT NOT NULL,
	reason TEXT NOT NULL,
	evidence TEXT NOT NULL,
	PRIMARY KEY (number)
) STRICT;

CREATE TABLE claims (
	id TEXT NOT NULL,
	text TEXT NOT NULL,
	said_by TEXT NOT NULL,
	statements TEXT NOT NULL,
	denials TEXT NOT NULL,
	documents TEXT NOT NULL,
	ties TEXT NOT NULL,
	variants TEXT NOT NULL,
	weight TEXT NOT NULL,
	denied TEXT NOT NULL,
	circular INTEGER NOT NULL,
	loops TEXT NOT NULL,
	hardened_at TEXT NOT NULL,
	corrected TEXT NOT NULL,
	PRIMARY KEY (id)
) STRICT;

CREATE TABLE entities (
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	names TEXT NOT NULL,
	documents TEXT NOT NULL,
	PRIMARY KEY (id)
) STRICT;

CREATE TABLE entity_links (
	a TEXT NOT NULL,
	b TEXT NOT NULL,
	score REAL NOT NULL,
	features TEXT NOT NULL,
	reason TEXT NOT NULL,
	evidence TEXT NOT NULL,
	PRIMARY KEY (a, b)
) STRICT;

CREATE TABLE overrules (
	number INTEGER NOT NULL,
	ruling TEXT NOT NULL,
	subjects TEXT NOT NULL,
	chain TEXT,
	note TEXT NOT NULL,
	"by" TEXT NOT NULL,
	made TEXT NOT NULL,
	withdrawn TEXT,
	PRIMARY KEY (number)
) STRICT;

CREATE TABLE reuses (
	document TEXT NOT NULL,
	source TEXT NOT NULL,
	directed INTEGER NOT NULL,
	reason TEXT NOT NULL,
	evidence TEXT NOT NULL,
	passages TEXT NOT NULL,
	PRIMARY KEY (document, source)
) STRICT;

CREATE TABLE stories (
	id TEXT NOT NULL,
	documents TEXT NOT NULL,
	PRIMARY KEY (id)
) STRICT;

CREATE TABLE keys (
	kind TEXT NOT NULL,
	"key" INTEGER NOT NULL,
	document TEXT NOT NULL,
	PRIMARY KEY (kind, "key", document),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID,
 STRICT;

CREATE INDEX keys_by_document ON keys (document);

CREATE TABLE linked (
	document TEXT NOT NULL,
	made_of TEXT NOT NULL,
	PRIMARY KEY (document),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE meetings (
	a TEXT NOT NULL,
	b TEXT NOT NULL,
	same_matter INTEGER NOT NULL,
	score REAL NOT NULL,
	features TEXT NOT NULL,
	reuse TEXT,
	ties TEXT NOT NULL,
	PRIMARY KEY (a, b),
	FOREIGN KEY(a) REFERENCES documents (id) ON DELETE CASCADE,
	FOREIGN KEY(b) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX meetings_by_b ON meetings (b);
