-- What was sent, so that a repeated job sends nothing twice. Holds neither address nor text. case_id names no row on
-- purpose: mail about a training group carries the group's id, and a row is written in a transaction of its own.
create table tyopolku.mail_sent (
    case_id varchar(40) not null,
    template varchar(60) not null,
    recipient varchar(20) not null,
    send_key varchar(200) not null,
    message_id varchar(100) not null,
    language varchar(2),
    state varchar(10) not null check (state in ('SENT', 'NOT_SENT')),
    reason varchar(30),
    handled_at timestamp with time zone not null,
    primary key (case_id, template, recipient, send_key)
);

create table tyopolku.reminder_stop (
    case_id varchar(40) primary key,
    stopped_at timestamp with time zone not null
);
