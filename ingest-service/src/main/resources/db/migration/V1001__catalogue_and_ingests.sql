-- The catalogue: one row a document, as of its latest revision.
create table document (
  id                 uuid primary key,
  revision           bigint        not null check (revision >= 1),
  state              varchar(20)   not null check (state in ('in-flight', 'published', 'failed', 'withdrawn')),
  title              varchar(2000) not null,
  collection         varchar(500),
  original_languages varchar(500)  not null,
  access_level       varchar(20)   not null,
  access_until       date,
  record             text          not null,
  record_digest      char(64)      not null,
  record_bytes       bigint        not null,
  page_count         integer       not null check (page_count >= 1),
  submitted_by       varchar(200)  not null,
  ingest_id          uuid          not null,
  accepted_at        timestamptz   not null,
  changed_at         timestamptz   not null
);
create index document_by_state on document (state, id);
create index document_by_collection on document (collection, id);
create index document_by_submitter on document (submitted_by, id);

-- Originals, translations and a supplied transcription, as submitted.
create table document_file (
  id          bigint generated always as identity primary key,
  document_id uuid          not null references document (id),
  role        varchar(20)   not null check (role in ('original', 'translation', 'transcription')),
  ordinal     integer       not null check (ordinal >= 1),
  file_name   varchar(500)  not null,
  digest      char(64)      not null,
  object_key  varchar(1024) not null,
  media_type  varchar(100)  not null,
  size_bytes  bigint        not null,
  page_count  integer       not null,
  language    varchar(100),
  translator  varchar(500),
  unique (document_id, role, ordinal)
);

-- One processing of one revision; nothing changes in it once ended_at is set.
create table ingest (
  id                 uuid primary key,
  document_id        uuid        not null references document (id),
  revision           bigint      not null,
  state              varchar(30) not null,
  cause              varchar(50) not null,
  page_count         integer     not null,
  accepted_at        timestamptz not null,
  started_at         timestamptz,
  surrogates_done_at timestamptz,
  pages_done_at      timestamptz,
  aligned_at         timestamptz,
  published_at       timestamptz,
  ended_at           timestamptz,
  changes            bigint      not null default 0
);
create index ingest_by_document on ingest (document_id, revision);
create index ingest_open on ingest (accepted_at) where ended_at is null;
create index ingest_by_end on ingest (ended_at);

create table ingest_page (
  ingest_id     uuid        not null references ingest (id),
  page          integer     not null,
  state         varchar(20) not null check (state in ('waiting', 'surrogate', 'transcribed', 'failed')),
  surrogate_at  timestamptz,
  ended_at      timestamptz,
  confidence    double precision,
  needs_review  boolean,
  reason        varchar(2000),
  primary key (ingest_id, page)
);

create table ingest_failure (
  id        bigint generated always as identity primary key,
  ingest_id uuid          not null references ingest (id),
  stage     varchar(50)   not null,
  page      integer,
  code      varchar(200)  not null,
  message   varchar(2000) not null,
  failed_at timestamptz   not null
);
create index ingest_failure_by_time on ingest_failure (failed_at);

create table idempotency_key (
  submitter      varchar(200) not null,
  idempotency_key varchar(200) not null,
  content_digest char(64)     not null,
  document_id    uuid         not null,
  ingest_id      uuid         not null,
  created_at     timestamptz  not null,
  primary key (submitter, idempotency_key)
);

create table upload (
  id         uuid primary key,
  file_name  varchar(500) not null,
  size_bytes bigint       not null,
  digest     char(64)     not null,
  created_by varchar(200) not null,
  expires_at timestamptz  not null
);
create index upload_by_expiry on upload (expires_at);

-- Who changed what, when; rows are only ever added.
create table audit_entry (
  id          bigint generated always as identity primary key,
  document_id uuid,
  at          timestamptz   not null,
  who         varchar(200)  not null,
  action      varchar(50)   not null,
  details     varchar(4000) not null
);
create index audit_entry_by_document on audit_entry (document_id, id);

-- Messages that some service could not handle, as found on the dead-letter topics.
create table dead_letter (
  id               bigint generated always as identity primary key,
  topic            varchar(200)  not null,
  topic_partition  integer       not null,
  topic_offset     bigint        not null,
  source_topic     varchar(200)  not null,
  source_partition integer,
  source_offset    bigint,
  consumer         varchar(100)  not null,
  message_key      varchar(500),
  message          bytea,
  document_id      uuid,
  revision         bigint,
  code             varchar(200)  not null,
  reason           varchar(2000) not null,
  stack_digest     varchar(64),
  failed_at        timestamptz   not null,
  state            varchar(20)   not null check (state in ('open', 'replayed', 'discarded')),
  settled_at       timestamptz,
  settled_by       varchar(200),
  unique (topic, topic_partition, topic_offset)
);
create index dead_letter_by_state on dead_letter (state, id);
