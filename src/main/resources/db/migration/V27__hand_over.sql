-- Who hands cases over to whom, for good or while away. first_day and last_day: the absence, for a temporary one.
create table tyopolku.hand_over (
    id varchar(40) not null primary key,
    municipality varchar(64) not null,
    kind varchar(20) not null,
    from_coach varchar(64),
    to_coach varchar(64) not null,
    first_day date,
    last_day date,
    state varchar(20) not null,
    started_by varchar(64) not null,
    started_at timestamp with time zone not null,
    ended_by varchar(64),
    ended_at timestamp with time zone,
    constraint hand_over_kind check (kind in ('FOR_GOOD', 'TEMPORARY')),
    constraint hand_over_state check (state in ('PLANNED', 'RUNNING', 'ENDED')),
    constraint hand_over_days check ((kind = 'FOR_GOOD' and first_day is null and last_day is null)
        or (kind = 'TEMPORARY' and first_day <= last_day))
);

create index hand_over_of on tyopolku.hand_over (municipality, state);

-- live_key is the case id until the case has been handed over for good or given back: one hand-over of a case at a time.
create table tyopolku.hand_over_case (
    hand_over_id varchar(40) not null references tyopolku.hand_over (id),
    case_id varchar(40) not null references tyopolku.client_case (case_id),
    live_key varchar(40),
    state varchar(20) not null,
    taken_roles text,
    primary key (hand_over_id, case_id),
    constraint hand_over_case_once unique (live_key),
    constraint hand_over_case_state check (state in ('WAITING', 'WITH_DEPUTY', 'DONE', 'DROPPED')),
    constraint hand_over_case_live check ((state in ('WAITING', 'WITH_DEPUTY')) = (live_key is not null))
);

create index hand_over_case_of on tyopolku.hand_over_case (case_id);
