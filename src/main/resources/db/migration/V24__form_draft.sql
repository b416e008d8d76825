-- What a person has typed into the form of a task and not yet submitted. Nobody else sees it; it goes with the task.
create table tyopolku.form_draft (
    task_id varchar(64) not null,
    user_id varchar(255) not null,
    case_id varchar(255),
    form_hash varchar(64) not null,
    content text not null,
    opened_versions text not null,
    saved_at timestamp with time zone not null,
    primary key (task_id, user_id)
);
create index form_draft_case on tyopolku.form_draft (case_id);
create index form_draft_saved on tyopolku.form_draft (saved_at);
