-- What curators have said of findings, one row a change; rows are added and never changed.
create table finding_change (
  id          bigint generated always as identity primary key,
  document_id uuid        not null references document (id),
  language    text        not null,
  finding_key text        not null,
  state       text        not null check (state in ('open', 'accepted', 'dismissed')),
  note        text        not null,
  author      text        not null,
  changed_at  timestamptz not null,
  undoes      bigint references finding_change (id),
  -- What the finding was known by, as JSON: it must be found again when it is made anew.
  finding     text        not null
);

create index finding_change_of_bitext on finding_change (document_id, language, id);
