-- Names that stand for each other in public documents, with their evidence; learned and forgotten
-- together with the lexicon of their languages.
create sequence name_pair_id increment by 500;

create table name_pair (
  id            bigint  primary key,
  version_id    bigint  not null references lexicon_version (id) on delete cascade,
  first_name    text    not null,
  second_name   text    not null,
  first_folded  text    not null,
  second_folded text    not null,
  links         integer not null,
  documents     integer not null,
  sample        text    not null
);

create index name_pair_by_version on name_pair (version_id);
create index name_pair_by_first on name_pair (first_folded);
create index name_pair_by_second on name_pair (second_folded);
