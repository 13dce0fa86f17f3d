-- Lexica of the archive, learned from public documents alone; the highest number of a pair is served.
create table lexicon_version (
  id                bigint generated always as identity primary key,
  first_language    varchar(3)  not null,
  second_language   varchar(3)  not null,
  number            integer     not null check (number >= 1),
  fingerprint       varchar(64) not null,
  links             integer     not null,
  entries           integer     not null,
  object_key        text        not null,
  object_digest     varchar(80) not null,
  object_size_bytes bigint      not null,
  made_at           timestamptz not null,
  unique (first_language, second_language, number)
);

-- Which documents taught a lexicon: when one of them is no longer public, it is learned again.
create table lexicon_document (
  version_id  bigint not null references lexicon_version (id) on delete cascade,
  document_id uuid   not null,
  primary key (version_id, document_id)
);

create sequence lexicon_entry_id increment by 500;

create table lexicon_entry (
  id               bigint  primary key,
  version_id       bigint  not null references lexicon_version (id) on delete cascade,
  first_word       text    not null,
  second_word      text    not null,
  first_folded     text    not null,
  second_folded    text    not null,
  first_to_second  real    not null,
  second_to_first  real    not null,
  links            integer not null,
  documents        integer not null
);

create index lexicon_entry_by_first on lexicon_entry (version_id, first_folded);
create index lexicon_entry_by_second on lexicon_entry (version_id, second_folded);

-- Work that one instance does at a time; a lease that is never given back runs out.
create table lexicon_lease (
  name       varchar(40) primary key,
  held_until timestamptz not null
);

insert into lexicon_lease (name, held_until) values ('rebuild', '1970-01-01T00:00:00Z');
