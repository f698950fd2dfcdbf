CREATE INDEX documents_by_own_address ON documents (canonical_url);

CREATE INDEX readings_by_reader ON readings (reader);

CREATE INDEX entity_links_by_b ON entity_links (b);

CREATE TABLE document_entries (
	number INTEGER NOT NULL,
	document TEXT NOT NULL,
	latest TEXT NOT NULL,
	outlet TEXT,
	folded TEXT NOT NULL,
	published TEXT,
	moment REAL NOT NULL,
	over REAL NOT NULL,
	facets TEXT NOT NULL,
	PRIMARY KEY (number),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX document_entries_by_document ON document_entries (document);

CREATE INDEX document_entries_by_outlet ON document_entries (folded, moment, document, over, latest);

CREATE INDEX document_entries_by_time ON document_entries (moment, document, over, latest);

CREATE TABLE statement_entries (
	number INTEGER NOT NULL,
	statement TEXT NOT NULL,
	document TEXT NOT NULL,
	position INTEGER NOT NULL,
	certainty TEXT NOT NULL,
	"end" TEXT NOT NULL,
	facets TEXT NOT NULL,
	claim TEXT,
	PRIMARY KEY (number),
	FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX statement_entries_by_certainty ON statement_entries (certainty, "end");

CREATE INDEX statement_entries_by_document ON statement_entries (document, position);

CREATE INDEX statement_entries_by_end ON statement_entries ("end");

CREATE UNIQUE INDEX statement_entries_by_statement ON statement_entries (statement);

CREATE TABLE claim_entries (
	claim TEXT NOT NULL,
	repeated INTEGER NOT NULL,
	origins INTEGER NOT NULL,
	time INTEGER NOT NULL,
	text INTEGER NOT NULL,
	worth INTEGER NOT NULL,
	documents INTEGER NOT NULL,
	outlets INTEGER NOT NULL,
	at_least INTEGER NOT NULL,
	at_most INTEGER NOT NULL,
	anonymous INTEGER NOT NULL,
	unattributed INTEGER NOT NULL,
	absent INTEGER NOT NULL,
	affirmations INTEGER NOT NULL,
	denials INTEGER NOT NULL,
	circular INTEGER NOT NULL,
	hardened INTEGER NOT NULL,
	corrected INTEGER NOT NULL,
	PRIMARY KEY (claim)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX claim_entries_by_origins ON claim_entries (origins, worth);

CREATE INDEX claim_entries_by_repeated ON claim_entries (repeated, worth);

CREATE INDEX claim_entries_by_text ON claim_entries (text, worth);

CREATE INDEX claim_entries_by_time ON claim_entries (time, worth);

CREATE TABLE claim_documents (
	document TEXT NOT NULL,
	claim TEXT NOT NULL,
	PRIMARY KEY (document, claim)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX claim_documents_by_claim ON claim_documents (claim);

CREATE TABLE claim_statements (
	statement TEXT NOT NULL,
	claim TEXT NOT NULL,
	denies INTEGER NOT NULL,
	PRIMARY KEY (statement)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE source_entries (
	place INTEGER NOT NULL,
	source TEXT NOT NULL,
	grouped TEXT NOT NULL,
	origin TEXT,
	origins INTEGER NOT NULL,
	claims INTEGER NOT NULL,
	denials INTEGER NOT NULL,
	documents INTEGER NOT NULL,
	alone INTEGER NOT NULL,
	some_claims TEXT NOT NULL,
	some_denials TEXT NOT NULL,
	some_documents TEXT NOT NULL,
	some_alone TEXT NOT NULL,
	PRIMARY KEY (place)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX source_entries_by_group ON source_entries (grouped, place);

CREATE UNIQUE INDEX source_entries_by_source ON source_entries (source);

CREATE TABLE source_claims (
	source TEXT NOT NULL,
	claim TEXT NOT NULL,
	denies INTEGER NOT NULL,
	alone INTEGER NOT NULL,
	PRIMARY KEY (source, claim, denies)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE voice_entries (
	place INTEGER NOT NULL,
	entity TEXT NOT NULL,
	statements INTEGER NOT NULL,
	documents INTEGER NOT NULL,
	quoted INTEGER NOT NULL,
	quoted_here INTEGER NOT NULL,
	some_statements TEXT NOT NULL,
	some_documents TEXT NOT NULL,
	some_quoted TEXT NOT NULL,
	some_quoted_here TEXT NOT NULL,
	PRIMARY KEY (place)
)
 WITHOUT ROWID,
 STRICT;

CREATE UNIQUE INDEX voice_entries_by_entity ON voice_entries (entity);

CREATE TABLE entity_statements (
	entity TEXT NOT NULL,
	place INTEGER NOT NULL,
	statement TEXT NOT NULL,
	named INTEGER NOT NULL,
	credited INTEGER NOT NULL,
	PRIMARY KEY (entity, place)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE entity_claims (
	entity TEXT NOT NULL,
	claim TEXT NOT NULL,
	PRIMARY KEY (entity, claim)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE entity_names (
	name TEXT NOT NULL,
	entity TEXT NOT NULL,
	PRIMARY KEY (name, entity)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE entity_documents (
	document TEXT NOT NULL,
	entity TEXT NOT NULL,
	PRIMARY KEY (document, entity)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE reuse_entries (
	place INTEGER NOT NULL,
	document TEXT NOT NULL,
	source TEXT NOT NULL,
	words INTEGER NOT NULL,
	PRIMARY KEY (place)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX reuse_entries_by_document ON reuse_entries (document);

CREATE INDEX reuse_entries_by_source ON reuse_entries (source);

CREATE TABLE story_entries (
	place INTEGER NOT NULL,
	story TEXT NOT NULL,
	size INTEGER NOT NULL,
	PRIMARY KEY (place)
)
 WITHOUT ROWID,
 STRICT;

CREATE UNIQUE INDEX story_entries_by_story ON story_entries (story);

CREATE TABLE story_documents (
	document TEXT NOT NULL,
	story TEXT NOT NULL,
	PRIMARY KEY (document)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE name_entries (
	number INTEGER NOT NULL,
	who TEXT NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	names TEXT NOT NULL,
	PRIMARY KEY (number)
) STRICT;

CREATE INDEX name_entries_by_id ON name_entries (id);

CREATE TABLE tallies (
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	count INTEGER NOT NULL,
	PRIMARY KEY (kind, name)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE points (
	documents INTEGER NOT NULL,
	at_least INTEGER NOT NULL,
	at_most INTEGER NOT NULL,
	claims INTEGER NOT NULL,
	example TEXT NOT NULL,
	PRIMARY KEY (documents, at_least, at_most)
)
 WITHOUT ROWID,
 STRICT;

CREATE VIEW document_texts AS
SELECT e.number AS number, d.headline AS headline, d.text AS text, e.facets AS facets
FROM document_entries AS e JOIN documents AS d ON d.id = e.document;

CREATE VIEW statement_texts AS
SELECT e.number AS number, s.text AS text, e.facets AS facets
FROM statement_entries AS e JOIN statements AS s ON s.id = e.statement;

CREATE VIRTUAL TABLE document_words USING fts5 (
	headline, text, facets, content='document_texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2',
	prefix='2 3'
);

CREATE VIRTUAL TABLE statement_words USING fts5 (
	text, facets, content='statement_texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2',
	prefix='2 3'
);

CREATE VIRTUAL TABLE name_words USING fts5 (
	names, content='name_entries', content_rowid='number', tokenize='unicode61 remove_diacritics 2',
	prefix='2 3'
);

DELETE FROM settings WHERE name = 'claims_made_by';
