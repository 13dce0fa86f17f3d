-- What curators have changed in bitexts, one row a change; rows are added and never changed.
create table correction (
  id                bigint generated always as identity primary key,
  document_id       uuid        not null references document (id),
  language          text        not null,
  -- The alignment that the curator saw, and the one that shows the change first.
  seen_version      integer     not null,
  alignment_version integer     not null,
  author            text        not null,
  made_at           timestamptz not null,
  -- As they were sent, with the segment names of the alignment that was seen; JSON.
  operations        text        not null,
  -- What they say of segments, each known by its content; JSON.
  facts             text        not null,
  -- The facts of earlier changes that hold no more because of this one; JSON.
  supersedes        text        not null,
  undoes            bigint unique references correction (id)
);

create index correction_of_document on correction (document_id, id);
