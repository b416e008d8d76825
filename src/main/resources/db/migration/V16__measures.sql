-- One measure: a kind by an industry, from its plan to its completion. The id is that of its process and, once it is
-- published, of its training group.
create table tyopolku.measure (
    id varchar(36) not null primary key,
    municipality varchar(64) not null,
    name varchar(200) not null,
    kind varchar(40) not null,
    industry varchar(40) not null,
    project_id varchar(40) references tyopolku.funding_project (id),
    gap_id varchar(64),
    places int not null,
    starts date not null,
    ends date not null,
    provider varchar(200),
    price bigint,
    employer_share bigint,
    state varchar(20) not null,
    needed_since date not null,
    published_on date,
    completed_on date,
    constraint measure_dates check (starts <= ends),
    constraint measure_places check (places > 0),
    constraint measure_state check (state in ('PLANNED', 'PUBLISHED', 'COMPLETED', 'DROPPED'))
);

create index measure_like on tyopolku.measure (kind, industry, state);

create table tyopolku.measure_municipality (
    measure_id varchar(36) not null references tyopolku.measure (id),
    municipality varchar(64) not null,
    primary key (measure_id, municipality)
);

-- Who gives how many hours to a measure: planned, and given in the end.
create table tyopolku.measure_hours (
    measure_id varchar(36) not null references tyopolku.measure (id),
    supplier varchar(40) not null,
    planned int,
    given int,
    primary key (measure_id, supplier)
);

-- Target groups of a measure: the share aimed at, and how many of those of whom it is known belong to the group. Only
-- counts: whether one participant belongs to a group is not kept here.
create table tyopolku.measure_target (
    measure_id varchar(36) not null references tyopolku.measure (id),
    target_group varchar(40) not null,
    target_percent int,
    counted int default 0 not null,
    counted_of int default 0 not null,
    primary key (measure_id, target_group),
    constraint measure_target_counts check (counted >= 0 and counted <= counted_of)
);

-- Who has taken part in a measure.
create table tyopolku.measure_participant (
    measure_id varchar(36) not null references tyopolku.measure (id),
    case_id varchar(40) not null,
    began_on date not null,
    ended_on date,
    result varchar(40),
    primary key (measure_id, case_id),
    constraint measure_participant_end check ((ended_on is null) = (result is null))
);

create index measure_participant_of on tyopolku.measure_participant (case_id);

-- The components of a trade training: planned hours of each, the same for everybody.
create table tyopolku.measure_component (
    measure_id varchar(36) not null references tyopolku.measure (id),
    component varchar(20) not null,
    planned_hours int not null,
    primary key (measure_id, component)
);

-- How far each participant is in each component. Exempted: not done, for a reason that the closing document holds.
create table tyopolku.participant_component (
    measure_id varchar(36) not null,
    case_id varchar(40) not null,
    component varchar(20) not null,
    hours_done int default 0 not null,
    state varchar(20) not null,
    primary key (measure_id, case_id, component),
    foreign key (measure_id, case_id) references tyopolku.measure_participant (measure_id, case_id),
    constraint participant_component_state check (state in ('OPEN', 'DONE', 'EXEMPTED'))
);
