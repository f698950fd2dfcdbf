-- Version 2 of a collection's file.

CREATE TABLE documents (
	id TEXT NOT NULL,
	url TEXT,
	canonical_url TEXT,
	outlet TEXT,
	outlet_from TEXT,
	published TEXT,
	published_from TEXT,
	byline TEXT,
	headline TEXT NOT NULL,
	text TEXT NOT NULL,
	language TEXT,
	status TEXT NOT NULL,
	status_from TEXT,
	input TEXT NOT NULL,
	media_type TEXT NOT NULL,
	version_of TEXT,
	furniture TEXT NOT NULL,
	credits TEXT NOT NULL,
	PRIMARY KEY (id)
) STRICT;

CREATE INDEX documents_by_url ON documents (url);

CREATE INDEX documents_by_version ON documents (version_of);

CREATE TABLE raws (
	document TEXT NOT NULL,
	size INTEGER NOT NULL,
	packed BLOB NOT NULL,
	PRIMARY KEY (document),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE readings (
	document TEXT NOT NULL,
	reader TEXT NOT NULL,
	names TEXT NOT NULL,
	furniture TEXT NOT NULL,
	PRIMARY KEY (document),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE statements (
	id TEXT NOT NULL,
	document TEXT NOT NULL,
	spans TEXT NOT NULL,
	text TEXT NOT NULL,
	cue TEXT,
	chain TEXT NOT NULL,
	polarity TEXT NOT NULL,
	modality TEXT NOT NULL,
	continued INTEGER NOT NULL,
	times TEXT NOT NULL,
	places TEXT NOT NULL,
	embedding BLOB NOT NULL,
	credited INTEGER NOT NULL,
	reasons TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX statements_by_document ON statements (document, position);

CREATE TABLE linked (
	document TEXT NOT NULL,
	made_of TEXT NOT NULL,
	PRIMARY KEY (document),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE keys (
	kind TEXT NOT NULL,
	"key" INTEGER NOT NULL,
	document TEXT NOT NULL,
	PRIMARY KEY (kind, "key", document),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX keys_by_document ON keys (document);

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

CREATE TABLE affiliations (
	number INTEGER NOT NULL,
	member TEXT NOT NULL,
	body TEXT NOT NULL,
	reason TEXT NOT NULL,
	evidence TEXT NOT NULL,
	PRIMARY KEY (number)
) STRICT;

CREATE TABLE stories (
	id TEXT NOT NULL,
	documents TEXT NOT NULL,
	PRIMARY KEY (id)
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

CREATE TABLE rejected (
	input TEXT NOT NULL,
	step TEXT NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (input, step, reason)
) STRICT;

CREATE TABLE amendments (
	number INTEGER NOT NULL,
	document TEXT NOT NULL,
	field TEXT NOT NULL,
	value TEXT NOT NULL,
	made TEXT NOT NULL,
	withdrawn TEXT,
	PRIMARY KEY (number),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX amendments_by_document ON amendments (document);

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

CREATE TABLE settings (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name)
) STRICT;

