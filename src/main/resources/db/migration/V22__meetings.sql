-- Partners of the network and the agreement with each. The id is that of the partnership's process instances.
create table tyopolku.partner (
    id varchar(40) not null primary key,
    municipality varchar(64) not null,
    name varchar(200) not null,
    business_id varchar(9),
    sector varchar(10) not null check (sector in ('PUBLIC', 'PRIVATE', 'THIRD')),
    contact_email varchar(254) not null,
    language varchar(2) not null check (language in ('fi', 'sv', 'en')),
    roles varchar(200),
    agreement_from date,
    agreement_to date,
    state varchar(10) not null check (state in ('CONTACT', 'ACTIVE', 'ENDED')),
    constraint partner_agreement check ((agreement_from is null) = (agreement_to is null)
        and (agreement_from is null or agreement_from <= agreement_to)),
    constraint partner_active check (state <> 'ACTIVE' or agreement_to is not null)
);

create index partner_of on tyopolku.partner (municipality, state);

-- What meetings decided. Names no client. The id is that of the process instance in which the owner carries it out.
create table tyopolku.meeting_decision (
    id varchar(40) not null primary key,
    meeting_id varchar(40) not null,
    municipality varchar(64) not null,
    decided_on date not null,
    text varchar(1000) not null,
    owner varchar(64) not null,
    due_on date not null,
    state varchar(10) not null check (state in ('OPEN', 'DONE', 'CANNOT', 'ACCEPTED')),
    changed_on date not null
);

create index meeting_decision_of on tyopolku.meeting_decision (municipality, state);
