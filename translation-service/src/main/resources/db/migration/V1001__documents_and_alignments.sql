-- Documents as far as they have come; events of one document take turns on its row.
create table document (
  id                 uuid primary key,
  revision           bigint      not null,
  announcement       text        not null,
  access             text        not null,
  ingest_id          text        not null,
  generation         bigint      not null,
  aligned_generation bigint      not null,
  alignment_version  integer     not null,
  withdrawn_at       bigint      not null,
  changed_at         timestamptz not null
);

-- What became of each page of the latest revision.
create table page_outcome (
  id          bigint generated always as identity primary key,
  document_id uuid    not null references document (id),
  revision    bigint  not null,
  page        integer not null check (page >= 1),
  transcribed text    not null,
  unique (document_id, revision, page)
);

-- Every alignment that was published; the one of the highest version is shown.
create table alignment (
  id          bigint generated always as identity primary key,
  document_id uuid        not null references document (id),
  revision    bigint      not null,
  version     integer     not null,
  data        text        not null,
  made_at     timestamptz not null,
  unique (document_id, version)
);
