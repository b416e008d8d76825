-- Our own tables live beside the engine's in a schema of their own; Flyway creates it.
create table tyopolku.document (
    case_id varchar(40) not null,
    kind varchar(60) not null,
    version int not null,
    content text not null,
    author varchar(64) not null,
    saved_at timestamp with time zone not null,
    primary key (case_id, kind, version)
);
